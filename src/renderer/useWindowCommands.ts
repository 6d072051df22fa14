// Commands that belong to no one view, and the keys, mouse buttons and menu items that ask for any command.
import { useEffect, useEffectEvent } from 'react';
import type { Settings } from '../shared/settings.ts';
import { client } from './client.ts';
import { run, useCommand } from './commands.ts';
import { focusReading, focusResults, RESULTS_ID } from './focus.ts';
import { commandOf } from './keyboard.ts';
import { hereNow, navigate } from './navigation.ts';
import { takeFile } from './views/packs/taking.ts';
import { steppedSize } from './views/settings/textSize.ts';
import { useSaveSettings } from './views/settings/useSettings.ts';

/** The numbers that a mouse's side buttons have in an event. */
const MOUSE_BACK = 3;
const MOUSE_FORWARD = 4;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio';
}

function onKeyDown(event: KeyboardEvent, letters: boolean): void {
  if (event.isComposing || event.defaultPrevented) return;
  const { key, code, altKey, shiftKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  const typing = isTyping(event.target);
  const press = { key, code, ctrl, alt: altKey, shift: shiftKey, typing, letters };
  const command = commandOf(press, document.documentElement.dir === 'rtl');
  // What the page carries out must not reach the menu, which would ask for it again.
  if (command && run(command)) event.preventDefault();
}

function onMouseUp({ button }: MouseEvent): void {
  if (button === MOUSE_BACK) run('back');
  if (button === MOUSE_FORWARD) run('forward');
}

/** Listens for commands as long as the window lives, and carries out the window's own. */
export function useWindowCommands(settings: Settings): void {
  const { back, forward, show, showPacks, openTimeline, activateNext, close, reopen } = navigate;
  const save = useSaveSettings();
  const size = (by: 1 | -1 | 'normal') => save({ textSize: steppedSize(settings, by) });
  useCommand('back', back);
  useCommand('forward', forward);
  useCommand('settings', () => show('settings'));
  useCommand('help', () => show('help'));
  useCommand('packs', () => showPacks());
  useCommand('timeline', () => openTimeline());
  useCommand('next-tab', () => activateNext(1));
  useCommand('previous-tab', () => activateNext(-1));
  useCommand('close-tab', () => close());
  useCommand('reopen-tab', reopen);
  useCommand('larger-text', () => size(1));
  useCommand('smaller-text', () => size(-1));
  useCommand('normal-text', () => size('normal'));
  useCommand('open-file', () => void takeFile());
  useCommand('other-pane', () => {
    if (document.activeElement?.id === RESULTS_ID) focusReading();
    else focusResults();
  });
  useCommand('escape', () => {
    const { view } = hereNow().page;
    if (view === 'record') focusResults();
    else if (view !== 'start') back();
  });

  const hear = useEffectEvent((event: KeyboardEvent) => onKeyDown(event, settings.letterKeys));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => hear(event);
    window.addEventListener('keydown', onKey);
    window.addEventListener('mouseup', onMouseUp);
    const stop = client.on('shell.command', ({ command }) => void run(command));
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('mouseup', onMouseUp);
      stop();
    };
  }, []);
}
