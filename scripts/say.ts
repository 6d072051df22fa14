// How the scripts speak to the person at the terminal.

/** Prints one sentence, marked as ours among what the tools print. */
export function say(sentence: string): void {
  console.error(`mahfuz: ${sentence}`);
}
