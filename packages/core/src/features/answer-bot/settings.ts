/** @module What a store decides about its answer bot: fields only, so that the store may carry them. */
import { z } from 'zod';
import { named } from '../../kernel/entity.ts';

/** `DRAFT` writes for agents, who send; `BOT` answers by itself until a person is wanted. */
export const BOT_MODES = ['OFF', 'DRAFT', 'BOT'] as const;

export const StoreBot = named(
  'StoreBot',
  z.object({
    mode: named('BotMode', z.enum(BOT_MODES)),
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
