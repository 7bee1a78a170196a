/** @module What may stand between the messages and the composer, from top to bottom. Adding one is one line here. */
import { caseNews } from './aftersales/manifest.ts';
import { bot } from './bot/manifest.ts';
import { offer } from './cards/manifest.ts';
import type { NoticeFeature } from './feature.ts';
import { help } from './knowledge/manifest.ts';
import { offline } from './offline/manifest.ts';
import { queue } from './queue/manifest.ts';
import { rating } from './rating/manifest.ts';

export const notices: readonly NoticeFeature[] = [caseNews, bot, queue, offline, rating, offer, help];
