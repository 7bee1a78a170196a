/**
 * @module An error as a log may hold it: its kind, where it came from, and its words without what is personal in them.
 */
import { maskText } from '@shopdesk/core';

const FRAME = /^\s+at /;
/** Causes of causes are followed so far. */
const DEEPEST = 5;

/** A copy of an error that may be logged; whatever else was thrown is told by its type alone. */
export function loggable(error: unknown, depth = 0): Error {
  if (!(error instanceof Error)) return new Error(`something of type ${typeof error} was thrown`);
  const { name, stack = '', cause } = error;
  const message = maskText(error.message);
  const because = cause !== undefined && depth < DEEPEST ? { cause: loggable(cause, depth + 1) } : {};
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  const facts = Object.fromEntries(
    ['code', 'constraint'].flatMap((key) => (key in error ? [[key, (error as never)[key]]] : [])),
  );
  return Object.assign(new Error(message, because), {
    name,
    stack: [`${name}: ${message}`, ...frames].join('\n'),
    ...facts,
  });
}
