/**
 * @module A policy pack: the tables of one layer, and what a lower layer may do with them.
 */
import { z } from 'zod';
import { decisionTableSchema } from './table-schema.ts';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A policy pack as data. */
export const policyPackSchema = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  title: text,
  layer: z.enum(['STATUTORY', 'PLATFORM', 'PROMISE']),
  asOf: z.iso.date(),
  /** What to check before the pack is used in production. */
  banner: text,
  /** Who wins where layers disagree: the consumer, or the most particular layer (a contract between firms). */
  conflict: z.enum(['CONSUMER', 'CONTRACT']),
  /** The statutory pack under this one, by region; `*` for all others. */
  statutoryLayer: z.record(z.string(), z.string()).optional(),
  /** The pack this one only changes: its rows replace rows with the same id, others are added. */
  basePack: z.string().optional(),
  /** The decisions in which a lower layer may be kinder to the consumer. */
  kinder: z.union([z.literal('ALL'), z.array(z.string())]),
  tables: z.array(decisionTableSchema),
});

/** A policy pack as data. */
export type PolicyPack = z.infer<typeof policyPackSchema>;
