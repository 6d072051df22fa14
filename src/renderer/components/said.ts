// Short messages that confirm what was just done, such as “Citation copied”.
import { create } from 'zustand';

interface Said {
  text: string;
  /** Counts messages, so that the same words said twice are heard twice. */
  count: number;
  say: (text: string) => void;
}

/** How long a message stays, in milliseconds. */
const STAYS = 4000;

let leaving: ReturnType<typeof setTimeout> | undefined;

export const useSaid = create<Said>()((set) => ({
  text: '',
  count: 0,
  say: (text) => {
    clearTimeout(leaving);
    set(({ count }) => ({ text, count: count + 1 }));
    leaving = setTimeout(() => set({ text: '' }), STAYS);
  },
}));

/** Says a short message to eyes and ears. */
export const say = (text: string): void => useSaid.getState().say(text);
