/**
 * @module The Chinese of what features say in English, found by the English sentence.
 */
import type { Desk } from '@shopdesk/core';

/** Gives the Chinese of a sentence, if somebody has said it. */
export type Translate = (english: string) => string | undefined;

/** What the kernel and the server themselves say. */
const OWN: Readonly<Record<string, string>> = {
  'At most {} characters.': '最多 {} 个字符。',
  'Between 1 and {}.': '应在 1 到 {} 之间。',
  'Not a cursor of this list.': '不是此列表的游标。',
  'Only somebody who works for every store may do this.': '仅负责全部店铺的人员可以执行此操作。',
  'Pass `after` with `first`, `before` with `last`.': '`after` 须与 `first` 一起使用，`before` 须与 `last` 一起使用。',
  'Shoppers ask at /shopper, staff at /graphql.': '顾客请使用 /shopper，员工请使用 /graphql。',
  'The text has a broken character.': '文字包含无法识别的字符。',
  'This action takes no idempotency key.': '此操作不支持幂等键。',
  'This concerns stores that you do not work for.': '此操作涉及您不负责的店铺。',
  'This idempotency key was used for another action.': '该幂等键已用于其他操作。',
  'This idempotency key was used with another input.': '该幂等键已用于其他内容。',
};

interface Pattern {
  readonly english: RegExp;
  readonly chinese: readonly string[];
}

const translators = new WeakMap<Desk['features'], Translate>();

/** The translator of a desk's features. */
export function translatorOf({ features }: Pick<Desk, 'features'>): Translate {
  let translate = translators.get(features);
  if (!translate) translators.set(features, (translate = createTranslator(features)));
  return translate;
}

function createTranslator(features: Desk['features']): Translate {
  const texts = Object.assign({}, OWN, ...features.map((feature) => feature.texts)) as Record<string, string>;
  const exact = new Map(Object.entries(texts));
  const patterns = [...exact].filter(([english]) => english.includes('{}')).map(patternOf);
  return (english) => {
    const chinese = exact.get(english);
    if (chinese !== undefined) return chinese;
    for (const pattern of patterns) {
      const found = pattern.english.exec(english);
      if (found) return pattern.chinese.map((part, n) => part + (found[n + 1] ?? '')).join('');
    }
    return undefined;
  };
}

const literally = (text: string) => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** Both languages name the varying parts in the same order. */
const patternOf = ([english, chinese]: [string, string]): Pattern => ({
  english: new RegExp(`^${english.split('{}').map(literally).join('(.*)')}$`, 's'),
  chinese: chinese.split('{}'),
});
