// The timeline's answers, as the contract asks for them.
import { chainOf } from './chain.ts';
import { figuresOf } from './figures.ts';
import { densityOf } from './found-density.ts';
import { eventsIn } from './listed.ts';
import { inSnapshot } from './snapshot.ts';
import { spansOf } from './spans.ts';
import { stepFrom } from './step.ts';

/** How many records lie where along time. */
export const timelineDensity = inSnapshot(densityOf);
/** What was restricted from when to when, and what else happened. */
export const timelineSpans = inSnapshot(spansOf);
/** The same as a list. */
export const timelineEvents = inSnapshot(eventsIn);
/** The event that begins next, or began before. */
export const timelineStep = inSnapshot(stepFrom);
/** The story that a record is part of. */
export const timelineChain = inSnapshot(chainOf);
/** Days under restriction. */
export const timelineFigures = inSnapshot(figuresOf);
