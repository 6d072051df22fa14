// What a bar claims: nothing certain that is not, nothing after an end that nobody knows.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barShape, TAIL } from '../../../src/renderer/views/timeline/draw/bars.ts';
import { type Frame, frameOf } from '../../../src/renderer/views/timeline/draw/frame.ts';
import { clustered } from '../../../src/renderer/views/timeline/draw/marks.ts';
import { edge, mark, span } from './made.ts';

const view = { from: edge('2024-01-01').from, to: edge('2024-12-31').to };
const frame = frameOf(view, { width: 1000, names: 0, reversed: false });
const mirrored = frameOf(view, { width: 1000, names: 0, reversed: true });
const at = { middle: 10, room: Infinity };

describe('a frame', () => {
  it('gives back the minute of every place, in both directions', () => {
    for (const one of [frame, mirrored]) {
      fc.assert(
        fc.property(fc.integer({ min: view.from, max: view.to }), (minute) => {
          expect(one.minute(one.x(minute))).toBeCloseTo(minute, 3);
        }),
      );
    }
    expect(frame.x(view.from)).toBeLessThan(frame.x(view.to));
    expect(mirrored.x(view.from)).toBeGreaterThan(mirrored.x(view.to));
  });
});

describe('a bar', () => {
  it('is certain from the latest start to the earliest end only', () => {
    const shape = barShape(
      span('a', edge('2024-02'), { type: 'ended', edge: edge('2024-06') }),
      frame,
      at,
    );
    expect(shape.certain?.left).toBeCloseTo(frame.x(edge('2024-02').to), 6);
    expect(shape.certain?.right).toBeCloseTo(frame.x(edge('2024-06').from), 6);
    expect(shape.doubts.map(({ towards }) => towards)).toEqual(['left', 'right']);
    expect(shape.box.x).toBeCloseTo(frame.x(edge('2024-02').from), 6);
  });

  it('is certain nowhere when it may have begun and ended in the same month', () => {
    const month = edge('2024-05');
    const shape = barShape(span('a', month, { type: 'ended', edge: month }), frame, at);
    expect(shape.certain).toBeNull();
    expect(shape.doubts).toHaveLength(2);
  });

  it('never runs on where its end is not known, however near one looks', () => {
    for (const type of ['unknown', 'ended_undated'] as const) {
      for (const one of [frame, mirrored]) {
        const shape = barShape(span('a', edge('2024-02-01'), { type }), one, at);
        expect(shape.box.width).toBeLessThanOrEqual(TAIL + 4);
        expect(shape.tail).not.toBeNull();
        expect(shape.plain).toBe(false);
      }
    }
  });

  it('has its tail on the side of what comes later, and none where there is no room', () => {
    const open = span('a', edge('2024-02-01'), { type: 'unknown' });
    const start = (one: Frame) => one.x(edge('2024-02-01').from);
    expect(barShape(open, frame, at).tail?.right).toBeGreaterThan(start(frame));
    expect(barShape(open, mirrored, at).tail?.left).toBeLessThan(start(mirrored));
    expect(barShape(open, frame, { middle: 10, room: 5 }).tail).toBeNull();
  });

  it('ends on the day as of which it was said to be running', () => {
    const asOf = edge('2024-07-01');
    const shape = barShape(
      span('a', edge('2024-02-01'), { type: 'running', asOf: '2024-07-01', until: asOf.to }),
      frame,
      at,
    );
    expect(shape.box.x + shape.box.width).toBeCloseTo(frame.x(asOf.to), 6);
    expect(shape.plain).toBe(false);
  });

  it('can be seen however short it is', () => {
    const day = edge('2024-02-01');
    const decade = frameOf(
      { from: view.from - 2e7, to: view.to },
      { width: 900, names: 0, reversed: false },
    );
    const shape = barShape(span('a', day, { type: 'ended', edge: day }), decade, at);
    expect(shape.box.width).toBeGreaterThanOrEqual(3);
  });
});

describe('marks', () => {
  it('stand as one where they cannot be told apart, and none is lost', () => {
    const days = [
      '2024-03-01',
      '2024-03-02',
      '2024-03-03',
      '2024-06-01',
      '2024-09-01',
      '2024-09-01',
    ];
    const marks = days.map((day, n) => mark(String(n), edge(day)));
    const clusters = clustered(marks, frame);
    expect(clusters.map((cluster) => cluster.marks.length)).toEqual([3, 1, 2]);
    expect(clustered(marks, mirrored).map((cluster) => cluster.marks.length)).toEqual([3, 1, 2]);
  });
});
