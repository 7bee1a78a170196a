/**
 * @module A policy pack as a file: written as JSON, read back and checked with errors a person can act on.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { PolicyPack } from '@shopdesk/core/policies';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../../kit/language.ts';
import { problemOf, sentenceOf } from '../../kit/problem.ts';
import { lintPolicy, type Findings } from './data.ts';
import { fileWords } from './policy-file-words.ts';

/** With what goes around it, this is what the desk takes in one request. */
const MOST_BYTES = 1_000_000;
const MOST_ERRORS = 50;

/** Offers the pack as a download named after its code. */
export function savePack(pack: PolicyPack, number: number | null): void {
  const url = URL.createObjectURL(new Blob([`${JSON.stringify(pack, null, 2)}\n`], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), {
    href: url,
    download: `${pack.code}${number === null ? '' : `-${number}`}.json`,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

type Named = Readonly<Record<string, unknown>> | undefined;

const part = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
const nameOf = (value: unknown, index: string): string =>
  String(part(value as Named, 'code') ?? part(value as Named, 'id') ?? `#${Number(index) + 1}`);

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

/** Reads a file and has the desk check it, without changing anything; every place that is wrong is named. */
export class PolicyFile implements ReactiveController {
  pack: PolicyPack | undefined;
  errors: readonly string[] = [];
  /** What the check of its rules says; it does not keep the file from being taken. */
  found: Findings | undefined;
  busy = false;
  readonly #host: ReactiveControllerHost & { readonly language: Language };
  readonly #client: () => DeskClient;

  constructor(host: ReactiveControllerHost & { readonly language: Language }, client: () => DeskClient) {
    this.#host = host;
    this.#client = client;
    host.addController(this);
  }

  hostConnected(): void {
    this.errors = [];
  }

  async read(text: string, storeId: string): Promise<void> {
    const words = this.#host.language.words(fileWords);
    [this.pack, this.found, this.errors] = [undefined, undefined, []];
    try {
      const tooLarge = new Blob([text]).size > MOST_BYTES;
      const value: unknown = tooLarge ? undefined : JSON.parse(text);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        this.errors = [tooLarge ? words.tooLarge : words.noPolicy];
      else await this.#check(value, storeId);
    } catch (error) {
      this.errors = [words.noJson(error instanceof Error ? error.message : '')];
    }
    this.#host.requestUpdate();
  }

  /** Says what keeps the pack from being taken besides its form. */
  refuse(error: string): void {
    [this.pack, this.errors] = [undefined, [error]];
    this.#host.requestUpdate();
  }

  async #check(value: object, storeId: string): Promise<void> {
    const { language } = this.#host;
    this.busy = true;
    this.#host.requestUpdate();
    try {
      const pack = value as PolicyPack;
      this.found = await this.#client().query(lintPolicy, { pack, storeId });
      this.pack = pack;
    } catch (error) {
      const problem = problemOf(error);
      const places = problem.fields
        .slice(0, MOST_ERRORS)
        .map(({ path, message }) =>
          language.words(fileWords).at(placeOf(path.replace(/^pack\.?/, ''), value, language), message),
        );
      this.errors = places.length > 0 ? places : [sentenceOf(problem, language)];
    }
    this.busy = false;
  }
}
