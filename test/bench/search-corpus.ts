/**
 * @module 20,000 shop articles in Chinese and English: the labelled ones among distractors that are made of their own
 * sentences, the hard case: most match some word.
 */
import { seededRandom } from '@shopdesk/core/language';
import { articles, type Article } from '../eval/search-set.ts';

export const ARTICLES = 20_000;
const random = seededRandom(20_000);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

const THINGS = {
  zh: [
    '耳机',
    '羽绒服',
    '电饭煲',
    '面霜',
    '运动鞋',
    '行李箱',
    '台灯',
    '奶粉',
    '键盘',
    '窗帘',
    '跑步机',
    '茶叶',
    '手表',
    '雨伞',
    '积木',
  ],
  en: [
    'headphones',
    'jacket',
    'rice cooker',
    'face cream',
    'running shoes',
    'suitcase',
    'lamp',
    'milk powder',
    'keyboard',
    'curtain',
    'treadmill',
    'tea',
    'watch',
    'umbrella',
    'blocks',
  ],
} as const;

function sentences(language: 'zh' | 'en'): string[] {
  return articles()
    .filter((article) => article.language === language)
    .flatMap(({ title, body }) => [title, ...body.split(/(?<=[。.])\s*/)])
    .filter((sentence) => sentence !== '');
}

const PARTS = { zh: sentences('zh'), en: sentences('en') };

/** Clauses from different articles about one product, so that words are shared but the matter is not. */
function distractor(number: number): Article {
  const language = number % 2 === 0 ? 'zh' : 'en';
  const thing = `${pick(THINGS[language])} ${Math.floor(random() * 5_000)}`;
  const clause = (): string => pick(pick(PARTS[language]).split(/[,，]\s*/));
  const join = language === 'zh' ? ',' : ', ';
  const body = Array.from({ length: 4 + Math.floor(random() * 5) }, clause).join(join);
  return { id: `x-${number}`, language, title: `${thing} ${clause()}`, body };
}

export const corpus: readonly Article[] = [
  ...articles(),
  ...Array.from({ length: ARTICLES - articles().length }, (_, number) => distractor(number)),
];
