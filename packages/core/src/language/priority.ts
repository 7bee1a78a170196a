/**
 * Priority rules of 2.12.1 and 2.12.5: the intent's own priority, raised by danger, media, leaks,
 * mass faults and an angry VIP. Every raise names its reason; nothing ever lowers a priority.
 * @module
 */
import type { Emotion } from './emotion.ts';
import { foldText } from './fold.ts';
import { DEFAULT_INTENTS, topIntent, type Intent, type Priority } from './intent-taxonomy.ts';
import { createWordPhrases, longestOnly } from './word-phrases.ts';

/** Factor on the time to resolve, by priority. */
export const RESOLVE_TIME_FACTOR: Readonly<Record<Priority, number>> = { P1: 0.25, P2: 0.5, P3: 1, P4: 1.5 };

export const PRIORITY_REASONS = [
  'INTENT',
  'SAFETY',
  'MEDIA_OR_AUTHORITY',
  'PRIVACY_LEAK',
  'MASS_FAULT',
  'ANGRY_VIP',
] as const;

/** Why a conversation has its priority. */
export type PriorityReason = (typeof PRIORITY_REASONS)[number];

export interface PriorityQuestion {
  readonly text: string;
  /** Key of the intent, of either level. */
  readonly intent: string;
  /** The intent is only likely: it puts nobody before the others, P3 at most. */
  readonly isGuess?: boolean;
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
    '12315|12345|消协|消费者协会|工商局|市场监管|监管局|找媒体|联系媒体|告诉媒体|新闻媒体|媒体曝光|给媒体|上媒体|找记者|联系记者|告诉记者|给记者|记者来|曝光你|要曝光|去曝光|网上曝光|给你曝光|曝光出去|' +
    '发抖音|发微博|发小红书|上热搜|找律师|请律师|律师函|我的律师|律师会|律师来|起诉你|要起诉|去起诉|会起诉|法院见|去法院|上法院|法院起诉|报警了|要报警|去报警|我报警|就报警|会报警|派出所|' +
    'consumer protection|consumer association|trading standards|better business bureau|to the press|call the press|contact the press|tell the press|a journalist|to journalists|to the newspaper*|the newspapers|the media|' +
    'go viral|post it on tiktok|post it on twitter|my lawyer|a lawyer to|call a lawyer|get a lawyer|with a lawyer|lawyers will|hear from a lawyer|sue you|taking you to court|take you to court|go to court|' +
    'call the police|to the police|the police|police report|file a police',
  PRIVACY_LEAK:
    '信息泄露|泄露我|泄露了我|隐私泄露|个人信息被|信息被卖|卖我信息|诈骗电话|冒充你们|冒充客服|' +
    'data leak*|data breach|leaked my|my data was|personal data was|sold my data|someone pretending to be you|scam call about my order|phishing',
  SAFETY:
    '受伤|烫伤|触电|漏电|爆炸|起火|着火|冒烟|中毒|窒息|流血|出血|住院|急诊|过敏|红肿|' +
    'injur*|electric shock|exploded|exploding|it explodes|caught fire|catching fire|on fire|is smoking|started smoking|was smoking|smoking and|poisoned|poisoning|choked|choking|bleeding|to hospital|to the hospital|in hospital|' +
    'in the hospital|hospitalised|hospitalized|emergency room|allergic to|allergic reaction|an allergic|burned my|burnt my',
  // What goods are called and questions about them: a word inside one of these is no signal.
  INNOCENT:
    '防烫伤|防触电|防漏电|防爆炸|防着火|防中毒|防窒息|抗过敏|防过敏|脱敏|低过敏|过敏原检测|会不会过敏|容易过敏|过敏肌|敏感肌|烫伤膏|止血|流血时|出血时|烟雾报警|冒烟测试|触电保护|漏电保护|住院用|急诊包|防着火|起火点|爆炸盐|爆炸糖|' +
    '红肿的皮肤能|a lawyer gift|gift for a lawyer|mug for a lawyer|bleeding cut*|bleeding heart|for bleeding|stop bleeding|choking hazard*|anti choking|anti-choking|poisoning prevention|on fire sauce|exploding kittens|injury prevention|injury time|sports injur*',
};
const SAFETY_DENIED =
  /(?:防|不会|会不会|是否|怕|担心|避免|以免|不|会|可能|易|容易)$|(?:anti-?|prevent |avoid |will it |does it |could it |not |no |risk of )$/;

const find = createWordPhrases(SIGNALS);

function signalsIn(original: string): Set<string> {
  const text = foldText(original).replace(/['’]/g, '');
  const hits = longestOnly(find(text)).filter(
    ({ name, start }) => name !== 'SAFETY' || !SAFETY_DENIED.test(text.slice(Math.max(0, start - 10), start)),
  );
  return new Set(hits.map((hit) => hit.name));
}

function ownPriority(key: string, taxonomy: readonly Intent[]): Priority {
  const of = (wanted: string): Priority | undefined => taxonomy.find((intent) => intent.key === wanted)?.priority;
  return of(key) ?? of(topIntent(key)) ?? 'P4';
}

const atMostP3 = (priority: Priority): Priority => (priority < 'P3' ? 'P3' : priority);

/** Decides the priority of a message. */
export function decidePriority(
  question: PriorityQuestion,
  taxonomy: readonly Intent[] = DEFAULT_INTENTS,
): PriorityDecision {
  const signals = signalsIn(question.text);
  const raises: [PriorityReason, Priority, boolean][] = [
    [
      'INTENT',
      question.isGuess ? atMostP3(ownPriority(question.intent, taxonomy)) : ownPriority(question.intent, taxonomy),
      true,
    ],
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
