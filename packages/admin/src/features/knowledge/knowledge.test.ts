import type { LitElement } from 'lit';
import { expect } from '@open-wc/testing';
import { Article, KnowledgeGap, ProductKnowledge, ReadReceipt, type StaffActor } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  stepLeft,
  until,
  type OpenPanel,
} from '../../testing/page.ts';
import { diffLines } from './diff.ts';

const rows = ({ desk }: OpenPanel) => desk.desk.read(desk.system);
const FREIGHT = {
  title: { zh: '退货运费由谁承担', en: 'Who pays for a return' },
  body: { zh: '质量问题由店铺承担。', en: 'We pay for **faulty** goods.' },
  audience: 'PUBLIC' as const,
};

let writers = 0;
async function writer({ desk }: OpenPanel): Promise<StaffActor> {
  return desk.staff(`Writer-${(writers += 1)}`, ['TR']);
}

async function publish(open: OpenPanel, content: object = {}): Promise<string> {
  const author = await writer(open);
  const as = (actor: StaffActor) => open.desk.desk.as(actor).knowledge;
  const { id } = await as(author).createArticle({ ...FREIGHT, ...content });
  await as(author).submitArticle({ id });
  await as(await writer(open)).publishArticle({ id });
  return id;
}

/** Picks a file as a person does. */
async function pick(name: string, text: string): Promise<void> {
  await until(() => all('input[type="file"]').some(isSeen), 'a file can be picked');
  const input = all<HTMLInputElement>('input[type="file"]').find(isSeen) as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

const ready = async () => {
  const button = await control('Try it first');
  await until(() => button.getAttribute('aria-disabled') === 'false', 'the file is read');
};

describe('articles', () => {
  afterEach(cleanPage);

  it('are written in both languages, previewed, and submitted; whoever wrote one does not publish it', async () => {
    const open = await openPanel({ roles: ['TR'], path: '/knowledge' });
    await reads('No articles yet');
    await press('Write an article');
    await fill('Title (English)', 'Returns');
    await fill('Text in Markdown (English)', 'We **pay**. <img src=x onerror=alert(1)>');
    await press('Preview');
    await until(() => all('.markdown strong').some((one) => one.textContent === 'pay'), 'it is rendered');
    expect(all('.markdown img')).to.deep.equal([]);
    await press('Save the draft');
    await reads('Draft');
    await press('Submit for review');
    await reads('It is in review and cannot be changed now.');
    await reads('Whoever wrote it does not publish it.');
    const publish = await control('Publish');
    expect(publish.getAttribute('aria-disabled')).to.equal('true');
    publish.click();
    const [row] = await rows(open).all(Article);
    expect(row?.state).to.equal('IN_REVIEW');
  });

  it('need a title and a text in one language, and nothing typed is lost', async () => {
    await openPanel({ roles: ['TR'], path: '/knowledge/articles/new' });
    await fill('Title (English)', 'Only a title');
    // Something else on the page changes, and the frame draws itself anew.
    all<LitElement>('desk-admin-frame')[0]?.requestUpdate();
    await all<LitElement>('desk-admin-frame')[0]?.updateComplete;
    await press('Save the draft');
    await until(() => all('[aria-invalid="true"]').some(isSeen), 'the field is marked');
    expect(all<HTMLInputElement>('#title-en').find(isSeen)?.value).to.equal('Only a title');
  });

  it('are sent back with a comment, or published by a reviewer; each version can be compared', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const author = await writer(open);
    const as = open.desk.desk.as(author).knowledge;
    const { id } = await as.createArticle(FREIGHT);
    await as.submitArticle({ id });
    open.go(`/knowledge/articles/${id}`);
    await press('Send back');
    await fill('What is to be changed?', 'Say what counts as faulty');
    await pressInDialog('Send back');
    await reads('Sent back: Say what counts as faulty');
    await stepLeft();
    await as.updateArticle({
      id,
      body: { zh: '质量问题由店铺承担。\n其他由买家承担。', en: 'We pay for faulty goods.' },
    });
    await as.submitArticle({ id });
    open.go('/knowledge');
    await until(() => all('desk-admin-knowledge').some(isSeen), 'the list is shown');
    open.go(`/knowledge/articles/${id}`);
    await press('Publish');
    await until(async () => (await rows(open).get(Article, id)).state === 'PUBLISHED', 'it is published');
    await as.updateArticle({
      id,
      body: { zh: '质量问题由店铺承担。\n其他由您承担。', en: 'We pay for faulty goods.' },
    });
    open.go('/knowledge');
    await until(() => all('desk-admin-knowledge').some(isSeen), 'the list is shown');
    open.go(`/knowledge/articles/${id}`);
    await press('Compare with the one before (Version 2)');
    await until(
      () =>
        all('ins').some((one) => readable(one).includes('其他由您承担')) &&
        all('del').some((one) => readable(one).includes('其他由买家承担')),
      'both lines are shown',
    );
  });

  it('are found by words with their state, and what is not found becomes a gap', async () => {
    const open = await openPanel({ roles: ['PA'] });
    await publish(open);
    open.go('/knowledge');
    await reads('Who pays for a return');
    await fill('Search published articles', '退货运费');
    await reads('1 article');
    await fill('Search published articles', 'moon landing');
    await reads('No published article answers this.');
    await press('Report it as a gap');
    await until(
      async () => (await rows(open).all(KnowledgeGap)).some(({ question }) => question === 'moon landing'),
      'it is noted',
    );
  });

  it('are filtered by state, language and overdue review', async () => {
    const open = await openPanel({ roles: ['SV'] });
    await publish(open);
    const author = await writer(open);
    await open.desk.desk
      .as(author)
      .knowledge.createArticle({ ...FREIGHT, title: { zh: '仅中文', en: '' }, body: { zh: '正文', en: '' } });
    open.go('/knowledge?language=en');
    await until(() => all('tbody tr').filter(isSeen).length === 1, 'one is in English');
    open.go('/knowledge?state=DRAFT');
    await reads('仅中文');
    open.go('/knowledge?overdue=1');
    await reads('Nothing matches these filters');
  });

  it('that must be read are asked for until they are acknowledged, and the lead sees who has', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const id = await publish(open);
    open.go(`/knowledge/articles/${id}`);
    await reads('Must-read');
    const box = () =>
      all<HTMLInputElement>('desk-admin-article-reading')[0]?.shadowRoot?.querySelectorAll<HTMLInputElement>(
        'input[type="checkbox"]',
      ) ?? [];
    await until(() => box().length > 5, 'the roles are there');
    const supervisor = [...box()].find((one) => one.parentElement?.textContent?.includes('Supervisor'));
    supervisor?.click();
    await until(
      () => all('desk-admin-article-reading button').length > 0 || readable().includes('Save'),
      'it can be saved',
    );
    all('desk-admin-article-reading')[0]?.shadowRoot?.querySelector('button')?.click();
    await reads('0 of 1 have read version 1');
    await press('I have read it');
    await reads('1 of 1 have read version 1');
    expect((await rows(open).all(ReadReceipt)).map(({ userId }) => userId)).to.deep.equal([open.userId]);
  });
});

