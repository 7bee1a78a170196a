/**
 * @module A busy quarter of an hour: two agents, a supervisor and five shoppers on real pages, in a store that gives
 * its customers away by itself. Each test goes on where the one before ended.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, beforeEach, test, vi } from 'vitest';
import { Agent } from './support/agent.ts';
import {
  barriers,
  keepFailure,
  launchBrowser,
  openContext,
  screenshots,
  SIZES,
  type WatchedContext,
} from './support/browser.ts';
import { askAs, startDemo, type Demo } from './support/demo.ts';
import { PATIENT, Shopper } from './support/shopper.ts';
import { WORDS } from './support/words.ts';

const SILENT_SECONDS = 15;
const QUESTIONS = [
  'Is the kettle in stock?',
  'Which size fits me?',
  'Do you ship to Norway?',
  'Is there a guarantee?',
  'May I pay later?',
] as const;

let demo: Demo;
let browser: Browser;
const contexts: WatchedContext[] = [];

interface Chat {
  readonly id: string;
  readonly state: string;
  readonly preview: string;
  readonly owner: { readonly name: string } | null;
}

let ask: Awaited<ReturnType<typeof askAs>>;

async function chats(): Promise<readonly Chat[]> {
  const { nodes } = (await ask('{ r: conversations(first: 50) { nodes { id state preview owner { name } } } }')) as {
    nodes: readonly Chat[];
  };
  return nodes.filter(({ state }) => state !== 'CLOSED');
}

/** Two places each, and little patience with who does not answer. */
async function prepare(): Promise<void> {
  const administrator = await askAs(demo, 'ad');
  const { nodes } = (await ask('{ r: stores { nodes { id } } }')) as { nodes: readonly { id: string }[] };
  for (const { id } of nodes)
    await ask(
      'mutation ($input: SetRoutingPolicyInput!) { r: setRoutingPolicy(input: $input) { denied { __typename code } } }',
      {
        storeId: id,
        silentSeconds: SILENT_SECONDS,
        awaySeconds: 0,
        rampSeconds: 0,
      },
    );
  const { nodes: people } = (await administrator('{ r: users(first: 50) { nodes { id email } } }')) as {
    nodes: readonly { id: string; email: string }[];
  };
  for (const { id, email } of people)
    if (/^(pa|aa)@/.test(email))
      await administrator(
        'mutation ($input: UpdateStaffInput!) { r: updateStaff(input: $input) { denied { __typename code } } }',
        {
          id,
          capacity: 2,
        },
      );
}

async function newPage(): Promise<Page> {
  const context = await openContext(browser, { locale: 'en', size: SIZES[1] });
  contexts.push(context);
  return context.newPage();
}

