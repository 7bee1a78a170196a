/**
 * @module Every word of the chat and of the panel by its key, in English and Chinese, as a file of a third language says
 * them (decision 0071). Each build writes its own beside its files, as `words.json`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Said by the program and no word: the language itself. */
const NO_WORD = /^(?:first|elements)\.locale$/;
const TITLE = /\b(en|zh): '((?:[^'\\\n]|\\.)+)',\s*(en|zh): '((?:[^'\\\n]|\\.)+)'/g;

const filesBelow = (folder, pattern) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file) && !/\.test\.ts$|^testing\/|\/testing\//.test(file))
    .toSorted()
    .map((file) => join(folder, file));

const load = (file) => import(pathToFileURL(file).href);

/** Braces and `#` mean something in an ICU message. */
const escaped = (text) => text.replaceAll(/[{}#]+/g, "'$&'");

/** What stands for a place while a function is asked what it says; no word has such a letter. */
const markOf = (index) => String.fromCharCode(0xe000 + index);
const messageOf = (said) => escaped(said).replaceAll(/[\ue000-\uf8ff]/g, (mark) => `{${mark.charCodeAt(0) - 0xe000}}`);

/**
 * What a function says, with its places; where it looks at one number it is a plural. Where it does something else with
 * what it is given, its code says so to the translator.
 */
function saidBy(say) {
  const marks = Array.from({ length: say.length }, (_, index) => markOf(index));
  const attempt = (given) => {
    try {
      return String(say(...given));
    } catch {
      return 'NaN';
    }
  };
  const said = attempt(marks);
  if (said.includes('NaN')) return { message: marks.map(messageOf).join(' '), code: String(say) };
  for (const [index, mark] of marks.entries()) {
    const one = attempt(marks.with(index, 1));
    const many = attempt(marks.with(index, 7)).replaceAll('7', mark);
    if (one.includes('NaN') || one.replaceAll('1', mark) === many) continue;
    return { message: `{${index}, plural, =1 {${messageOf(one)}} other {${messageOf(many)}}}` };
  }
  return { message: messageOf(said) };
}

const shownIn = (message, count) =>
  Array.from({ length: count }, (_, index) => index).filter((index) => new RegExp(`\\{${index}[,}]`).test(message));

/** The entries of one part: `close`, `amount.none` … */
function* entriesOf(key, en, zh) {
  if (NO_WORD.test(key)) return;
  if (typeof en === 'string') yield [key, { en: escaped(en), zh: escaped(zh) }];
  else if (typeof en === 'function') {
    const { message, code } = saidBy(en);
    const needs = shownIn(message, en.length);
    yield [key, { en: message, zh: saidBy(zh).message, places: en.length, needs, ...(code ? { code } : {}) }];
  } else for (const [name, part] of Object.entries(en)) yield* entriesOf(`${key}.${name}`, part, zh[name]);
}

function* titlesIn(files) {
  for (const file of files)
    for (const [, first, one, second, other] of readFileSync(file, 'utf8').matchAll(TITLE)) {
      const words = { [first]: one.replaceAll('\\', ''), [second]: other.replaceAll('\\', '') };
      if (first !== second) yield [`title.${words.en}`, words];
    }
}

/**
 * The words of the panel: every `Texts` with a key, and the titles that features give to their pages.
 * @throws Error where two parts have one key, or a part has none
 */
export async function panelWords(root) {
  const source = join(root, 'packages/admin/src');
  const parts = new Map();
  for (const file of filesBelow(source, /(?:words|fact-names)\.ts$/))
    for (const [name, texts] of Object.entries(await load(file))) {
      if (!texts?.en || !texts?.zh || name === 'stepWords') continue;
      if (!texts.key || parts.has(texts.key)) throw new Error(`${file}: ${name} needs a key that no other words have.`);
      parts.set(texts.key, texts);
    }
  const elements = join(root, 'packages/widget/src/elements');
  const [{ elementTextsEn: en }, { elementTextsZhCn: zh }] = await Promise.all([
    load(join(elements, 'texts-en.ts')),
    load(join(elements, 'texts-zh-cn.ts')),
  ]);
  parts.set('elements', { en, zh });
  return Object.fromEntries([
    ...[...parts].flatMap(([key, texts]) => [...entriesOf(key, texts.en, texts.zh)]),
    ...titlesIn(filesBelow(source, /(?<!words)\.ts$/)),
  ]);
}

/** The words of the chat: by part, as `said` asks for them. */
export async function widgetWords(root) {
  const source = join(root, 'packages/widget/src');
  const pair = async (en, zh) => [(await load(join(source, en))).texts, (await load(join(source, zh))).texts];
  const both = async (file, name) => {
    const { [name]: words } = await load(join(source, file));
    return [words('en'), words('zh-CN')];
  };
  const { launcherTexts } = await load(join(source, 'launcher/launcher-texts.ts'));
  const parts = {
    launcher: [launcherTexts.en, launcherTexts['zh-CN']],
    unread: await both('connection/unread-words.ts', 'unreadWords'),
    first: await pair('texts/en.ts', 'texts/zh-cn.ts'),
    more: await pair('texts/more-en.ts', 'texts/more-zh-cn.ts'),
    home: await both('shell/home-words.ts', 'homeWords'),
    bot: await both('features/answer-bot/words.ts', 'botWords'),
    help: await both('features/knowledge/words.ts', 'helpWords'),
    outreach: await both('features/outreach/words.ts', 'outreachWords'),
    pages: await pair('self-service/words-en.ts', 'self-service/words-zh-cn.ts'),
    orders: await pair('features/orders/words-en.ts', 'features/orders/words-zh-cn.ts'),
    cases: await pair('features/aftersales/words-en.ts', 'features/aftersales/words-zh-cn.ts'),
  };
  return Object.fromEntries([
    ...Object.entries(parts).flatMap(([key, [en, zh]]) => [...entriesOf(key, en, zh)]),
    ...titlesIn(filesBelow(source, /manifest\.ts$/)),
  ]);
}
