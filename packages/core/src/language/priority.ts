/**
 * Priority rules of 2.12.1 and 2.12.5: the intent's own priority, raised by danger, media, leaks,
 * mass faults and an angry VIP. Every raise names its reason; nothing ever lowers a priority.
 * @module
 */
import type { Emotion } from './emotion.ts';
import { foldText } from './fold.ts';
import { DEFAULT_INTENTS, topIntent, type Intent, type Priority } from './intent-taxonomy.ts';
import { createWordPhrases } from './word-phrases.ts';

/** Factor on the time to resolve, by priority. */
export const RESOLVE_TIME_FACTOR: Readonly<Record<Priority, number>> = { P1: 0.25, P2: 0.5, P3: 1, P4: 1.5 };

export const PRIORITY_REASONS = ['INTENT', 'SAFETY', 'MEDIA_OR_AUTHORITY', 'PRIVACY_LEAK', 'MASS_FAULT', 'ANGRY_VIP'] as const;

/** Why a conversation has its priority. */
export type PriorityReason = (typeof PRIORITY_REASONS)[number];

export interface PriorityQuestion {
  readonly text: string;
  /** Key of the intent, of either level. */
  readonly intent: string;
  readonly emotion: Emotion;
  readonly isVip?: boolean;
  /** Set by whoever counts: many customers report the same fault now. */
  readonly isMassFault?: boolean;
}

/** A priority with the reasons that set it. */
export interface PriorityDecision {
  readonly priority: Priority;
  readonly reasons: readonly PriorityReason[];
}

const SIGNALS: Readonly<Record<string, string>> = {
  MEDIA_OR_AUTHORITY:
    '12315|12345|消协|消费者协会|工商局|市场监管|监管局|媒体|记者|曝光|发抖音|发微博|发小红书|上热搜|律师|起诉|法院|报警|派出所|' +
    'consumer protection|consumer association|trading standards|better business bureau|the press|journalist*|newspaper*|the media|' +
    'go viral|post it on tiktok|post it on twitter|lawyer|sue you|take you to court|police',
  PRIVACY_LEAK:
    '信息泄露|泄露我|泄露了我|隐私泄露|个人信息被|信息被卖|卖我信息|诈骗电话|冒充你们|冒充客服|' +
    'data leak*|data breach|leaked my|my data was|personal data was|sold my data|someone pretending to be you|scam call about my order|phishing',
  SAFETY:
    '受伤|烫伤|触电|漏电|爆炸|起火|着火|冒烟|中毒|窒息|流血|出血|住院|急诊|过敏|红肿|' +
    'injur*|electric shock|explod*|caught fire|on fire|smoking|poison*|chok*|bleeding|hospital|emergency room|allergic|burned my|burnt my',
};
const SAFETY_DENIED = /(?:防|不会|会不会|是否|怕|担心|避免|以免|不|会|可能|易|容易)$|(?:anti-?|prevent |avoid |will it |does it |could it |not |no |risk of )$/;

const find = createWordPhrases(SIGNALS);

function signalsIn(original: string): Set<string> {
  const text = foldText(original).replace(/['’]/g, '');
  const hits = find(text).filter(({ name, start }) => name !== 'SAFETY' || !SAFETY_DENIED.test(text.slice(Math.max(0, start - 10), start)));
  return new Set(hits.map((hit) => hit.name));
}

function ownPriority(key: string, taxonomy: readonly Intent[]): Priority {
  const of = (wanted: string): Priority | undefined => taxonomy.find((intent) => intent.key === wanted)?.priority;
  return of(key) ?? of(topIntent(key)) ?? 'P4';
}

/** Decides the priority of a message. */
export function decidePriority(question: PriorityQuestion, taxonomy: readonly Intent[] = DEFAULT_INTENTS): PriorityDecision {
  const signals = signalsIn(question.text);
  const raises: [PriorityReason, Priority, boolean][] = [
    ['INTENT', ownPriority(question.intent, taxonomy), true],
    ['SAFETY', 'P1', signals.has('SAFETY')],
    ['MEDIA_OR_AUTHORITY', 'P1', signals.has('MEDIA_OR_AUTHORITY')],
    ['PRIVACY_LEAK', 'P1', signals.has('PRIVACY_LEAK')],
    ['MASS_FAULT', 'P1', question.isMassFault === true],
    ['ANGRY_VIP', 'P2', question.isVip === true && question.emotion.label === 'ANGRY'],
  ];
  const applying = raises.filter(([, , applies]) => applies);
  const priority = applying.map(([, raised]) => raised).sort()[0] ?? 'P4';
  return { priority, reasons: applying.filter(([, raised]) => raised === priority).map(([reason]) => reason) };
}
