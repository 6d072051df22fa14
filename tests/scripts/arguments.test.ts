import { expect, test } from 'vitest';
import { readArguments } from '../../scripts/arguments.ts';

test('the launcher takes its two options in both spellings and hands on the rest in order', () => {
  expect(readArguments(['--a', '--screenshot', 'x.png', 'b', '--data=/d', '--c=1'])).toEqual({
    screenshot: 'x.png',
    data: '/d',
    rest: ['--a', 'b', '--c=1'],
  });
});

test('an option without its value is a sentence, not a guess', () => {
  for (const args of [['--data'], ['--data='], ['--screenshot', '--data', 'x']]) {
    expect(readArguments(args)).toEqual({ problem: expect.stringContaining('needs a') });
  }
});

test('nothing that turns the sandbox off is handed on', () => {
  for (const argument of [
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--disable-gpu-sandbox',
    '--disable-seccomp-filter-sandbox',
  ]) {
    expect(readArguments([argument])).toEqual({ problem: expect.stringContaining(argument) });
  }
});
