/**
 * @module What leaves the desk, for people: the calls of which nobody knows whether they were carried out, and what a
 * person says of them.
 */
import { defineFeature } from '../../kernel/feature.ts';
import { decideOutgoingCall } from './decide.ts';
import { effectsWords } from './words.ts';

export const effects = defineFeature({
  name: 'effects',
  words: effectsWords,
  actions: { decideOutgoingCall },
  permissions: {
    'effect.read': {
      roles: ['SV', 'MG', 'AD', 'FN'],
      en: 'See what left the desk for the shop',
      zh: '查看发往商店的调用',
    },
    'effect.decide': {
      roles: ['SV', 'MG', 'AD', 'FN'],
      en: 'Decide about calls of which nobody knows the outcome',
      zh: '处理结果未知的调用',
    },
  },
});
