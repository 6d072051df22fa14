// Going back and forward never loses a place and never invents one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ask,
  back,
  forward,
  type History,
  newHistory,
  showPage,
  turnPage,
} from '../../src/renderer/history.ts';

const record = (id: string) => ({ view: 'record', address: { id }, passage: null }) as const;

describe('history', () => {
  it('goes back from a record to the results it was opened from, and forward again', () => {
    const asked = ask(newHistory(), { text: 'x ban' });
    const opened = showPage(asked, record('a/b'));
    expect(back(opened).here).toEqual(asked.here);
    expect(forward(back(opened)).here).toEqual(opened.here);
  });

  it('makes one place of a query however many letters it took', () => {
    let history = newHistory();
    for (const text of ['x', 'x ', 'x b', 'x ban']) history = ask(history, { text });
    expect(history.past).toHaveLength(1);
    expect(back(history).here.query.text).toBe('');
  });

  it('keeps what was looked for when a new query is typed after reading', () => {
    const read = showPage(ask(newHistory(), { text: 'x ban' }), record('a/b'));
    const askedAgain = ask(read, { text: 'tiktok' });
    expect(back(askedAgain).here.query.text).toBe('x ban');
    expect(back(askedAgain).here.page).toEqual(record('a/b'));
  });

  it('does not count showing the same page twice', () => {
    const once = showPage(newHistory(), record('a/b'));
    expect(showPage(once, record('a/b')).past).toHaveLength(once.past.length);
  });

  it('leaves no trace of pages that were only leafed through', () => {
    const opened = showPage(newHistory(), record('a/a'));
    const leafed = turnPage(turnPage(opened, record('a/b')), record('a/c'));
    expect(leafed.here.page).toEqual(record('a/c'));
    expect(back(leafed).here.page).toEqual({ view: 'start' });
  });

  const step = fc.oneof(
    fc.constantFrom('a/a', 'a/b', 'a/c').map((id) => (h: History) => showPage(h, record(id))),
    fc.constantFrom('x', 'y').map((text) => (h: History) => ask(h, { text })),
    fc.constant(back),
    fc.constant(forward),
  );

  it('comes back to the same place after back and forward, whatever was done before', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = steps.reduce((h, s) => s(h), newHistory());
        if (history.past.length > 0) {
          expect(forward(back(history)).here).toEqual(history.here);
        } else {
          expect(back(history)).toBe(history);
        }
      }),
    );
  });

  it('keeps the page as it was opened while another query is typed beside it', () => {
    const read = showPage(newHistory(), record('a/b'));
    expect(ask(read, { text: 'x' }).here.opening).toBe(read.here.opening);
  });

  it('never gives two openings of pages one number', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { past, here, future } = steps.reduce((h, s) => s(h), newHistory());
        const pages = new Map<number, unknown>();
        for (const { opening, page } of [...past, here, ...future]) {
          expect(page).toEqual(pages.get(opening) ?? page);
          pages.set(opening, page);
        }
      }),
    );
  });
});
