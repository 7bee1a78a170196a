/**
 * @module The features of the standard widget. Of several notices the first is seen, so the most urgent come first.
 * Adding one is one line here.
 */
import type { WidgetFeature } from '../feature.ts';
import { aftersales } from './aftersales/manifest.ts';
import { bot } from './answer-bot/manifest.ts';
import { cards } from './cards/manifest.ts';
import { knowledge } from './knowledge/manifest.ts';
import { offline } from './offline/manifest.ts';
import { orders } from './orders/manifest.ts';
import { outreach } from './outreach/manifest.ts';
import { queue } from './queue/manifest.ts';
import { rating } from './rating/manifest.ts';

export const standardWidgetFeatures: readonly WidgetFeature[] = [
  orders,
  bot,
  queue,
  rating,
  knowledge,
  offline,
  aftersales,
  outreach,
  cards,
];
