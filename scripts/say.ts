// How the scripts speak to the person at the terminal.

/** Prints one sentence, marked as ours among what the tools print. */
export function say(sentence: string): void {
  console.error(`mahfuz: ${sentence}`);
}

/** Says why nothing can go on and ends the program with code 1. */
export function stop(sentence: string): never {
  say(sentence);
  process.exit(1);
}
