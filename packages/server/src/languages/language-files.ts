/** @module Files of languages, as translators write them. */
import { readFileSync } from 'node:fs';
import { ConfigError, type LanguageFile } from '@shopdesk/core';
import { z } from 'zod';

const LanguageJson = z.strictObject({ language: z.string(), words: z.record(z.string(), z.string()) });

/** @throws ConfigError where the text is no file of a language */
export function parseLanguage(text: string, name: string): LanguageFile {
  const parsed = LanguageJson.safeParse(attempt(text));
  if (parsed.success) return parsed.data;
  throw new ConfigError([`${name}: expected { "language": "fr", "words": { "panel.kit.close": "…" } }`]);
}

/** The languages of a list of files: `fr.json, de.json`. @throws ConfigError naming what cannot be read */
export const readLanguages = (list: string | undefined): readonly LanguageFile[] =>
  (list ?? '')
    .split(',')
    .map((file) => file.trim())
    .filter(Boolean)
    .map((file) => parseLanguage(read(file), file));

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new ConfigError([`${file}: there is no such file of a language`]);
  }
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
