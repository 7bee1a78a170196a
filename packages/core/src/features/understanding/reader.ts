/**
 * @module The reader of each tenant, kept ready in this process. A message is read with the one at hand, without a
 * look-up; beside it, at most twice a minute, it is asked whether another process has trained a newer one.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { restoreIntents } from '../../language/intent.ts';
import { bytesOf } from '../../language/base64.ts';
import { createMessageReader, type MessageReader, type Understanding } from '../../language/understanding.ts';
import { TenantCache } from '../guard/index.ts';
import { ReaderTraining, ReaderWeights } from './entities.ts';

const LOOK_AGAIN_MS = 30_000;
/** Texts of each reader that are kept with what was read; a few megabytes. */
const MOST_KEPT = 2000;

/** A reader with the number of its training; 0 as shipped. */
export interface ReadyReader {
  readonly reader: MessageReader;
  readonly number: number;
}

interface Kept extends ReadyReader {
  lookedAt: number;
}

const readers = new TenantCache<Kept>();
const outdated = new Set<string>();
let shipped: MessageReader | undefined;

/** Customers say the same things in the same words: what was read lately is not read again. */
function remembering(reader: MessageReader): MessageReader {
  const kept = new Map<string, Understanding>();
  return {
    ...reader,
    correct: (text, intent) => {
      kept.clear();
      reader.correct(text, intent);
    },
    understand: (text, context = {}) => {
      const key = `${context.isVip ? 'V' : ''}${context.isMassFault ? 'M' : ''}:${text}`;
      const understood = kept.get(key) ?? reader.understand(text, context);
      kept.delete(key);
      kept.set(key, understood);
      if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
      return understood;
    },
  };
}

/** The reader as shipped; trained in about a quarter of a second when it is asked for first. */
export const shippedReader = (): MessageReader => (shipped ??= remembering(createMessageReader()));

/** Says that this process has trained a newer one, which is then used from the next message on. */
export const forgetReader = (tenantId: string): void => void outdated.add(tenantId);

/** The tenant's reader. */
export async function readerOf(ctx: ReadContext): Promise<ReadyReader> {
  const known = readers.get(ctx);
  const { tenantId } = ctx.actor;
  if (!known || outdated.delete(tenantId)) return look(ctx, known);
  if (Date.parse(ctx.now) - known.lookedAt >= LOOK_AGAIN_MS) {
    known.lookedAt = Date.parse(ctx.now);
    // Nobody waits for it, and one that fails leaves the reader as it is until the next look.
    look(ctx, known).catch(() => undefined);
  }
  return known;
}

async function look(ctx: ReadContext, known: Kept | undefined): Promise<ReadyReader> {
  const lookedAt = Date.parse(ctx.now);
  const number = (await ctx.trusted('bookkeeping of the desk').maybe(ReaderTraining, ctx.actor.tenantId))?.number ?? 0;
  if (known && known.number >= number) return known;
  const stored =
    number > 0 ? await ctx.trusted('bookkeeping of the desk').maybe(ReaderWeights, ctx.actor.tenantId) : undefined;
  if (!stored) return readers.set(ctx, { reader: shippedReader(), number: 0, lookedAt });
  const classifier = restoreIntents(bytesOf(stored.weights));
  return readers.set(ctx, {
    reader: remembering(createMessageReader({ classifier })),
    number: stored.number,
    lookedAt,
  });
}
