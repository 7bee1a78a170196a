import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { ActionContext } from '../../kernel/context.ts';
import { backoff, defineEffect, minutes } from '../../kernel/effect.ts';
import { base64Of, bytesOf } from '../../language/base64.ts';
import type { IntentExample } from '../../language/intent-examples/example.ts';
import { retrainIntents, type Retrained } from '../../language/retraining.ts';
import { TRAINING_CERTAINTY } from '../../ports/model.ts';
import { ReaderTraining, ReaderWeights, ReadingCorrection } from './entities.ts';
import { readerTrained } from './events.ts';

/** The newest count: what a shop said two years ago need not hold. */
const MOST_CORRECTIONS = 2000;

/** Trains the tenant's reader with what was corrected, beside everything else: it takes seconds. */
export const trainInBackground = defineEffect({
  name: 'understanding.train',
  title: { en: 'Train the reader', zh: '训练识别模型' },
  port: 'trainReader',
  pool: { size: 1, perStore: 1 },
  timeout: minutes(10),
  retry: backoff(60, 600, 3600),
  input: z.object({}),
  certainty: TRAINING_CERTAINTY,
  fleeting: true,
  about: () => ({ entity: ReaderTraining.name, id: '', label: '', storeId: null }),
  do: async ({ trainReader: train = retrainIntents }, _input, { read }) => {
    const newest = await read.find(ReadingCorrection, {
      where: { intent: { ne: null } },
      order: [['at', 'desc']],
      limit: MOST_CORRECTIONS,
    });
    const examples = newest.toReversed();
    const of = (keptOut: boolean): IntentExample[] =>
      examples
        .filter((one) => one.keptOut === keptOut)
        .map(({ text, intent }) => ({ text, intent: intent ?? 'OTHER' }));
    const weights = await read.maybe(ReaderWeights, read.actor.tenantId);
    const retrained = await train({
      corrections: of(false),
      keptOut: of(true),
      ...(weights ? { current: bytesOf(weights.weights) } : {}),
    });
    return { retrained, examples: examples.length };
  },
  done: (ctx, _input, trained) => trained && keep(ctx, trained.retrained, trained.examples),
  refused: () => undefined,
});

/**
 * Has the tenant's reader trained with what was corrected. The new one is taken over only when it reads the kept-out
 * questions, those of the tenant among them, no worse than the one in use.
 */
export const trainReader = defineAction({
  title: { en: 'Train the reader', zh: '训练识别模型' },
  allow: { system: true },
  input: z.object({}),
  output: value('ReaderTrainingBegun', z.object({ at: z.string() })),
  unaudited: true,
  run: async (ctx) => {
    await ctx.send(trainInBackground, ctx.actor.tenantId, {});
    return { at: ctx.now };
  },
});

async function keep(ctx: ActionContext, { bytes, before, after }: Retrained, examples: number) {
  const id = ctx.actor.tenantId;
  const [known, weights] = await Promise.all([
    ctx.trusted('bookkeeping of the desk').maybe(ReaderTraining, id),
    ctx.trusted('bookkeeping of the desk').maybe(ReaderWeights, id),
  ]);
  const taken = after >= before;
  const number = (known?.number ?? 0) + (taken ? 1 : 0);
  const values = { number, examples, before, after, taken, trainedAt: ctx.now };
  if (taken) {
    const stored = { number, weights: base64Of(bytes) };
    if (weights) ctx.update(ReaderWeights, weights, stored);
    else ctx.insert(ReaderWeights, { id, ...stored });
    ctx.emit(readerTrained, { tenantId: id, number });
  }
  return known ? ctx.update(ReaderTraining, known, values) : ctx.insert(ReaderTraining, { id, ...values });
}
