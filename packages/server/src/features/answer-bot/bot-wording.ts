/**
 * @module Words the bot's answers by the model, beside the requests: a send has long been answered when the model is
 * asked. Whatever fails here, the article speaks for itself at once; if this process dies, by a timer in another.
 */
import {
  botAsked,
  DeniedError,
  rephraseAnswer,
  type BotAsked,
  type Committed,
  type Desk,
  type Model,
} from '@shopdesk/core';

export interface BotWordingOptions {
  readonly desk: Desk;
  readonly model: Model;
  readonly onError: (error: unknown, where: string) => void;
  /** Questions to the model at once. @defaultValue 4 */
  readonly atOnce?: number;
}

/** More than these are left to the timer: they would wait longer than it. */
const MOST_WAITING = 50;

/** Begins to listen; call the answer to stop, which waits for what is under way. */
export function startBotWording({ desk, model, onError, atOnce = 4 }: BotWordingOptions): () => Promise<void> {
  const waiting: BotAsked[] = [];
  const running = new Set<Promise<void>>();
  let stopped = false;
  const next = () => {
    while (!stopped && running.size < atOnce) {
      const asked = waiting.shift();
      if (!asked) return;
      const work: Promise<void> = answer(desk, model, asked, onError).finally(() => {
        running.delete(work);
        next();
      });
      running.add(work);
    }
  };
  const unfollow = desk.onCommitted(({ events }: Committed) => {
    for (const { name, payload } of events)
      if (name === botAsked.name && waiting.length < MOST_WAITING) waiting.push(payload as BotAsked);
    next();
  });
  return async () => {
    stopped = true;
    unfollow();
    await Promise.all(running);
  };
}

async function answer(
  desk: Desk,
  model: Model,
  { tenantId, conversationId, seq }: BotAsked,
  onError: BotWordingOptions['onError'],
): Promise<void> {
  const system = { kind: 'system', tenantId, name: 'bot' } as const;
  // Somebody took the conversation over while the question waited its turn: then the model is told nothing.
  if (await desk.check(system, 'answerByBot', { conversationId, seq })) return;
  const worded = await rephraseAnswer(desk.read(system), model, { conversationId, seq }).catch((error: unknown) =>
    onError(error, 'bot wording'),
  );
  try {
    await desk.perform(system, 'answerByBot', { conversationId, seq, ...worded });
  } catch (error) {
    // Somebody took the conversation over meanwhile, or the timer was faster.
    if (!(error instanceof DeniedError)) onError(error, 'bot answer');
  }
}
