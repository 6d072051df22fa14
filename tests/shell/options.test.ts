// What the program is started with, among whatever Chromium and test tools add.
import { describe, expect, test } from 'vitest';
import { readOptions } from '../../src/main/shell/options.ts';

describe('options', () => {
  test('nothing is set where nothing was said', () => {
    expect(readOptions(['electron', '/app'])).toEqual({ data: undefined, screenshot: undefined });
  });

  test.each([
    [['electron', '/app', '--data=/d', '--screenshot=/s.png']],
    [['electron', '/app', '--disable-gpu', '--data=/d', '--log-level=3', '--screenshot=/s.png']],
    [['electron', '-r', 'x.js', '--inspect=0', '/app', '--data=/d', '--screenshot=/s.png']],
    [['mahfuz', '--data', '/d', '--screenshot', '/s.png']],
  ])('%j names a data folder and a picture', (argv) => {
    expect(readOptions(argv)).toEqual({ data: '/d', screenshot: '/s.png' });
  });

  test('an option without a value counts as not said', () => {
    expect(readOptions(['electron', '/app', '--data=', '--screenshot'])).toEqual({
      data: undefined,
      screenshot: undefined,
    });
  });
});
