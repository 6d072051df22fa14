// The axis: from decades to hours, in the reader's language, never crowded.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { civilStretch } from '../../../src/renderer/views/timeline/civil.ts';
import { axisOf } from '../../../src/renderer/views/timeline/ticks.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'native', t: fixedWords('ur') };
const view = (from: string, to: string) => ({
  from: civilStretch(from).from,
  to: civilStretch(to).to,
});
const labels = (axis: ReturnType<typeof axisOf>) => axis.ticks.map(({ label }) => label);

describe('the axis', () => {
  it('says years, months, days and hours as the view comes nearer', () => {
    expect(labels(axisOf(view('2000', '2019'), 400, en))).toEqual(['2000', '2005', '2010', '2015']);
    const year = axisOf(view('2024', '2024'), 800, en);
    expect(labels(year).slice(0, 3)).toEqual(['Jan', 'Feb', 'Mar']);
    expect(year.above.map(({ label }) => label)).toEqual(['2024']);
    const month = axisOf(view('2024-02', '2024-02'), 900, en);
    expect(labels(month).slice(-2)).toEqual(['28', '29']);
    expect(month.above.map(({ label }) => label)).toEqual(['Feb 2024']);
    const day = axisOf(view('2024-02-17', '2024-02-17'), 500, en);
    expect(labels(day)).toContain('06:00');
    expect(day.above.map(({ label }) => label)).toEqual(['17 February 2024']);
  });

  it('is Gregorian in Urdu too, with the digits that were chosen', () => {
    const axis = axisOf(view('2024', '2024'), 800, ur);
    expect(axis.above.map(({ label }) => label)).toEqual(['۲۰۲۴']);
    expect(labels(axis)[1]).toBe('فروری');
  });

  it('gives every label the room that it needs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 25_000_000 }),
        fc.integer({ min: 360, max: 40_000_000 }),
        fc.integer({ min: 200, max: 1600 }),
        (from, length, width) => {
          const axis = axisOf({ from, to: from + length }, width, en);
          const at = axis.ticks.map((tick) => ((tick.at - from) / length) * width);
          for (let n = 1; n < at.length; n++) {
            // February is shorter than a month, and hours of the clock are what they are.
            expect((at[n] ?? 0) - (at[n - 1] ?? 0)).toBeGreaterThan(26);
          }
        },
      ),
    );
  });
});
