// Says in plain words what the schema objects to, for people who correct a file by hand.
import type { z } from 'zod';

type Issue = Parameters<NonNullable<z.core.ParseContext<z.core.$ZodIssue>['error']>>[0];

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

/** The problem of a field as a phrase without its value, such as "is missing" or "is none of high, medium, low". */
export function plainProblem(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return `is ${kindOf(issue.input)} where ${KINDS[issue.expected] ?? issue.expected} is expected`;
    case 'invalid_value':
      if (issue.input === undefined) return 'is missing';
      return `is none of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'invalid_union':
      if ((issue.input as { kind?: unknown } | null)?.kind === undefined) return 'is missing';
      return 'is none of document, event, organisation, term';
    case 'invalid_key':
      return 'has a key that is not a language tag';
    default:
      return 'does not have the form that is expected';
  }
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `is longer than ${maximum} characters`;
  if (origin === 'array') return `has more than ${maximum} entries`;
  return `is larger than ${maximum}`;
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return 'is empty';
  if (origin === 'array') return `has fewer than ${minimum} entries`;
  return `is smaller than ${minimum}`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? typeof value;
}
