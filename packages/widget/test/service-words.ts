/** @module All words of self-service, as tests find things by them. */
import { texts as casesEn } from '../src/features/aftersales/words-en.ts';
import { texts as casesZh } from '../src/features/aftersales/words-zh-cn.ts';
import { texts as ordersEn } from '../src/features/orders/words-en.ts';
import { texts as ordersZh } from '../src/features/orders/words-zh-cn.ts';
import { texts as baseEn } from '../src/self-service/words-en.ts';
import { texts as baseZh } from '../src/self-service/words-zh-cn.ts';

export const en = { ...baseEn, ...ordersEn, ...casesEn };
export const zh: typeof en = { ...baseZh, ...ordersZh, ...casesZh };
