import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { macroF1 } from './score.ts';
import { articles, queries, searchOf } from './search-set.ts';

const run = promisify(execFile);
const FORM = /^accuracy (\d\.\d{4}) macro-f1 (\d\.\d{4}) p50-us (\d+)\n$/;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eval-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function write(name: string, lines: readonly string[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

const evaluate = (script: string, ...args: string[]) =>
  run(process.execPath, ['--conditions=@shopdesk/source', fileURLToPath(new URL(script, import.meta.url)), ...args]);

describe('eval:intents', () => {
  it('prints accuracy, macro F1 and the median time, and nothing else', async () => {
    const train = await write('train.csv', [
      '\ufeffutterance,category,intent',
      '"where, please, is my parcel",D,track',
      'refund me,R,refund',
      'track it,D,track',
      'my refund,R,refund',
    ]);
    const test = await write('test.csv', [
      'utterance,category,intent',
      'where is the parcel,D,track',
      'refund please,R,refund',
      'refund my parcel,R,unheard',
    ]);
    const { stdout } = await evaluate('intents.ts', '--train', train, '--test', test);
    expect(stdout).toMatch(FORM);
    expect(FORM.exec(stdout)?.[1]).toBe('0.6667');
  });

  it('reads four of five questions of its own taxonomy rightly, none of which it was trained on', async () => {
    const { stdout } = await evaluate('intents.ts');
    expect(Number(FORM.exec(stdout)?.[1])).toBeGreaterThan(0.8);
  });

  it.each([
    [[] as string[], 'Usage'],
    [['--train', 'nowhere.csv', '--test', 'nowhere.csv'], 'Cannot read nowhere.csv'],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(evaluate('sentiment.ts', ...args)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(message),
      stdout: '',
    });
  });
});

describe('eval:sentiment', () => {
  it('prints the same figures', async () => {
    const head = 'cat,label,review';
    const train = await write('train-zh.csv', [
      head,
      '水果,1,很甜很好吃',
      '水果,0,烂了太差',
      '酒店,1,干净舒服,很好'.replace(',很', '，很'),
      '酒店,0,房间太差很脏',
    ]);
    const test = await write('test-zh.csv', [head, '水果,1,好吃', '酒店,0,太差']);
    const { stdout } = await evaluate('sentiment.ts', '--train', train, '--test', test);
    expect(FORM.exec(stdout)?.slice(1, 3)).toEqual(['1.0000', '1.0000']);
  });
});

describe('the labelled search set', () => {
  const known = new Set(articles().map(({ id }) => id));

  it('is large enough, unambiguous and labelled with articles that exist', () => {
    expect(known.size).toBeGreaterThanOrEqual(150);
    expect(known.size).toBe(articles().length);
    expect(queries().length).toBeGreaterThanOrEqual(300);
    expect(queries().filter(({ relevant }) => relevant.length === 0 || relevant.some((id) => !known.has(id)))).toEqual(
      [],
    );
  });

  it('asks nothing in the test half that the dev half asks', () => {
    const asked = (split: string) =>
      queries()
        .filter((query) => query.split === split)
        .map(({ query }) => query);
    const dev = new Set(asked('dev'));
    expect(asked('test').filter((query) => dev.has(query))).toEqual([]);
  });

  it.each([
    ['keyword', 0.95],
    ['traditional', 0.9],
    ['misspelling', 0.85],
    ['paraphrase', 0.5],
  ])('is found among the first three by %s queries of the test half', (kind, floor) => {
    const search = searchOf(articles());
    const asked = queries().filter((query) => query.split === 'test' && query.kind === kind);
    const found = asked.filter(({ query, relevant }) => search(query, 3).some(({ id }) => relevant.includes(id)));
    expect(found.length / asked.length).toBeGreaterThan(floor);
  });
});

describe('macroF1', () => {
  it('averages the F1 of every label expected or predicted', () => {
    const guess = (expected: string, predicted: string) => ({ expected, predicted });
    expect(macroF1([guess('a', 'a'), guess('b', 'b')])).toBe(1);
    expect(macroF1([guess('a', 'a'), guess('a', 'b'), guess('b', 'b')])).toBeCloseTo((2 / 3 + 2 / 3) / 2, 10);
    expect(macroF1([guess('a', 'c')])).toBe(0);
  });
});

describe.each(['mood', 'guard'])('eval:%s', (name) => {
  const SUMS = /^asked (\d+) false (\d+) missed (\d+)$/m;

  it('stays within its limits on the repository’s own texts', async () => {
    const { stdout } = await evaluate(`${name}.ts`);
    const [, asked, wrong] = SUMS.exec(stdout) ?? [];
    expect(Number(asked)).toBeGreaterThan(400);
    expect(Number(wrong)).toBe(0);
  });

  it('ends with the sums and fails above the limits on another set', async () => {
    const held = name === 'mood' ? 'angry' : 'block';
    const head = 'text,language,label';
    const file = await write(`${name}.csv`, [
      head,
      '你们就是骗子，滚,zh,ok',
      '请问有货吗,zh,ok',
      `您好，欢迎光临,zh,${held}`,
    ]);
    const failed = (await evaluate(`${name}.ts`, '--test', file).catch((error: unknown) => error)) as {
      code: number;
      stdout: string;
    };
    expect(failed.code).toBe(1);
    expect(failed.stdout.trimEnd().split('\n').at(-1)).toBe('asked 3 false 1 missed 1');
  });

  it('says which columns it wants', async () => {
    const file = await write(`${name}-wrong.csv`, ['a,b', '1,2']);
    await expect(evaluate(`${name}.ts`, '--test', file)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('text, language, label'),
    });
  });
});
