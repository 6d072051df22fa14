// Lines that are no record: each is refused with its line, its field and its fault in plain words.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecordLine } from '../../../src/main/archive/exchange/record-line.ts';
import { AppError } from '../../../src/shared/errors.ts';
import { sampleEvent } from '../sample.ts';

const at = { name: 'news.ndjson', line: 7 };
const read = (text: string | Uint8Array) =>
  readRecordLine(typeof text === 'string' ? Buffer.from(text) : text, at);

function refusal(text: string | Uint8Array): AppError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was read as a record');
}

const event = (fields: Record<string, unknown>) => JSON.stringify({ ...sampleEvent(), ...fields });

test.each([
  [{ title: undefined }, 'title', 'is missing'],
  [{ title: 5 }, 'title', 'is a number where text is expected'],
  [{ title: '  ' }, 'title', 'is empty'],
  [{ title: 'x'.repeat(501) }, 'title', 'is longer than 500 characters'],
  [{ kind: undefined }, 'kind', 'is missing'],
  [{ kind: 'rumour' }, 'kind', 'is none of document, event, organisation, term'],
  [{ confidence: 'total' }, 'confidence', 'is none of high, medium, low'],
  [{ revision: 1.5 }, 'revision', 'is a number where a whole number is expected'],
  [{ revision: 0 }, 'revision', 'is smaller than 1'],
  [{ start: null }, 'start', 'is null where an object is expected'],
  [{ sources: [{ read: 'half' }] }, 'sources[0].read', 'is none of whole, excerpt, not_read'],
  [{ sources: [] }, 'sources', 'a record needs at least one source'],
  [{ places: [{ country: 'pk' }] }, 'places[0].country', 'does not have the form that is expected'],
  [
    { translations: { ur: { title: 3 } } },
    'translations.ur.title',
    'is a number where text is expected',
  ],
  [{ title: 'a\0b' }, 'title', 'has a NUL character in its text'],
  [{ title: '\ud800' }, 'title', 'has half of a surrogate pair in its text'],
])('%j is refused with its field and its fault', (fields, field, problem) => {
  const error = refusal(event(fields));
  expect(error.code).toBe('import_malformed');
  expect(error.detail).toEqual({ ...at, field, problem });
});

test.each([
  ['{"a": nope}', 'JSON', 'is not valid'],
  ['{"a": 1', 'JSON', 'is not valid at character 8'],
  ['{', 'JSON', 'is not valid at character 2'],
  ['[]', 'record', 'is a list where an object is expected'],
  ['null', 'record', 'is null where an object is expected'],
  ['{"__proto__": {"polluted": true}}', 'record', 'has a field named __proto__'],
  ['{"a": 1e999}', 'a', 'is too large a number'],
])('%s is refused with its place and its fault', (text, field, problem) => {
  expect(refusal(text).detail).toEqual({ ...at, field, problem });
});

test('what is nested deeper than any record is refused before it can exhaust a stack', () => {
  const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
  expect(refusal(deep).detail.problem).toBe('is nested too deeply');
});

test('bytes that are no UTF-8 are named as such', () => {
  const error = refusal(Buffer.from([0x7b, 0xc3, 0x28, 0x7d]));
  expect([error.code, error.detail]).toEqual(['import_not_utf8', at]);
});

test('a record of a later form asks for a newer reader', () => {
  const error = refusal(event({ schema: 'record/2', summary: undefined }));
  expect([error.code, error.detail]).toEqual([
    'import_needs_newer_reader',
    { ...at, schema: 'record/2' },
  ]);
});

test('fields that this reader does not know are kept, at every depth', () => {
  const record = read(
    event({
      weather: { sky: 'clear' },
      places: [{ country: 'PK', altitude: 5 }],
      constructor: 'a name that every object has',
    }),
  );
  expect(record).toMatchObject({
    weather: { sky: 'clear' },
    places: [{ country: 'PK', region: null, altitude: 5 }],
    constructor: 'a name that every object has',
  });
});

test('no bytes whatever do anything but give a record or an AppError', () => {
  const line = Buffer.from(event({}));
  const spoilt = fc
    .array(fc.tuple(fc.nat(line.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 })
    .map((changes) => {
      const bytes = Buffer.from(line);
      for (const [place, byte] of changes) bytes[place] = byte;
      return bytes;
    });
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    spoilt,
    fc.json().map((text) => Buffer.from(text)),
    fc
      .dictionary(fc.constantFrom(...Object.keys(sampleEvent())), fc.jsonValue())
      .map((fields) => Buffer.from(event(fields))),
  );
  fc.assert(
    fc.property(anything, (bytes) => {
      try {
        expect(read(bytes).id).toBeTypeOf('string');
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 2000 },
  );
});
