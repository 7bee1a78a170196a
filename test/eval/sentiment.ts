/**
 * @module Trains the sentiment classifier on one file and scores it on another (cat,label,review; 1 good, 0 bad).
 */
import { trainSentiment } from '@shopdesk/core/language';
import { readSplit } from './arguments.ts';
import { report } from './score.ts';

const SEED = 1;
const { train, test } = readSplit('eval:sentiment', ['cat', 'label', 'review']);
const model = trainSentiment(
  train.map(({ cat = '', label = '', review = '' }) => ({ text: review, label, topic: cat })),
  SEED,
);
report(
  test,
  ({ label }) => label ?? '',
  ({ review, cat }) => model.predict(review ?? '', cat).label,
);
