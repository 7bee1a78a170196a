/** @module What leaves the desk, for people: the calls of which nobody knows whether they were carried out, and what a person says of them. */
import { defineFeature } from '../../kernel/feature.ts';
import { decideOutgoingCall } from './decide.ts';
import { effectTexts } from './texts.ts';

export const effects = defineFeature({
  name: 'effects',
  actions: { decideOutgoingCall },
  permissions: {
    'effect.read': ['SV', 'MG', 'AD', 'FN'],
    'effect.decide': ['SV', 'MG', 'AD', 'FN'],
  },
  texts: effectTexts,
});
