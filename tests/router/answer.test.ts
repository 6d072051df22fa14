// Where a call becomes an answer: what comes in is checked once, and no exception leaves.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { AppError } from '../../src/shared/errors.ts';
import { asReply, isMethod, logBug, parseInput } from '../../src/main/router/answer.ts';

afterEach(() => vi.restoreAllMocks());

const thrown = (run: () => unknown): AppError => {
  try {
    run();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('nothing was thrown');
};

describe('what is asked', () => {
  test('defaults are filled in', () => {
    expect(parseInput('archive.search', {})).toMatchObject({ text: '', offset: 0, limit: 20 });
    expect(parseInput('archive.state', undefined)).toEqual({});
  });

  test.each(['', 'archive.nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'the method %j is unknown',
    (method) => {
      expect(isMethod(method)).toBe(false);
      expect(thrown(() => parseInput(method, {}))).toMatchObject({ code: 'unknown_method' });
    },
  );

  test('an input that is wrong is named by its field', () => {
    const error = thrown(() => parseInput('archive.search', { filters: { after: 'yesterday' } }));
    expect(error.code).toBe('invalid_input');
    expect(error.detail.field).toBe('filters.after');
  });

  test('a query that is too long says how long one may be', () => {
    const error = thrown(() => parseInput('archive.search', { text: 'x'.repeat(1001) }));
    expect(error).toMatchObject({ code: 'query_too_long', detail: { max: 1000 } });
  });

  test('whatever comes in, it is a valid input or an expected error', () => {
    const methods = fc.constantFrom(
      'archive.search',
      'archive.record',
      'archive.mark',
      'job.cancel',
    );
    fc.assert(
      fc.property(methods, fc.anything({ withBigInt: true, withDate: true }), (method, input) => {
        try {
          parseInput(method, input);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
    );
  });
});

describe('what is answered', () => {
  test('a value, or an expected error with its detail', async () => {
    expect(await asReply('m', () => 7)).toEqual({ ok: true, value: 7 });
    const refused = () => {
      throw new AppError('not_found', { id: 'a/b' });
    };
    expect(await asReply('m', refused)).toEqual({
      ok: false,
      error: { code: 'not_found', message: 'not_found', detail: { id: 'a/b' } },
    });
  });

  test('our own bug is `internal` on the wire, and logged without the text that it may quote', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const reply = await asReply('archive.record', () => JSON.parse('a source named Amina'));
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', detail: {} } });
    const logged = log.mock.calls.flat().join('\n');
    expect(logged).toContain('archive.record: SyntaxError');
    expect(logged).toContain('answer.test.ts');
    expect(logged).not.toContain('Amina');
  });

  test('what is thrown need not be an error', () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    logBug('m', 'a text');
    expect(log.mock.calls.flat().join('\n')).not.toContain('a text');
  });
});
