/** @module What happens to an article by itself. */
import { timer } from '../../kernel/timer.ts';
import { Article } from './entities.ts';

/** Somebody must read a published article again. */
export const reviewTimer = timer({ key: 'article', on: Article });
