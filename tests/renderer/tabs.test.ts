// Tabs keep their own way back, share what is looked for, and lose nothing when one is closed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, back, type Page, showPage } from '../../src/renderer/history.ts';
import {
  activate,
  activateNext,
  close,
  historyOf,
  inTab,
  newTabs,
  openBeside,
  reopen,
  type Tabs,
} from '../../src/renderer/tabs.ts';

const record = (id: string): Page => ({ view: 'record', address: { id }, passage: null });
const show = (tabs: Tabs, id: string) => inTab(tabs, (history) => showPage(history, record(id)));
const here = (tabs: Tabs) => historyOf(tabs).here;
const two = () => openBeside(show(newTabs(), 'a/a'), record('a/b'));

describe('tabs', () => {
  it('open beside the one that is read, which stays', () => {
    expect(two().open).toHaveLength(2);
    expect(here(two()).page).toEqual(record('a/a'));
    expect(here(activateNext(two(), 1)).page).toEqual(record('a/b'));
  });

  it('each go back along their own way', () => {
    const second = show(activateNext(two(), 1), 'a/c');
    expect(here(inTab(second, back)).page).toEqual(record('a/b'));
    expect(here(inTab(activateNext(second, 1), back)).page).toEqual({ view: 'start' });
  });

  it('share the query: to change the tab leaves the results as they are', () => {
    const asked = inTab(two(), (history) => ask(history, { text: 'x ban' }));
    expect(here(activateNext(asked, 1)).query.text).toBe('x ban');
  });

  it('follow one another in a ring', () => {
    const three = openBeside(two(), record('a/c'));
    expect(activateNext(activateNext(activateNext(three, 1), 1), 1).active).toBe(three.active);
    expect(here(activateNext(three, -1)).page).toEqual(record('a/c'));
  });

  it('show a neighbour when the one that is read is closed', () => {
    const closed = close(two(), 0);
    expect(closed.open).toHaveLength(1);
    expect(here(closed).page).toEqual(record('a/b'));
  });

  it('never run out: the last one goes back to the beginning', () => {
    const last = close(show(newTabs(), 'a/a'), 0);
    expect(last.open).toHaveLength(1);
    expect(here(last).page).toEqual({ view: 'start' });
    expect(here(inTab(last, back)).page).toEqual(record('a/a'));
  });

  it('come back as they were, where they stood, the last closed first', () => {
    const three = openBeside(two(), record('a/c'));
    const closed = close(close(three, 0), 1);
    const once = reopen(closed);
    expect(here(once).page).toEqual(record('a/b'));
    const twice = reopen(once);
    expect(twice.open.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(here(inTab(twice, back)).page).toEqual({ view: 'start' });
    expect(reopen(twice)).toBe(twice);
  });

  const id = fc.nat(6);
  const step: fc.Arbitrary<(tabs: Tabs) => Tabs> = fc.oneof(
    fc.constantFrom('a/a', 'a/b').map((name) => (tabs: Tabs) => show(tabs, name)),
    fc.constantFrom('a/c', 'a/d').map((name) => (tabs: Tabs) => openBeside(tabs, record(name))),
    fc.constantFrom('x', 'y').map((text) => (tabs: Tabs) => inTab(tabs, (h) => ask(h, { text }))),
    fc.constant((tabs: Tabs) => inTab(tabs, back)),
    id.map((tab) => (tabs: Tabs) => activate(tabs, tab)),
    id.map((tab) => (tabs: Tabs) => close(tabs, tab)),
    fc.constant(reopen),
  );

  it('never give two openings one number, and always show one that is open, whatever is done', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const tabs = steps.reduce((before, next) => next(before), newTabs());
        expect(tabs.open.some(({ id: one }) => one === tabs.active)).toBe(true);
        const pages = new Map<number, string>();
        for (const { id: tab, history } of tabs.open) {
          for (const { opening, page } of [...history.past, history.here, ...history.future]) {
            // Every tab but the first began with an opening of its own; 0 is where a window begins.
            const seen = JSON.stringify([opening === 0 ? 0 : tab, page]);
            expect(seen).toBe(pages.get(opening) ?? seen);
            pages.set(opening, seen);
          }
        }
      }),
    );
  });
});
