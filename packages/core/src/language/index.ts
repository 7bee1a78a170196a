/**
 * Language in the shop: folding, forbidden terms, personal data, search, intent, emotion, priority.
 * Pure functions over text; nothing here reads files, clocks or networks.
 * @module
 */
export * from './fold.ts';
export * from './terms.ts';
export * from './default-terms.ts';
export * from './personal-data.ts';
export * from './detect-language.ts';
export * from './emotion.ts';
export * from './priority.ts';
export * from './intent-taxonomy.ts';
export * from './intent-rules.ts';
export * from './intent-examples/example.ts';
export * from './intent-examples/index.ts';
export * from './intent.ts';
export * from './sentiment.ts';
export * from './text-classifier.ts';
export * from './understanding.ts';
export * from './language-error.ts';
export * from './phrase-matcher.ts';
export * from './seeded-random.ts';
export * from './base64.ts';
export * from './intent-kept-out.ts';
export * from './retraining.ts';
export * from './search/search-index.ts';
export * from './search/topic-ranking.ts';
export * from './search/default-synonyms.ts';
