/** @module What one may say after `pnpm pictures`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES, SCHEMES, SIZES, STATES, type BookPage, type Size, type State } from './plan.ts';
import type { Locale } from '../e2e/support/words.ts';

export const USAGE = `Usage: pnpm pictures --out FOLDER [--against FOLDER] [--pages NAME,NAME*] [--states STATE,STATE]
                     [--locales en,zh-CN] [--widths 1440,390] [--schemes light,dark] [--lanes 2] [--resume] [--list]`;

export interface Options {
  /** Where the book is written. */
  readonly folder: string;
  /** Folder of an earlier book. */
  readonly against: string | undefined;
  /** Names of pages; one that ends in a star stands for all that begin so. */
  readonly pages: readonly string[] | undefined;
  readonly states: readonly State[];
  readonly locales: readonly Locale[];
  readonly sizes: readonly Size[];
  readonly schemes: readonly (typeof SCHEMES)[number][];
  /** So many pages are taken beside each other. */
  readonly lanes: number;
  /** Leaves out what an earlier run into the same folder has finished. */
  readonly resume: boolean;
  /** Only says the names of the pages. */
  readonly list: boolean;
}

/** Thrown with what is wrong with the command line. */
export class UsageError extends Error {}

/** The chosen of these, in their order. @throws UsageError naming what is none of them */
function chosen<T>(name: string, given: string | undefined, all: readonly T[]): readonly T[] {
  if (given === undefined) return all;
  const wanted = given.split(',').map((one) => one.trim());
  const strange = wanted.filter((one) => !all.some((known) => String(known) === one));
  if (strange.length > 0)
    throw new UsageError(`--${name}: there is no ${strange.join(', ')}. There are ${all.join(', ')}.`);
  return all.filter((one) => wanted.includes(String(one)));
}

/** @throws UsageError */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    out: text,
    against: text,
    pages: text,
    states: text,
    locales: text,
    widths: text,
    schemes: text,
    lanes: text,
    resume: flag,
    list: flag,
  };
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options });
    } catch (error) {
      throw new UsageError(String((error as Error).message));
    }
  })();
  if (!values.out && !values.list) throw new UsageError('--out: say into which folder the book is to be written.');
  const lanes = Number(values.lanes ?? 2);
  if (!Number.isInteger(lanes) || lanes < 1 || lanes > 16) throw new UsageError('--lanes: a number from 1 to 16.');
  const widths = chosen(
    'widths',
    values.widths,
    SIZES.map(({ width }) => width),
  );
  return {
    folder: resolve(values.out ?? '.'),
    against: values.against ? resolve(values.against) : undefined,
    pages: values.pages?.split(','),
    states: chosen('states', values.states, STATES),
    locales: chosen('locales', values.locales, LOCALES),
    sizes: SIZES.filter(({ width }) => widths.includes(width)),
    schemes: chosen('schemes', values.schemes, SCHEMES),
    lanes,
    resume: values.resume ?? false,
    list: values.list ?? false,
  };
}

/** The pages that were asked for. @throws UsageError naming those that are none */
export function pagesAmong<P extends Pick<BookPage, 'name'>>(
  pages: readonly P[],
  wanted: Options['pages'],
): readonly P[] {
  if (!wanted) return pages;
  const means = (pattern: string) => (name: string) =>
    pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  const strange = wanted.filter((pattern) => !pages.some(({ name }) => means(pattern)(name)));
  if (strange.length > 0)
    throw new UsageError(
      `--pages: there is no ${strange.join(', ')}. There are ${pages.map(({ name }) => name).join(', ')}.`,
    );
  return pages.filter(({ name }) => wanted.some((pattern) => means(pattern)(name)));
}
