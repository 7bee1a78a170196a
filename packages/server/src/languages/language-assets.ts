/** @module The languages that a desk has beside the two of its sources, as files that its pages load. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { SOURCE_LANGUAGES, type LanguageFile, type Languages } from '@shopdesk/core';
import type { Asset } from '../http/asset-folder.ts';
import { servedWords } from './page-words.ts';

const ADDRESS = /^languages\/([\w-]+)\.json$/;

export class LanguageAssets {
  readonly #files: readonly LanguageFile[];
  readonly #languages: Pick<Languages, 'match'>;
  readonly #made = new Map<string, Asset>();
  readonly #list: Asset;

  constructor(files: readonly LanguageFile[], languages: Pick<Languages, 'match'>) {
    this.#files = files;
    this.#languages = languages;
    this.#list = assetOf([...SOURCE_LANGUAGES, ...files.map(({ language }) => language)]);
  }

  /**
   * The words of one page at `languages/fr.json`, also for `fr-CA`; undefined where the desk has none such. Which it
   * has stands at `languages.json`.
   */
  get(part: 'admin' | 'widget', name: string): Asset | undefined {
    if (name === 'languages.json') return this.#list;
    const [, tag] = ADDRESS.exec(name) ?? [];
    const language = tag && this.#languages.match(tag);
    const file = this.#files.find((one) => one.language === language);
    if (!file) return undefined;
    const key = `${part} ${file.language}`;
    const made = this.#made.get(key) ?? assetOf(servedWords(file, part));
    this.#made.set(key, made);
    return made;
  }
}

function assetOf(words: object): Asset {
  const plain = Buffer.from(JSON.stringify(words));
  return {
    type: 'application/json; charset=utf-8',
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: false,
    plain,
    encoded: new Map([['gzip', gzipSync(plain, { level: 9 })]]),
  };
}