describe('two agents, a supervisor and five shoppers', () => {
  const words = WORDS.en;
  const { board } = words.panel;
  const keep = screenshots('routing');
  const shoppers: Shopper[] = [];
  const inaccessible: string[] = [];
  let lin: Agent;
  let chen: Agent;
  let grace: Agent;
  let broken = false;

  const show = async (page: Page, step: string, root?: string) => {
    await keep(page, step);
    inaccessible.push(...(await barriers(page, root)).map((barrier) => `${step}: ${barrier}`));
  };
  const shopper = (index: number) => shoppers[index] as Shopper;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemo({}, { routing: 'AUTO' }), launchBrowser()]);
    ask = await askAs(demo, 'mg');
    await prepare();
    [lin, chen, grace] = [
      new Agent(await newPage(), demo, words),
      new Agent(await newPage(), demo, words),
      new Agent(await newPage(), demo, words),
    ];
    for (const _ of QUESTIONS) shoppers.push(new Shopper(await newPage(), demo, words));
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  beforeEach(() => {
    if (broken) throw new Error('An earlier part of the story has failed.');
    onTestFailed(async () => {
      broken = true;
      await keepFailure('routing', contexts);
    });
  });

  test('who has answered a customer once is no newcomer, whose silence only those who lead would hear of', async () => {
    await chen.openPanel();
    await chen.signIn('aa');
    await chen.setPresence('ONLINE');
    const early = new Shopper(await newPage(), demo, words);
    await early.visit('/');
    await early.open();
    await early.send('Are you there?');
    await early.sees(words.chat.events.AGENT_JOINED('Chen Mei'));
    await chen.look('mine');
    await chen.openConversation('Are you there?');
    await chen.reply('We are.');
    await early.sees('We are.');
    await chen.close();
    await chen.setPresence('OFFLINE');
  });

  test('the first customer reaches the only agent who is there, without anybody’s doing', async () => {
    await lin.openPanel();
    await lin.signIn('pa');
    await lin.setPresence('ONLINE');
    await shopper(0).visit('/');
    await shopper(0).open();
    await shopper(0).send(QUESTIONS[0]);
    await shopper(0).sees(words.chat.events.AGENT_JOINED('Lin Xiao'));
    await lin.look('mine');
    await lin.openConversation(QUESTIONS[0]);
    await lin.reply('Yes, three are left.');
    await shopper(0).sees('three are left');
    await lin.page.getByText(board.whyAgent).click();
    await lin.page.getByText(words.panel.terms.because.ONLY_ONE).waitFor();
    await show(lin.page, 'why-this-agent');
  });

  test('four more fill both desks; the fifth waits and leaves a message in one tap', async () => {
    await chen.setPresence('ONLINE');
    for (const index of [1, 2, 3]) {
      await shopper(index).visit('/');
      await shopper(index).open();
      await shopper(index).send(QUESTIONS[index] as string);
      await shopper(index).sees(words.chat.events.AGENT_JOINED('').trim());
    }
    const owners = (await chats()).map(({ owner }) => owner?.name).toSorted();
    expect(owners).toEqual(['Chen Mei', 'Chen Mei', 'Lin Xiao', 'Lin Xiao']);
    await shopper(4).visit('/');
    await shopper(4).open();
    await shopper(4).send(QUESTIONS[4]);
    await shopper(4).sees(words.chat.queue.place(1));
    await show(shopper(4).page, 'waiting', 'desk-widget');
    await grace.openPanel();
    await grace.signIn('sv');
    await grace.page.goto(`${demo.deskUrl}/admin/board`);
    await grace.page.getByText(board.waitingCount(1)).first().waitFor();
    await grace.page.getByText(board.loadOf('2', '2')).nth(1).waitFor();
    await show(grace.page, 'board');
    await shopper(4).leaveQueue('leaveMessage');
    await shopper(4).sees(words.chat.queue.left);
    await show(shopper(4).page, 'message-left', 'desk-widget');
    await grace.page.getByText(board.nobodyWaits).first().waitFor();
  });

  test('an agent who does not answer loses his customer, who is told nothing bad; the supervisor sees it', async () => {
    await vi.waitFor(
      async () => {
        const kept = (await chats()).filter(({ state, owner }) => state === 'ASSIGNED' && owner?.name === 'Chen Mei');
        expect(kept).toEqual([]);
      },
      { ...PATIENT, timeout: 60_000 },
    );
    await grace.page.getByText('– Chen Mei').first().waitFor();
    await show(grace.page, 'board-attention');
    await shopper(1).sees(words.chat.events.QUEUED(''));
  });

  test('the supervisor jumps to whoever waits longest and takes him; the agent is back and gets two others', async () => {
    await grace.page.goto(`${demo.deskUrl}/admin/board`);
    await grace.page.getByRole('button', { name: board.toLongest }).waitFor();
    await grace.page.keyboard.press('w');
    await grace.take();
    await grace.reply('I take care of it myself.');
    await chen.setPresence('ONLINE');
    await vi.waitFor(
      async () => expect((await chats()).filter(({ owner }) => owner?.name === 'Chen Mei')).toHaveLength(2),
      PATIENT,
    );
  });

  test('a conversation is offered to the after-sale team, and accepted', async () => {
    await lin.transferTo(words.panel.terms.team['AFTER_SALE'] ?? '', 'Wants to know about repairs.');
    await chen.page.getByRole('button', { name: words.panel.inbox.accept }).click();
    await vi.waitFor(
      async () =>
        expect((await chats()).find(({ preview }) => preview.includes('three are left'))?.owner?.name).toBe('Chen Mei'),
      PATIENT,
    );
  });

  test('the supervisor takes a conversation over from its agent, with a reason, and goes on in it', async () => {
    await grace.page.goto(`${demo.deskUrl}/admin/inbox/open`);
    await grace.openConversation('three are left');
    await grace.assignTo('Grace Hill', 'Knows the repair shop');
    await shopper(0).sees(words.chat.events.TRANSFERRED('Grace Hill'));
    await grace.reply('Grace here: the repair takes a week.');
    await shopper(0).sees('Grace here');
    await vi.waitFor(
      async () =>
        expect((await chats()).find(({ preview }) => preview.includes('Grace here'))?.owner?.name).toBe('Grace Hill'),
      PATIENT,
    );
  });

  test('the board and the reasons are there in Chinese and on a phone', async () => {
    for (const size of SIZES) {
      const context = await openContext(browser, { locale: 'zh-CN', size });
      contexts.push(context);
      const lead = new Agent(await context.newPage(), demo, WORDS['zh-CN']);
      await lead.openPanel();
      await lead.signIn('sv');
      await lead.page.goto(`${demo.deskUrl}/admin/board`);
      await lead.settled();
      await show(lead.page, `board-zh-${size.width}`);
    }
  });

  test('everything shown on the way was accessible, and no page complained', () => {
    expect([...inaccessible, ...contexts.flatMap(({ complaints }) => complaints)]).toEqual([]);
  });
});
