/**
 * @module A policy pack as a file: written as JSON, read back with an error a person can act on.
 */
import { parsePolicyPack, PolicyCompileError, type PolicyPack } from '@shopdesk/core/policies';
import type { Language, Texts } from '../../kit/language.ts';

const en = {
  noJson: (why: string) => `This is not a JSON file: ${why}`,
  tooLarge: 'The file is larger than 1 MB.',
  at: (place: string, message: string) => `${place}: ${message}`,
  whole: 'The file',
  tableNo: (name: string) => `table ${name}`,
  rowNo: (name: string) => `row ${name}`,
};
const zh: typeof en = {
  noJson: (why) => `不是有效的 JSON 文件:${why}`,
  tooLarge: '文件超过 1 MB。',
  at: (place, message) => `${place}:${message}`,
  whole: '文件',
  tableNo: (name) => `表 ${name}`,
  rowNo: (name) => `规则 ${name}`,
};
const fileWords: Texts<typeof en> = { en, zh };

const MOST_BYTES = 1_000_000;
const MOST_ERRORS = 50;

export interface ReadFile {
  readonly pack?: PolicyPack;
  readonly errors: readonly string[];
}

/** Offers the pack as a download named after its code. */
export function savePack(pack: PolicyPack, number: number | null): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(pack, null, 2)}\n`], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `${pack.code}${number === null ? '' : `-${number}`}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

type Named = Readonly<Record<string, unknown>> | undefined;

const part = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined);
const nameOf = (value: unknown, index: string): string => String(part(value as Named, 'code') ?? part(value as Named, 'id') ?? `#${Number(index) + 1}`);

/** `tables.0.rows.3.when` as a person finds it: table TM-RETURN, row TM-04, when. */
function placeOf(path: string, value: unknown, language: Language): string {
  const words = language.words(fileWords);
  const steps = path.split('.').filter(Boolean);
  const said: string[] = [];
  let at = value;
  steps.forEach((step, index) => {
    at = part(at, step);
    const list = steps[index - 1];
    if (/^\d+$/.test(step) && list === 'tables') said.push(words.tableNo(nameOf(at, step)));
    else if (/^\d+$/.test(step) && list === 'rows') said.push(words.rowNo(nameOf(at, step)));
    else if (step !== 'tables' && step !== 'rows') said.push(step);
  });
  return said.length > 0 ? language.list(said) : words.whole;
}

/** Reads a pack from a file's text; every place that is wrong is named. */
export function readPackFile(text: string, language: Language): ReadFile {
  const words = language.words(fileWords);
  if (text.length > MOST_BYTES) return { errors: [words.tooLarge] };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { errors: [words.noJson(error instanceof Error ? error.message : '')] };
  }
  try {
    return { pack: parsePolicyPack(value), errors: [] };
  } catch (error) {
    if (!(error instanceof PolicyCompileError)) throw error;
    return { errors: error.problems.slice(0, MOST_ERRORS).map(({ column = '', message }) => words.at(placeOf(column, value, language), language.of(message))) };
  }
}
