/**
 * @module `shopdesk words`: all that a desk says, for whoever translates it; and what a file of a language lacks.
 */
import { readFile, writeFile } from 'node:fs/promises';
import {
  ConfigError,
  createDesk,
  placesIn,
  standardFeatures,
  type DeskStore,
  type Ports,
  type Words,
} from '@shopdesk/core';
import { defineCommand } from 'citty';
import { builtAssets } from '../built-assets.ts';
import type { AssetFolders } from '../http/asset-folder.ts';
import { parseLanguage } from '../languages/language-files.ts';
import { deskWords, pageCatalogue, pageWordProblems } from '../languages/page-words.ts';
import type { DeskServerOptions } from '../options.ts';
import { serverTexts } from '../texts.ts';
import { run } from './command.ts';
import { loadConfig } from './config.ts';

const ARGS = {
  config: { type: 'string', description: 'Configuration file (shopdesk.config.ts in this folder)' },
  out: { type: 'string', description: 'File to write every word to, as JSON (to the terminal)' },
  check: { type: 'string', description: 'A file of a language: say what it lacks and what is wrong with it' },
} as const;

interface Told extends Words {
  /** The names of its places, as they stand in braces. */
  readonly places?: readonly string[];
  readonly code?: string;
}

type Configured = Pick<DeskServerOptions, 'features'> & { readonly assets: AssetFolders };

const deskOf = ({ features = standardFeatures }: Configured, languages: DeskServerOptions['languages'] = []) => {
  const nothing = {} as DeskStore & Ports;
  const [clock, newId] = [() => new Date(0), () => ''];
  return createDesk({ features, texts: serverTexts, store: nothing, ports: nothing, clock, newId, languages });
};

/** Every word of a desk and of its pages by its key, in English and Chinese, with its places. */
export function wordsToTranslate(configured: Configured): Readonly<Record<string, Told>> {
  const own = [...deskOf(configured).languages.catalogue].map(([key, words]): [string, Told] => {
    const places = 'key' in words ? placesIn(words.en) : [];
    return [key, told(words, places instanceof Error ? [] : places)];
  });
  const pages = [...pageCatalogue(configured.assets)].map(([key, { places = 0, code, ...words }]): [string, Told] => [
    key,
    {
      ...told(
        words,
        Array.from({ length: places }, (_, index) => String(index)),
      ),
      ...(code ? { code } : {}),
    },
  ]);
  return Object.fromEntries([...own, ...pages]);
}

const told = ({ en, zh }: Words, places: readonly string[]): Told => ({
  en,
  zh,
  ...(places.length > 0 ? { places } : {}),
});

/**
 * The keys that the file of a language leaves to English.
 * @throws ConfigError naming what is wrong with it
 */
export function lackedBy(text: string, configured: Configured): string[] {
  const file = parseLanguage(text, 'the file');
  deskOf(configured, [deskWords(file)]);
  const problems = pageWordProblems([file], pageCatalogue(configured.assets));
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.keys(wordsToTranslate(configured)).filter((key) => !file.words[key]?.trim());
}

export const wordsCommand = defineCommand({
  meta: {
    name: 'words',
    description: 'List every word of this desk for a translator, or check the file of a language',
  },
  args: ARGS,
  run: ({ args }) =>
    run(async ({ print, words }) => {
      const { features, assets } = await loadConfig(process.cwd(), args.config);
      const configured = {
        ...(features ? { features } : {}),
        assets: assets === false ? {} : { ...builtAssets(), ...assets },
      };
      if (args.check) {
        const lacking = lackedBy(await readFile(args.check, 'utf8'), configured);
        for (const key of lacking) print(key);
        return print(words.lacks(lacking.length));
      }
      const json = `${JSON.stringify(wordsToTranslate(configured), null, 2)}\n`;
      if (!args.out) return void process.stdout.write(json);
      await writeFile(args.out, json);
      print(args.out);
    })({ args }),
});
