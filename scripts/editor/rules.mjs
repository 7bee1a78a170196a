// How the desk speaks: the rules of its editor. What is wrong with a text or with code that writes times and amounts.

const HAN = String.raw`\p{Script=Han}`;

/** One word for one thing (docs/guide/glossary.md); what is found is said otherwise. */
export const TERMS = [
  { language: 'en', banned: /\b(?:he|him|his|himself|she|her|hers|herself)\b/i, instead: 'they, them, their' },
  { language: 'en', banned: /\brobots?\b/i, instead: 'bot; to shoppers, assistant' },
  { language: 'en', banned: /\bchats\b|\bdialog(?:ue)?s?\b/i, instead: 'conversation' },
  { language: 'en', banned: /\b(?:canned responses?|saved repl(?:y|ies)|quick repl(?:y|ies))\b/i, instead: 'script' },
  { language: 'en', banned: /\blog(?:ged)?[ -]?(?:in|out|on|off)\b/i, instead: 'sign in, sign out' },
  { language: 'en', banned: /\bcancell?(?:ation fee|ing fee)s?\b|\bcanceled\b/i, instead: 'cancelled' },
  { language: 'en', banned: /\bhandovers?\b/i, instead: 'hand-over' },
  { language: 'en', banned: /\bemails?\b/i, instead: 'e-mail' },
  { language: 'en', banned: /\bforbidden terms?\b/i, instead: 'forbidden word' },
  { language: 'en', banned: /\bkinder\b/i, instead: 'better for the customer' },
  { language: 'en', banned: /\bwaiters?\b/i, instead: 'whoever waits' },
  { language: 'en', banned: /\bhand(?:ed)? in\b/i, instead: 'submit' },
  { language: 'en', banned: /\bseats?\b/i, instead: 'agent' },
  { language: 'zh', banned: /客户(?!端)/u, instead: '顾客' },
  { language: 'zh', banned: /机器人/u, instead: '智能助手' },
  { language: 'zh', banned: /禁用词/u, instead: '违禁词' },
  { language: 'zh', banned: /登陆/u, instead: '登录' },
  { language: 'zh', banned: /帐[号户]/u, instead: '账号' },
  { language: 'zh', banned: /对话|聊天记录/u, instead: '会话' },
  { language: 'zh', banned: /[座坐]席/u, instead: '客服' },
];

/** Names, which are written with capitals. */
const NAMES = new Set(['Li Na', 'Simplified Chinese', 'European Union', 'Open Staff', 'Hong Kong']);
/** The same in every language. */
const SAME = /^(?:Shopdesk|Markdown|Ctrl\+K|[\w{}-]+\.(?:csv|json))$/;
/** A label of a page, a tab, a column or a state stands in one line. */
const SHORT = /^(?:panel|widget)\.(?:.*\.)?(?:tabs|columns|states|presence|views)\.[^.]+$/;
const SHORT_CHARACTERS = 32;

/** Messages quote braces; what is left are words and places. */
const bare = (message) => message.replaceAll(/'([{}#]+)'/g, '$1');
const words = (message) => bare(message).replaceAll(/\{[^{}]*\}/g, '');
const placesIn = (message) =>
  [...new Set([...message.matchAll(/\{(\w+)(?:[,}])/g)].map(([, name]) => name))].toSorted().join();

const RULES = [
  ['is empty in one language', ({ en, zh }) => !en.trim() !== !zh.trim()],
  ['has straight quotes', ({ en, zh }) => /["']/.test(bare(en) + bare(zh))],
  ['has three dots for an ellipsis', ({ en, zh }) => /\.\.\.|。。/.test(en + zh)],
  ['has a hyphen for a dash', ({ en, zh }) => / - |--/.test(en + zh)],
  [
    'says please twice',
    ({ en, zh }) => (en.match(/\bplease\b/gi) ?? []).length > 1 || (zh.match(/请/gu) ?? []).length > 3,
  ],
  [
    'has capitals in the middle',
    ({ en }) => /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)+$/u.test(en) && !NAMES.has(en) && !/ (?:Festival|Day)$/.test(en),
  ],
  ['is the same in both languages', ({ en, zh }) => en === zh && /\p{Ll}{2}/u.test(words(en)) && !SAME.test(en)],
  ['has Chinese punctuation in English', ({ en }) => /[，。；：？！（）、]/u.test(en)],
  ['ends a Chinese sentence with a full stop of English', ({ zh }) => new RegExp(`${HAN}\\.(?:\\s|$)`, 'u').test(zh)],
  [
    'has half-width punctuation between Chinese',
    ({ zh }) => new RegExp(`${HAN}[,;:?!(]|[,;:?!)]${HAN}|^\\{\\w+\\}[,;:?!]\\{\\w+\\}$`, 'u').test(bare(zh)),
  ],
  ['has other places in Chinese', ({ en, zh, free }) => !free && placesIn(en) !== placesIn(zh)],
  ['is longer than its line', ({ key, en }) => SHORT.test(key) && words(en).length > SHORT_CHARACTERS],
];

/** What is wrong with a text: `{ key, en, zh }`, with `free` where a language may leave out a place. */
export function faultsOfText(text) {
  const found = RULES.filter(([, isWrong]) => isWrong(text)).map(([what]) => what);
  for (const { language, banned, instead } of TERMS) {
    const [said] = banned.exec(words(text[language])) ?? [];
    if (said) found.push(`says “${said}”, which is here: ${instead}`);
  }
  return found;
}

/** Where times and amounts are written for people: everybody else asks there. */
const WRITERS =
  /^packages\/(?:admin\/src\/kit\/(?:language|week|store-clock|local-minute)\.ts|widget\/src\/(?:elements\/(?:day-label|near-day|desk-bubble)|self-service\/service|shell\/desk-home)\.ts|core\/src\/kernel\/.*)$/;
const BY_HAND = [
  [/\.toLocale(?:Date|Time)?String\(/g, 'writes a time or a number by hand'],
  [/new Intl\.DateTimeFormat\((?!\)\.resolvedOptions|'en')/g, 'writes a time by hand'],
  [/\.toISOString\(\)\.(?:slice|substring|replace|split)\((?!0, (?:7|10)\)|'T')/g, 'writes a time by hand'],
  [/[¥€£]\s*\$\{|(?:amount|price|total)\s*\/\s*100\)?\.toFixed/gi, 'writes an amount by hand'],
];

/** Code of the panel and of the chat that writes times or amounts by itself. */
export function faultsOfCode({ path, text }) {
  if (WRITERS.test(path)) return [];
  return BY_HAND.flatMap(([pattern, what]) =>
    [...text.matchAll(pattern)].map(({ index }) => ({ line: text.slice(0, index).split('\n').length, what })),
  );
}
