/**
 * @module Scripts that fit what a customer says: by the scene of what he is about, and by the words that both hold.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { foldText } from '../../language/fold.ts';
import type { z } from 'zod';
import type { intent } from '../conversations/index.ts';
import type { Scene } from './entities.ts';
import { isUsable, libraryOf, type ShelvedScript } from './library.ts';

/** A script that nobody asked for must hold at least this share of what the customer says, or be of its scene. */
const LEAST = 0.3;
/** What the scene alone counts. */
const OF_SCENE = 0.35;

type Intent = z.output<typeof intent>;

/** The scenes that belong to what a customer is about, the nearest first. */
export const SCENES_OF: Readonly<Partial<Record<Intent, readonly Scene[]>>> = {
  PRODUCT: ['PRODUCT', 'NEED'],
  PROMOTION: ['PROMOTION', 'PRICE'],
  ORDER: ['VERIFY', 'UNPAID'],
  PAYMENT: ['UNPAID'],
  LOGISTICS: ['TRACKING', 'DELAY'],
  RETURN: ['RETURN', 'SOLUTION'],
  EXCHANGE: ['SOLUTION', 'RETURN'],
  REPAIR: ['SOLUTION'],
  REFUND: ['REFUND'],
  COMPLAINT: ['COMPLAINT', 'APOLOGY'],
};

const RUN = /\p{Script=Han}+|[^\P{L}\p{Script=Han}]+|\p{N}+/gu;
const HAN = /^\p{Script=Han}/u;

/** Pairs of Han characters, and words of more than two letters. */
function termsOf(text: string): Set<string> {
  const runs = Array.from(foldText(text).matchAll(RUN), ([run]) => run);
  return new Set(
    runs.flatMap((run) =>
      HAN.test(run)
        ? [...run].slice(1).map((character, at) => `${[...run][at] ?? ''}${character}`)
        : run.length > 2
          ? [run]
          : [],
    ),
  );
}

/** Of texts that do not change between two questions the terms are cut once. */
const known = new Map<string, Set<string>>();
const MOST_KNOWN = 5000;

function termsOfScript({ title, body, quickKey, variables }: ShelvedScript): Set<string> {
  const text = [title.zh, title.en, body.zh, body.en, quickKey ?? '', variables.join(' ')].join('\n');
  const cut = known.get(text) ?? termsOf(text);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, cut);
  return cut;
}

export interface SuggestedScript {
  readonly script: ShelvedScript;
  /** 0 to 1. */
  readonly coverage: number;
}

/** The scripts that fit best, best first. */
export async function suggestScripts(
  ctx: ReadContext,
  about: { text: string; intent: Intent | null; storeId: string; limit: number },
): Promise<SuggestedScript[]> {
  const asked = [...termsOf(about.text)];
  const scenes = (about.intent && SCENES_OF[about.intent]) ?? [];
  const coverageOf = (script: ShelvedScript) => {
    const held = termsOfScript(script);
    const share = asked.length === 0 ? 0 : asked.filter((term) => held.has(term)).length / asked.length;
    return Math.min(1, share + (scenes.includes(script.scene) ? OF_SCENE : 0));
  };
  return (await libraryOf(ctx))
    .filter(
      (script) => isUsable(script, about.storeId, ctx.now) && script.scene !== 'GREETING' && script.scene !== 'AWAY',
    )
    .map((script) => ({ script, coverage: coverageOf(script) }))
    .filter(({ coverage }) => coverage >= LEAST)
    .sort((a, b) => b.coverage - a.coverage || b.script.usageCount - a.script.usageCount)
    .slice(0, about.limit);
}
