// The view of the timeline page: follows the results until the reader moves it, and the chosen dates when they lie outside.
import { useEffect, useLayoutEffect, useState } from 'react';
import { filteredStretch } from './civil.ts';
import { areNewDates, rememberedView, rememberView } from './remembered.ts';
import { lengthOf, overlaps, type Stretch, showing, within, limitsOf } from './viewport.ts';
import { createView, glide, show, type ViewStore } from './viewStore.ts';

/** Chosen dates that take less of the view than this cannot be seen in it. */
const TOO_SMALL = 1 / 60;

interface Dates {
  after?: string;
  before?: string;
}

/** A view that begins where an opening was left; else on all results. */
function begun(extent: Stretch, opening: number): ViewStore {
  const limits = limitsOf(extent);
  const view = createView(limits);
  const before = rememberedView(opening);
  if (before && overlaps(before, limits)) show(view, before);
  return view;
}

/** The view on results that reach over an extent; `opening` names the page, so that going back restores it. */
export function useView(extent: Stretch, dates: Dates, opening: number): ViewStore {
  const { from, to } = extent;
  const [kept, setKept] = useState(() => ({ opening, view: begun(extent, opening) }));
  if (kept.opening !== opening) setKept({ opening, view: begun(extent, opening) });
  const { view } = kept;

  // Other results reach over another time; a view that the reader chose stays where it can.
  useLayoutEffect(() => {
    const limits = limitsOf({ from, to });
    const { shown, whole } = view.getState();
    const stays = !whole && overlaps(shown, limits);
    view.setState({ limits, shown: stays ? within(shown, limits) : limits, whole: !stays });
  }, [view, from, to]);

  const { after, before } = dates;
  useEffect(() => {
    // Whoever comes back finds the view as it was left, also where it had been moved away from the dates.
    if (!areNewDates(opening, { after, before })) return;
    if (after === undefined && before === undefined) return;
    const { shown, limits } = view.getState();
    const chosen = filteredStretch({ after, before }, limits);
    if (lengthOf(chosen) < lengthOf(shown) * TOO_SMALL) {
      const room = 2 * lengthOf(chosen);
      show(view, { from: chosen.from - room, to: chosen.to + room });
    } else if (!overlaps(chosen, shown)) glide(view, showing(shown, chosen));
  }, [view, opening, after, before]);

  useEffect(
    () => view.subscribe(({ shown, whole }) => rememberView(opening, whole ? undefined : shown)),
    [view, opening],
  );
  return view;
}
