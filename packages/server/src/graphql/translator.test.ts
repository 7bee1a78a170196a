import { defineFeature, standardFeatures } from '@shopdesk/core';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { translatorOf } from './translator.ts';

const FEATURES = new URL('../../../core/src/features/', import.meta.url);
/** A sentence that a feature gives to a denial, a field problem or a rule of zod. */
const SENTENCE =
  /(?:message: |(?:refine|min|max|regex|problem|wrong)\([^'`\n]*(?:'[^'\n]*', )?)(['`])([A-Z][^'`\n]+[.!])\1/g;

async function sentencesOf(name: string): Promise<string[]> {
  const feature = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const files = (await readdir(new URL(`${feature}/`, FEATURES))).filter(
    (file) => file.endsWith('.ts') && !file.includes('.test.'),
  );
  const texts = await Promise.all(files.map((file) => readFile(new URL(`${feature}/${file}`, FEATURES), 'utf8')));
  return texts.flatMap((text) =>
    [...text.matchAll(SENTENCE)].map((found) => (found[2] as string).replace(/\$\{[^}]*\}/g, '7')),
  );
}

describe('what features say in English', () => {
  test.each(standardFeatures.map(({ name }) => [name]))('has its Chinese in the texts of %s', async (name) => {
    const translate = translatorOf({ features: standardFeatures });
    const missing = (await sentencesOf(name)).filter((english) => translate(english) === undefined);
    expect(missing).toEqual([]);
  });

  test('is looked for in earnest', async () => {
    expect(await sentencesOf('conversations')).toEqual(
      expect.arrayContaining(['The message is empty.', 'At most 7 characters.', 'Take the conversation first.']),
    );
    expect(await sentencesOf('access')).toContain('At least 10 characters.');
  });

  test('keeps its varying parts', () => {
    const features = [
      defineFeature({
        name: 'x',
        texts: { 'Only {} of “{}” left.': '只剩 {} 件“{}”。', 'Plain (really?).': '普通。' },
      }),
    ];
    const translate = translatorOf({ features });
    expect(translate('Only 3 of “Tea (loose)” left.')).toBe('只剩 3 件“Tea (loose)”。');
    expect(translate('Plain (really?).')).toBe('普通。');
    expect(translate('Plain reall.')).toBeUndefined();
  });
});
