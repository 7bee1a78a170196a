import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { readArticles, writeArticles, COLUMNS, type Column } from './article-text.ts';
import { readCsv, writeCsv } from '../../text/csv.ts';
import { Article } from './entities.ts';

async function scene() {
  const setup = await createTestDesk();
  const trainer = await setup.staff('TR1', ['TR']);
  const lead = await setup.staff('SV1', ['SV']);
  const { knowledge } = setup.desk.as(trainer);
  const bring = (text: string, more: object = {}) =>
    knowledge.importArticles({ format: 'CSV', text, dryRun: false, ...more });
  const articles = () => setup.desk.read(trainer).all(Article);
  return { ...setup, trainer, lead, knowledge, bring, articles };
}

const CSV = `category,audience,title_zh,body_zh,title_en,body_en,keywords,review_every_days
POLICY,PUBLIC,退货运费,"质量问题由店铺承担,
无理由由买家承担",Return freight,"We pay ""faults""",运费; 邮费,30
OTHER,,尺码,偏大一码,,,,
`;

describe('an import of CSV', () => {
  test('tried out says what it would do and does nothing', async () => {
    const { bring, articles } = await scene();
    expect(await bring(CSV, { dryRun: undefined })).toEqual({ created: 2, updated: 0, problems: [], dryRun: true });
    expect(await articles()).toEqual([]);
  });

  test('makes drafts with quotes, lines and lists as they were meant', async () => {
    const { bring, articles, store } = await scene();
    const withStore = CSV.replace('category,', 'store_key,category,')
      .replace('\nPOLICY', `\n${store.key},POLICY`)
      .replace('\nOTHER', '\n,OTHER');
    expect(await bring(withStore)).toMatchObject({ created: 2, problems: [] });
    expect(await articles()).toMatchObject([
      {
        state: 'DRAFT',
        live: false,
        storeId: store.id,
        category: 'POLICY',
        audience: 'PUBLIC',
        keywords: ['运费', '邮费'],
        reviewEveryDays: 30,
        title: { zh: '退货运费', en: 'Return freight' },
        body: { zh: '质量问题由店铺承担,\n无理由由买家承担', en: 'We pay "faults"' },
      },
      { storeId: null, audience: 'INTERNAL', reviewEveryDays: 90, title: { zh: '尺码', en: '' } },
    ]);
  });

  test('with problems names line and column of each, and does nothing at all', async () => {
    const { bring, articles } = await scene();
    const text = `category,title_zh,body_zh,review_every_days,id,store_key,colour
POLICY,好,好,,,,
NONSENSE,好,好,,,,
POLICY,好,,,,,
POLICY,好,好,ten,,,
POLICY,好,好,,nobody,,
POLICY,好,好,,,nowhere,
`;
    const { created, problems } = await bring(text.replace(',colour', '').replaceAll(',\n', '\n'));
    expect([created, await articles()]).toEqual([0, []]);
    expect(problems).toEqual([
      { line: 3, column: 'category', problem: 'UNKNOWN_VALUE' },
      { line: 4, column: 'body_zh', problem: 'MISSING' },
      { line: 5, column: 'review_every_days', problem: 'INVALID' },
      { line: 6, column: 'id', problem: 'NOT_FOUND' },
      { line: 7, column: 'store_key', problem: 'NOT_FOUND' },
    ]);
    expect((await bring(text)).problems[0]).toEqual({ line: 2, column: 'colour', problem: 'UNKNOWN_COLUMN' });
  });

  test.each([
    ['CSV', 'just words'],
    ['CSV', 'title_zh\n"never closed'],
    ['MARKDOWN', '# A page'],
  ] as const)('of %s that is none (%s) is refused', async (format, text) => {
    const { bring } = await scene();
    await expect(bring(text, { format })).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'text' }] },
    });
  });

  test('of more than 500 articles at once is refused', async () => {
    const { bring } = await scene();
    await expect(bring(`title_zh,body_zh\n${'好,好\n'.repeat(501)}`)).rejects.toMatchObject({
      denial: { code: 'LIMIT_EXCEEDED', details: { limit: 500 } },
    });
  });

  test('by a lead of one store cannot write for all', async () => {
    const { desk, staff, store } = await scene();
    const lead = await staff('SV2', ['SV'], { storeIds: [store.id] });
    const { problems } = await desk
      .as(lead)
      .knowledge.importArticles({ format: 'CSV', text: 'title_zh,body_zh\n好,好' });
    expect(problems).toEqual([{ line: 2, column: 'id', problem: 'NOT_ALLOWED' }]);
  });
});