describe('gaps', () => {
  afterEach(cleanPage);

  it('are ranked, assigned, answered by an article, or dismissed with a reason', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const lily = open.desk.desk.as(await open.desk.shopper('lily')).knowledge;
    for (const question of ['Do you ship to the moon?', 'Do you ship to the moon?', 'Is it raining?'])
      await lily.reportKnowledgeGap({ question });
    const articleId = await publish(open, {
      title: { zh: '月球', en: 'Shipping to the moon' },
      body: { zh: '不发货', en: 'We do not ship to the moon.' },
    });
    open.go('/knowledge/gaps');
    await reads('2 times');
    expect(
      all('tbody tr')
        .filter(isSeen)
        .map((row) => readable(row).includes('moon')),
    ).to.deep.equal([true, false]);
    await press('Assign: Do you ship to the moon?');
    await control('Assign');
    const combobox = () => all<HTMLInputElement>('input[role="combobox"]').filter(isSeen).at(-1) as HTMLInputElement;
    await until(() => combobox() !== undefined);
    combobox().focus();
    combobox().value = 'Agent-SV';
    combobox().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await until(
      () => all('[role="option"]').some((one) => isSeen(one) && readable(one).includes('Agent-SV')),
      'the colleague is found',
    );
    (all('[role="option"]').find((one) => isSeen(one) && readable(one).includes('Agent-SV')) as HTMLElement).click();
    await pressInDialog('Assign');
    await reads('Assigned');
    await stepLeft();
    await press('Answer: Do you ship to the moon?');
    await until(() => combobox() !== undefined && all('dialog:modal').length > 0);
    combobox().focus();
    combobox().click();
    await until(
      () => all('[role="option"]').some((one) => isSeen(one) && readable(one).includes('Shipping to the moon')),
      'the article is found',
    );
    (
      all('[role="option"]').find((one) => isSeen(one) && readable(one).includes('Shipping to the moon')) as HTMLElement
    ).click();
    await pressInDialog('Answer');
    await until(
      async () =>
        (await rows(open).all(KnowledgeGap)).some((gap) => gap.state === 'ANSWERED' && gap.articleId === articleId),
      'it is answered',
    );
    await press('Dismiss: Is it raining?');
    await pressInDialog('Dismiss');
    await reads('Required');
    await fill('Why does it need no article?', 'Not about the shop');
    await pressInDialog('Dismiss');
    await reads('No open gaps');
  });
});

