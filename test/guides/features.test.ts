import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const GUIDE = 'docs/guide/features.md';
const blocks = [...read(GUIDE).matchAll(/<!-- from: (\S+) -->\n```\w*\n([^]*?)```/g)].map(
  ([, file = '', code = '']) => ({ file, code }),
);

describe('the guide to features', () => {
  test.each(blocks)('shows code of $file as it is there', ({ file, code }) => expect(read(file)).toContain(code));

  test('takes most of its code from there', () => expect(blocks.length).toBeGreaterThan(5));
});
