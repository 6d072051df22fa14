// Commands of the window: whatever key, button or menu item asks for one, the view in charge carries it out.
import { useEffect, useEffectEvent } from 'react';
import type { ShellCommand } from '../shared/contract.ts';

export type Command = ShellCommand | 'next-result' | 'previous-result' | 'escape';

/** Carries out a command; false passes it on to the view that was in charge before. */
type Handler = () => boolean | void;

const handlers = new Map<Command, Handler[]>();

/** Asks the views for a command, the one that came last first; tells whether any carried it out. */
export function run(command: Command): boolean {
  const inCharge = handlers.get(command) ?? [];
  return inCharge.toReversed().some((handler) => handler() !== false);
}

/** Makes a component carry out a command for as long as it is shown. */
export function useCommand(command: Command, handler: Handler): void {
  const carryOut = useEffectEvent(handler);
  useEffect(() => {
    const mine = () => carryOut();
    handlers.set(command, [...(handlers.get(command) ?? []), mine]);
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((other) => other !== mine),
      );
    };
  }, [command]);
}
