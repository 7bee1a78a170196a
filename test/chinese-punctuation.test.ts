import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const HAN = String.raw`\u3400-\u4dbf\u4e00-\u9fff`;
/** Stands for what a template puts in. */
const GAP = '\uE000';
/** A comma, semicolon, colon, bracket … of ASCII beside a Chinese character, a quote or what a template puts in. */
const HALF_WIDTH = new RegExp(
  `[${HAN}”》）][,;:!?(](?!//)|[,;:!?)][${HAN}“《（]|\\([${HAN}]|[${HAN}]\\)|(?<=[${HAN}].*)${GAP}[,;:]${GAP}|(?<=[${HAN}].*)${GAP}[!?:;](?=$|[${HAN}])`,
  'u',
);
/** What stands between the parts of a Chinese text, where the parts themselves come from elsewhere. */
const HALF_WIDTH_JOINT = new RegExp(`^ ?[,:;!?] ?$|${GAP} ?[,:;!?(] ?${GAP}`, 'u');
/** A pattern for what people write, however they write it, is no text that they read. */
const PATTERN = /\||\\|\(\?|\[\^/;
/** What is compared with what people write: words and sentences as they come. */
const READ_BY_PROGRAMS = /\/core\/src\/(language|text)\/|\/guard\/(promise-|word-owed)|\/answer-bot\/wants-person/;

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly key?: { readonly name?: string };
  readonly left?: { readonly name?: string };
  readonly right?: unknown;
  readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
}

/** What an expression says, if it is a text. */
function textOf(node: unknown): string | undefined {
  const { type, value, quasis } = (node ?? {}) as Node;
  if (type === 'Literal' && typeof value === 'string') return value;
  return type === 'TemplateLiteral' ? (quasis ?? []).map((quasi) => quasi.value.raw).join(GAP) : undefined;
}

/** The texts that a program gives as the Chinese of something: `zh: ';'`. */
function* namedChinese(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const { type, value, key, left, right } = node as Node;
  const said = type === 'Property' && key?.name === 'zh' ? value : left?.name === 'zh' ? right : undefined;
  const text = textOf(said);
  if (text !== undefined) yield text;
  for (const child of Object.values(node)) yield* namedChinese(child);
}

/** Every text of a program, also below another. */
function* textsOf(node: unknown): Generator<string> {
  if (typeof node !== 'object' || node === null) return;
  const text = textOf(node);
  if (text !== undefined) yield text;
  for (const child of Object.values(node)) yield* textsOf(child);
}

const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;
/** Names in braces are in no language. */
const isChinese = (text: string): boolean =>
  count(text, new RegExp(`[${HAN}]`, 'gu')) >= Math.max(1, count(text.replace(/\{\w*\}/g, ''), /[A-Za-z]{2,}/g));

/** Chinese texts with punctuation that is half as wide as their characters. */
function wrongOf(code: string): string[] {
  const program = parseAst(code, { lang: 'ts' });
  const wrong = [...textsOf(program)].filter(
    (text) => isChinese(text) && !PATTERN.test(text) && !/<\w+[ >]/.test(text) && HALF_WIDTH.test(text),
  );
  return [...wrong, ...[...namedChinese(program)].filter((text) => HALF_WIDTH_JOINT.test(text))];
}

describe('Chinese texts', () => {
  test.each([
    ["'您好,请问'", 1],
    ["'您好，请问'", 0],
    ['`共 ${count} 项(已选)`', 1],
    ['`共 ${count} 项（已选）`', 0],
    ["'从 10:30 到 11:00，见 https://desk.example/帮助'", 0],
    ["'{name},{address},收'", 1],
    ["'Your reply (回复), please, and then the rest of it'", 0],
    ['/您好,(请问)/', 0],
    ['`${a}:正在退款`', 1],
    ['`停用 ${name}?`', 1],
    ['`停用 ${name}？`', 0],
    ['`订单 ${number}:${text}`', 1],
    ["joinTexts(parts, { zh: ';', en: '; ' })", 1],
    ["function join({ zh = ';' }) {}", 1],
    ["joinTexts(parts, { zh: '；', en: '; ' })", 0],
    ['({ zh: `${clause.zh}(${because.zh})` })', 1],
    ['({ zh: `${clause.zh}（${because.zh}）` })', 0],
  ])('are judged by their punctuation: %s', (code, wrong) => {
    expect(wrongOf(code)).toHaveLength(wrong);
  });

  test('have punctuation as wide as their characters wherever people read them', () => {
    const files = execFileSync('git', ['ls-files', 'packages/*/src/*.ts', 'examples/*/src/*.ts'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => file && !/\.test\.ts$|\/testing\//.test(file) && !READ_BY_PROGRAMS.test(file));
    expect(files.length).toBeGreaterThan(800);
    const wrong = files.flatMap((file) => wrongOf(readFileSync(root + file, 'utf8')).map((text) => `${file}: ${text}`));
    expect(wrong).toEqual([]);
  });
});
