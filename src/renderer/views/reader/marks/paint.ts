// Paints matches with the CSS Custom Highlight API, which changes nothing in the page itself.
const MATCH = 'match';
const CURRENT = 'current-match';

/** Paints all matches, the current one above the others. */
export function paint(ranges: Range[], current: number): void {
  CSS.highlights.set(MATCH, new Highlight(...ranges));
  const chosen = ranges[current];
  const above = chosen ? new Highlight(chosen) : new Highlight();
  above.priority = 1;
  CSS.highlights.set(CURRENT, above);
}

/** Takes all paint away. */
export function unpaint(): void {
  CSS.highlights.delete(MATCH);
  CSS.highlights.delete(CURRENT);
}

/** Scrolls a pane so that a range stands in its upper third, where it is not in comfortable view already. */
export function bringIntoView(pane: Element, range: Range): void {
  const place = range.getBoundingClientRect();
  const view = pane.getBoundingClientRect();
  const margin = view.height / 8;
  if (place.top >= view.top + margin && place.bottom <= view.bottom - margin) return;
  pane.scrollTop += place.top - view.top - view.height / 3;
}
