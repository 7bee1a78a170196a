import { describe, expect, test } from 'vitest';
import { sentences, sentencesIn } from '../scripts/house/sentences.mjs';

const placesOf = (found: readonly { readonly path: string; readonly line: number; readonly text: string }[]) =>
  found.map(({ path, line, text }) => `${path}:${line} ${text}`);

describe('what the desk says', () => {
  test('has a key wherever core and the server refuse something', () => {
    expect(placesOf(sentences())).toEqual([]);
  });

  test.each([
    ["deny('CONFLICT', { message: 'Not twice.' })"],
    ["refuse('VALIDATION_FAILED', { fields: [{ path: 'id', message: text }] })"],
    ["z.string().min(10, 'At least ten characters.')"],
    ["z.string().refine((text) => hasVisible(text), 'Say something.')"],
    ['const value = /is (.*), expected /.exec(message)'],
    ["if (error.denial.message === 'Not found.') return"],
    ["if (issue.message.includes('undefined')) return"],
  ])('is found without one in %s', (text) => {
    expect(sentencesIn({ path: 'x.ts', text })).not.toEqual([]);
  });

  test.each([
    ["deny('CONFLICT', { text: t.notTwice })"],
    ['z.string().refine((text) => hasVisible(text), says(t.empty))'],
    ["new ShopError('INVALID', 'Not valid.')"],
    ['const { message } = addEntry(ctx, conversation, entry)'],
  ])('is left alone in %s', (text) => {
    expect(sentencesIn({ path: 'x.ts', text })).toEqual([]);
  });
});