describe('product knowledge', () => {
  afterEach(cleanPage);

  it('says what is missing of a product, and is complete when all that is mandatory is there', async () => {
    const open = await openPanel({ roles: ['TR'], path: '/knowledge/products?product=p1' });
    await fill('Kind of product', 'CLOTHING');
    await until(() => all('#COMPOSITION-zh').some(isSeen), 'the facts are there');
    const say = async (fact: string) => {
      const area = all<HTMLTextAreaElement>(`#${fact}-en`).find(isSeen) as HTMLTextAreaElement;
      area.value = 'said';
      area.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    };
    await say('COMPOSITION');
    await pressInDialog('Save the facts');
    await reads('25 %');
    expect((await rows(open).all(ProductKnowledge))[0]?.missing).to.deep.equal(['SIZE', 'SUITABLE_FOR', 'CAUTIONS']);
  });
});

describe('articles as files', () => {
  afterEach(cleanPage);

  it('come in after a try that writes nothing', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/knowledge/transfer' });
    await pick('a.csv', 'title_en,body_en,category\nReturns,We pay,NOTHING');
    await ready();
    await press('Try it first');
    await reads('There is no such value');
    await pick('a.csv', 'title_en,body_en,category\nReturns,We pay,POLICY');
    await ready();
    await press('Try it first');
    await reads('Would create 1 and change 0 articles.');
    expect(await rows(open).all(Article)).to.deep.equal([]);
    (all('button').find((one) => isSeen(one) && readable(one) === 'Import') as HTMLElement).click();
    await reads('Created 1 and changed 0 articles.');
    expect((await rows(open).all(Article)).map(({ title, state }) => [title.en, state])).to.deep.equal([
      ['Returns', 'DRAFT'],
    ]);
  });
});

describe('what changed between two texts', () => {
  it('is told line by line', () => {
    expect(diffLines('a\nb\nc', 'a\nx\nc')).to.deep.equal([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
    ]);
    expect(diffLines('a', 'a')).to.deep.equal([{ kind: 'same', text: 'a' }]);
    expect(
      diffLines('', 'a\nb')
        .filter(({ kind }) => kind === 'added')
        .map(({ text }) => text),
    ).to.deep.equal(['a', 'b']);
  });
});

describe('the pages of the knowledge base are clean for axe', () => {
  afterEach(cleanPage);

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`in ${locale}`, async () => {
      const open = await openPanel({ roles: ['SV'], locale, size });
      const id = await publish(open);
      await open.desk.desk
        .as(await open.desk.shopper('lily'))
        .knowledge.reportKnowledgeGap({ question: 'Do you ship to the moon?' });
      for (const path of [
        '/knowledge',
        `/knowledge/articles/${id}`,
        '/knowledge/articles/new',
        '/knowledge/gaps',
        '/knowledge/products',
        '/knowledge/transfer',
        '/knowledge?q=return',
      ]) {
        open.go(path);
        await until(
          () => all('h1').some(isSeen) && all('.tabs').some(isSeen) && !all('.spinner').some(isSeen),
          `${path} is there`,
        );
        expect([path, await objections()]).to.deep.equal([path, []]);
      }
    });
});
