import { AFTER_SALE_EXAMPLES } from './after-sale.ts';
import { CARE_EXAMPLES } from './care.ts';
import type { IntentExample, IntentExamples } from './example.ts';
import { IN_SALE_EXAMPLES } from './in-sale.ts';
import { PRE_SALE_EXAMPLES } from './pre-sale.ts';

const ALL: IntentExamples = { ...PRE_SALE_EXAMPLES, ...IN_SALE_EXAMPLES, ...AFTER_SALE_EXAMPLES, ...CARE_EXAMPLES };

/** What a new shop's classifier learns from: questions in Chinese and English for each default intent. */
export const DEFAULT_INTENT_EXAMPLES: readonly IntentExample[] = Object.entries(ALL).flatMap(([intent, { zh, en }]) =>
  [...zh.split('|'), ...en.split('|')].map((text) => ({ text, intent })),
);
