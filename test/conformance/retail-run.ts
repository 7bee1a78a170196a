/**
 * @module Runs recorded cases one after another, each on the untouched store, and says where the desk did otherwise.
 */
import { readStoreFile } from 'demo-shop';
import { differences, expectedStore, readCases, type RetailCase, type StoreFile } from './retail-case.ts';
import { startRetailDesk, type RetailDesk } from './retail-desk.ts';
import { play } from './retail-play.ts';

export interface RunOptions {
  readonly store: string;
  readonly cases: readonly string[];
  /** Hears of each case as it is over. */
  readonly onCase?: (id: string, mismatches: readonly string[]) => void;
}

export interface RunReport {
  readonly passed: number;
  readonly failed: number;
  /** By case; those that passed are left out. */
  readonly mismatches: ReadonlyMap<string, readonly string[]>;
}

const MOST_SHOWN = 10;

async function mismatchesOf(
  desk: RetailDesk,
  before: StoreFile,
  { recorded, index }: { recorded: RetailCase; index: number },
): Promise<string[]> {
  desk.shop.reset();
  const found: string[] = [];
  for (const [at, step] of recorded.steps.entries()) {
    const place = `step ${at + 1} ${step.action}`;
    try {
      const outcome = await play({ desk, before, index }, step, `${recorded.id}/${at}`);
      const refused = 'refused' in outcome ? outcome.refused : undefined;
      if (refused !== undefined && step.expect === 'ok') found.push(`${place}: expected it done, but ${refused}`);
      if (refused === undefined && step.expect === 'error')
        found.push(`${place}: expected a refusal (${step.reason ?? ''}), but it was done`);
      if ('found' in outcome && step.result !== undefined && outcome.found !== step.result)
        found.push(`${place}: expected ${step.result}, got ${String(outcome.found)}`);
    } catch (error) {
      found.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const state = differences(expectedStore(before, recorded), desk.shop.exportStore());
  return [
    ...found,
    ...state.slice(0, MOST_SHOWN),
    ...(state.length > MOST_SHOWN ? [`… and ${state.length - MOST_SHOWN} more`] : []),
  ];
}

/** Runs every case of the files. */
export async function runCases({ store, cases: files, onCase }: RunOptions): Promise<RunReport> {
  const cases = files.flatMap(readCases);
  const before = readStoreFile(store);
  const desk = await startRetailDesk({ storeFile: store, count: cases.length });
  const mismatches = new Map<string, readonly string[]>();
  try {
    for (const [index, recorded] of cases.entries()) {
      const found = await mismatchesOf(desk, before, { recorded, index });
      if (found.length > 0) mismatches.set(recorded.id, found);
      onCase?.(recorded.id, found);
    }
  } finally {
    await desk.close();
  }
  return { passed: cases.length - mismatches.size, failed: mismatches.size, mismatches };
}