describe('an export', () => {
  test.each(['CSV', 'MARKDOWN'] as const)(
    'of %s, edited and imported again, changes what was edited and nothing else',
    async (format) => {
      const { bring, knowledge, articles } = await scene();
      await bring(CSV);
      const before = await articles();
      const { text, count } = await knowledge.exportArticles({ format });
      expect(count).toBe(2);
      expect(await bring(text.replace('偏大一码', '偏小一码'), { format })).toMatchObject({
        created: 0,
        updated: 2,
        problems: [],
      });
      const expected = before.map((row) => ({
        ...row,
        version: row.version + 1,
        body: { ...row.body, zh: row.body.zh.replace('偏大', '偏小') },
      }));
      expect(await articles()).toEqual(expected);
    },
  );

  test('of a published article that is imported again begins its next version', async () => {
    const { desk, bring, knowledge, articles, lead } = await scene();
    await bring(CSV);
    const [{ id } = { id: '' }] = await articles();
    await knowledge.submitArticle({ id });
    await desk.as(lead).knowledge.publishArticle({ id });
    const { text } = await knowledge.exportArticles({ format: 'CSV', category: 'POLICY' });
    await bring(text.replace('质量问题', '质量瑕疵'));
    expect(await desk.read(lead).get(Article, id)).toMatchObject({
      state: 'NEEDS_UPDATE',
      edition: 1,
      workingEdition: 2,
      body: { zh: expect.stringContaining('质量问题') },
    });
  });

  test('comes page by page', async () => {
    const { bring, knowledge } = await scene();
    await bring(CSV);
    const first = await knowledge.exportArticles({ format: 'CSV', first: 1 });
    const second = await knowledge.exportArticles({ format: 'CSV', first: 1, after: first.endCursor ?? '' });
    expect([first.text.includes('尺码'), second.text.includes('尺码')].sort()).toEqual([false, true]);
  });
});

describe('articles that were read in a wrong encoding', () => {
  test('are refused with line and column, tried or done', async () => {
    const { desk, staff } = await createTestDesk();
    const lead = await staff('SV1', ['SV']);
    const text = 'category,audience,title_zh,title_en,body_zh,body_en\nPOLICY,PUBLIC,��������,Title,正文,Body\n';
    for (const dryRun of [true, false]) {
      const done = await desk.as(lead).knowledge.importArticles({ format: 'CSV', text, dryRun });
      expect(done).toMatchObject({ created: 0, problems: [{ line: 2, column: 'title_zh', problem: 'UNREADABLE' }] });
    }
  });
});

describe('articles with quotes or lists nested too deeply', () => {
  test.each([
    ['quotes', '>'.repeat(4000)],
    ['lists', `${'- '.repeat(4000)}a`],
    ['quotes and lists', '> - '.repeat(11) + 'a'],
  ])('are refused by their column, tried or done: %s', async (_, deep) => {
    const { bring, articles } = await scene();
    for (const dryRun of [true, false])
      expect(
        await bring(
          writeCsv([
            ['title_en', 'body_en'],
            ['Plain', 'A text.'],
            ['Deep', deep],
          ]),
          { dryRun },
        ),
      ).toMatchObject({ created: dryRun ? 1 : 0, problems: [{ line: 3, column: 'body_en', problem: 'TOO_DEEP' }] });
    expect(await articles()).toEqual([]);
    expect(
      await bring(
        writeCsv([
          ['title_en', 'body_en'],
          ['Nested', `${'> - '.repeat(10)}a`],
        ]),
      ),
    ).toMatchObject({ created: 1, problems: [] });
  });
});

describe('the text formats', () => {
  const cell = fc
    .string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '=', '-', "'", '字', ';') })
    .map((text) => text.replace(/\r(?!\n)/g, ''));

  test('CSV gives back every cell as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        expect(readCsv(writeCsv(rows))?.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  test('a cell that a spreadsheet would run is kept from running', () => {
    expect(writeCsv([['=HYPERLINK("http://x")', '+1', 'a=b']])).toBe('\ufeff"\'=HYPERLINK(""http://x"")",\'+1,a=b\r\n');
  });

  test('Markdown gives back every article as it was, but for the look of a line', () => {
    const empty = Object.fromEntries(COLUMNS.map((column) => [column, ''])) as Record<Column, string>;
    const article = {
      ...empty,
      id: 'a1',
      category: 'POLICY',
      title_zh: '运费: 谁付',
      body_zh: '# 一\n\n---\nid: x\n\n- 二',
      body_en: 'Two\n\nparts',
    };
    const read = readArticles(writeArticles([article, { ...article, id: 'a2' }], 'MARKDOWN'), 'MARKDOWN');
    expect(read?.map(({ values }) => values)).toEqual(
      ['a1', 'a2'].map((id) => ({
        id,
        category: 'POLICY',
        title_zh: '运费: 谁付',
        body_zh: '# 一\n\n----\nid: x\n\n- 二',
        body_en: 'Two\n\nparts',
      })),
    );
  });

  test('a long text is read in a moment', () => {
    const long = `title_zh,body_zh\n${`"${'好""'.repeat(1000)}",x\n`.repeat(300)}`;
    const begin = performance.now();
    expect(readCsv(long)).toHaveLength(301);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
