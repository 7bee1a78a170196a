/**
 * @module Trains the intent classifier on one file and scores it on another (utterance,category,intent).
 * Without files: the default model of the shop's own taxonomy on questions that it was not trained on.
 */
import { fileURLToPath } from 'node:url';
import { trainDefaultIntents, trainIntents } from '@shopdesk/core/language';
import { readRows, readSplit } from './arguments.ts';
import { report } from './score.ts';

const COLUMNS = ['utterance', 'category', 'intent'] as const;
const SEED = 1;

function score(): void {
  if (!process.argv.includes('--train') && !process.argv.includes('--test')) {
    const rows = readRows(fileURLToPath(new URL('intents/shop-questions.csv', import.meta.url)), COLUMNS);
    const model = trainDefaultIntents(SEED);
    return report(
      rows,
      ({ intent }) => intent ?? '',
      ({ utterance }) => model.predict(utterance ?? '').label,
    );
  }
  const { train, test } = readSplit('eval:intents', COLUMNS);
  const model = trainIntents(
    train.map(({ utterance = '', intent = '' }) => ({ text: utterance, intent })),
    SEED,
  );
  report(
    test,
    ({ intent }) => intent ?? '',
    ({ utterance }) => model.predict(utterance ?? '').label,
  );
}

score();
