/** @module What a store decides about its answer bot. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { codes } from '../../kernel/codes.ts';
import { named, staffOnly } from '../../kernel/entity.ts';
import { extend } from '../../kernel/extend.ts';
import { Store } from '../access/index.ts';

/** `DRAFT` writes for agents, who send; `BOT` answers by itself until a person is wanted. */
export const botMode = codes('BotMode', {
  OFF: { en: 'Off', zh: '关闭' },
  DRAFT: { en: 'Drafts for agents', zh: '为客服拟稿', note: 'Agents send what it writes.' },
  BOT: { en: 'Answers by itself', zh: '自动回复', note: 'It makes way as soon as a person is wanted.' },
});
export const BOT_MODES = botMode.options;

export const StoreBot = named(
  'StoreBot',
  z.object({
    mode: botMode,
    /** As customers see it. */
    name: z.object({ zh: z.string().trim().min(1).max(40), en: z.string().trim().min(1).max(40) }),
    /** Whether a language model, where the server has one, may put an article into other words. */
    rephrase: z.boolean(),
    /** Whether names, numbers and addresses in a question are shown to that model; else they are masked first. */
    sendPersonalData: z.boolean(),
  }),
);
export type StoreBot = z.output<typeof StoreBot>;

/** A new store's bot: off, and nothing leaves the desk. */
export const DEFAULT_BOT: StoreBot = {
  mode: 'OFF',
  name: { zh: '智能助手', en: 'Assistant' },
  rephrase: false,
  sendPersonalData: false,
};

/** A store with what it decides about its bot. */
export const BotStore = extend(Store, { fields: { bot: staffOnly(StoreBot.default(DEFAULT_BOT)) }, audited: ['bot'] });

/** Decides whether the bot answers, and how. */
export const setStoreBot = defineAction({
  title: { en: 'Set the answer bot', zh: '设置智能助手' },
  allow: { staff: 'store.configure' },
  on: BotStore,
  input: z.object({ bot: StoreBot }),
  output: one(BotStore),
  run: (ctx, row, { bot }) => ctx.update(BotStore, row, { bot }),
});
