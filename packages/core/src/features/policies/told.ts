/**
 * @module What a policy says, for a customer: the clause without facts and rule numbers, and of what would change the
 * answer only the time. Nobody is told a fact that they could bring about, or say falsely.
 */
import {
  spokenDeadline,
  spokenStart,
  type Change,
  type ChangeForm,
  type Decision,
  type Saying,
} from '../../policies/index.ts';

type Text = { readonly zh: string; readonly en: string };

const SENTENCES: Partial<Record<ChangeForm, (at: string, saying: Saying) => Text>> = {
  UNTIL: (at, saying) => {
    const { zh, en } = spokenDeadline(at, saying);
    return { zh: `最晚可于${zh}办理`, en: `until ${en}` };
  },
  WAS_UNTIL: (at, saying) => {
    const { zh, en } = spokenDeadline(at, saying);
    return { zh: `办理期限已于${zh}结束`, en: `this was possible until ${en}` };
  },
  FROM: (at, saying) => {
    const { zh, en } = spokenStart(at, saying);
    return { zh: `${zh}起可以办理`, en: `from ${en} on` };
  },
};

/** The times among what would change a decision, as people say them. A time that takes another fact besides is none. */
export const timesTold = (changes: readonly Change[], saying: Saying): Text[] =>
  changes.flatMap(({ form, inputs, instant }) => {
    const write = SENTENCES[form];
    return write && instant !== undefined && inputs.length === 1 ? [write(instant, saying)] : [];
  });

/** A decision for whoever asks: staff read every fact and rule, a customer the clause. */
export const decisionFor = (
  { kind }: { readonly kind: string },
  { reasons, clause, ruleIds, whatWouldChangeIt }: Decision,
  saying: Saying,
): { readonly reasons: Decision['reasons']; readonly changes: readonly Text[] } =>
  kind === 'shopper'
    ? { reasons: [{ ruleIds, text: clause }], changes: timesTold(whatWouldChangeIt, saying) }
    : { reasons, changes: whatWouldChangeIt.map(({ text }) => ({ ...text })) };
