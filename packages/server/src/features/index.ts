/** @module What the features of the standard desk do in the server; adding one is one line here. */
import type { ServerFeature } from '../feature.ts';
import { answerBot } from './answer-bot/index.ts';
import { attachments } from './attachments/index.ts';
import { conversations } from './conversations/index.ts';
import { outreach } from './outreach/index.ts';
import { setup } from './setup/index.ts';
import { shopEvents } from './shop-events/index.ts';

export const standardServerFeatures: readonly ServerFeature[] = [
  answerBot,
  attachments,
  conversations,
  outreach,
  setup,
  shopEvents,
];
