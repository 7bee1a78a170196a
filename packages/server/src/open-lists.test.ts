/**
 * @module A feature of somebody else, with a third party's calls only, adds an item to each list that others own: it is
 * taken and shown at the public door, and refused on a desk without the feature.
 */
import {
  access,
  addTo,
  alsoCounted,
  answer,
  card,
  CardType,
  conversations,
  countedIn,
  customers,
  DecisionSubject,
  defineAction,
  defineFeature,
  extend,
  ItemKind,
  keepDecisions,
  knownMetrics,
  kpis,
  limitsKept,
  macros,
  macroStep,
  knownNotices,
  Notice,
  NoticeKind,
  noticeKind,
  notices,
  notify,
  metric,
  MetricCode,
  metrics,
  one,
  openWork,
  policies,
  refuse,
  routing,
  shifts,
  standardFeatures,
  StepKind,
  timeline,
  TimelineKind,
  type Desk,
  type Feature,
  type SystemActor,
} from '@shopdesk/core';
import { anyWords, MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestServer, type TestServer } from './testing/test-server.ts';

const words = { en: 'Warranty', zh: '保修' };
const SYSTEM: SystemActor = { kind: 'system', tenantId: 'tenant-1', name: 'test' };

/** A promise for some months, that the maker keeps: nothing the desk itself knows. */
const TimelineItem = addTo(TimelineKind, { WARRANTY: words });
const OpenItem = addTo(ItemKind, { WARRANTY: words });
const Step = addTo(StepKind, { WARRANTY: words });
const Subject = addTo(DecisionSubject, { WARRANTY: words });
const Card = addTo(CardType, { WARRANTY: words });
const Figure = addTo(MetricCode, { WARRANTY_KEPT: { en: 'Warranties kept', zh: '保修兑现率' } });
const Told = addTo(NoticeKind, { WARRANTY_ENDS: { en: 'Warranty ends', zh: '保修即将到期' } });
const warrantyEnds = noticeKind(Told, { code: 'WARRANTY_ENDS', severity: 'IMPORTANT' });

/** A notice with what a figure counts of it. */
const Ended = extend(Notice, {
  fields: {
    endedOf: z.string().nullable().default(null),
    endedOn: z.string().nullable().default(null),
    wasKept: z.boolean().default(true),
  },
});
const ended = countedIn(Ended, {
  day: 'endedOn',
  by: { agent: 'endedOf' },
  count: ({ wasKept }) => ({ num: wasKept ? 1 : 0, den: 1 }),
});
const warrantyKept = metric(Figure, {
  code: 'WARRANTY_KEPT',
  version: 1,
  unit: 'SHARE',
  sign: 'MORE',
  least: 5,
  formula: words,
  additive: 'SUM',
  beside: true,
  sources: [ended],
});

/** What happens when a warranty ends: a decision is kept, and those who lead the store are told. */
const endWarranty = defineAction({
  title: words,
  allow: { system: true },
  input: z.object({ storeId: z.string(), agentId: z.string().optional(), wasKept: z.boolean().default(true) }),
  output: one(Notice),
  run: async (ctx, { storeId, agentId = null, wasKept }) => {
    const about = { storeId, subject: Subject.codes.WARRANTY, subjectId: 'W1', orderId: 'O1', amount: 100 };
    const decision = { kind: 'WARRANTY', outcome: 'ENDED', ruleIds: [] } as never;
    keepDecisions(ctx, { ...about, currency: 'CNY' }, {}, [decision], { judges: [] } as never);
    const told = await notify(ctx, warrantyEnds, {
      storeId,
      key: ctx.newId(),
      title: 'W1',
      to: { permission: 'conversation.assign' },
    });
    return ctx.update(Ended, told, { endedOf: agentId, endedOn: ctx.now.slice(0, 10), wasKept });
  },
});

const warranty = defineFeature({
  words: anyWords,
  name: 'warranty',
  requires: [access, conversations, customers, kpis, macros, metrics, notices, policies, routing, shifts],
  extensions: [Ended],
  members: [TimelineItem, OpenItem, Step, Subject, Card, Told, Figure],
  actions: { endWarranty },
  answers: [
    knownNotices(warrantyEnds),
    knownMetrics(warrantyKept),
    alsoCounted(limitsKept, ended),
    answer(timeline, (ctx) => [
      { kind: TimelineItem.codes.WARRANTY, at: ctx.now, id: 'W1', title: 'Kettle, 24 months', state: 'RUNNING' },
    ]),
    answer(openWork, (_ctx, { storeId }) => [
      { kind: OpenItem.codes.WARRANTY, refId: `W1 of ${storeId}`, text: 'Ask the maker for a new lid' },
    ]),
    answer(macroStep, (_ctx, { kind }) =>
      kind === Step.codes.WARRANTY
        ? {
            missing: ({ more }) => (more?.['months'] ? undefined : 'more.months'),
            plan: async (_read, { more }, { conversation }) => ({
              action: 'endWarranty',
              text: `${String(more?.['months'])} months`,
              input: { storeId: conversation.storeId },
            }),
          }
        : undefined,
    ),
    answer(card, (_ctx, { type, id }) => {
      if (type !== Card.codes.WARRANTY) return undefined;
      if (id !== 'W1') return refuse('NOT_FOUND');
      return { type, id, title: 'Kettle', detail: '24 months', price: null, url: null };
    }),
  ],
});

let desk: TestServer | undefined;
afterEach(() => desk?.close());

const started = async (...features: readonly Feature[]): Promise<TestServer> =>
  (desk = await createTestServer({ store: new MemoryStore(), features: [...standardFeatures, ...features] }));

const HAND_OVER =
  'mutation ($i: EditHandoverInput!) { r: editHandover(input: $i) { handover { __typename items { kind text } } } }';
const HAND_OVERS = '{ handovers(first: 5) { nodes { id items { kind text } } } }';
const MACRO =
  'mutation ($i: CreateMacroInput!) { r: createMacro(input: $i) { macro { __typename id steps { kind more } } denied { __typename code fields { path } } } }';
const PLAN =
  'query ($id: ID!, $c: ID!) { planMacro(id: $id, conversationId: $c, run: "run-0001") { steps { kind action text needs } } }';
const SEND =
  'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { message { __typename card { type title } } denied { __typename code fields { path } } } }';
const DECISIONS =
  '{ policyDecisions(first: 5, filter: { subject: { eq: WARRANTY } }) { nodes { subject subjectId } } }';

/** Why GraphQL refuses to take a member that the desk does not have. */
const UNKNOWN = /WARRANTY/;

describe('a feature that the desk does not know adds', () => {
  test('an entry to the timeline of a customer', async () => {
    const server = await started(warranty);
    const { customerId } = await server.shopper('lily');
    const { token } = await server.staff('SV1', ['SV']);
    const ask = 'query ($c: ID!) { customerTimeline(customerId: $c) { entries { kind title } } }';
    const { data } = await server.gql<{ customerTimeline: unknown }>(ask, { c: customerId }, { token });
    expect(data.customerTimeline).toEqual({ entries: [{ kind: 'WARRANTY', title: 'Kettle, 24 months' }] });
  });

  test('an item to the hand-over of a shift, which people may write too', async () => {
    const server = await started(warranty);
    const { token, id: userId } = await server.staff('PA1', ['PA']);
    const drafted = await handingOver(server, userId);
    const { data } = await server.gql<{ handovers: { nodes: [{ items: unknown }] } }>(HAND_OVERS, {}, { token });
    expect(data.handovers.nodes[0].items).toEqual([{ kind: 'WARRANTY', text: 'Ask the maker for a new lid' }]);
    const items = [{ kind: 'WARRANTY', text: 'And a new handle' }];
    const edited = await server.gql<{ r: object }>(HAND_OVER, { i: { id: drafted, items } }, { token });
    expect(edited.data.r).toEqual({ __typename: 'Handover', items });
  });

  test('a step to macros, which says what it lacks and what it would do', async () => {
    const server = await started(warranty);
    const { token } = await server.staff('PA1', ['PA']);
    const write = (more: object) =>
      server.gql<{ r: { id: string } }>(
        MACRO,
        { i: { name: words, steps: [{ kind: 'WARRANTY', ...more }] } },
        { token },
      );
    expect((await write({})).data.r).toEqual({
      __typename: 'Denied',
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'steps.0.more.months' }],
    });
    const { r } = (await write({ more: { months: 24 } })).data;
    expect(r).toMatchObject({ __typename: 'Macro', steps: [{ kind: 'WARRANTY', more: { months: 24 } }] });
    const c = await conversation(server);
    const { data } = await server.gql<{ planMacro: unknown }>(PLAN, { id: r.id, c: c.id }, { token });
    expect(data.planMacro).toEqual({
      steps: [{ kind: 'WARRANTY', action: 'endWarranty', text: '24 months', needs: [] }],
    });
  });

  test('a card to messages, in the reach of who sends it', async () => {
    const server = await started(warranty);
    const { id: conversationId, token } = await conversation(server);
    const send = async (id: string, clientMsgId: string) =>
      (
        await server.gql<{ r: unknown }>(
          SEND,
          { i: { conversationId, clientMsgId, card: { type: 'WARRANTY', id } } },
          { token },
        )
      ).data.r;
    expect(await send('W1', 'card-0001')).toEqual({
      __typename: 'Message',
      card: { type: 'WARRANTY', title: 'Kettle' },
    });
    expect(await send('W2', 'card-0002')).toMatchObject({ __typename: 'Denied', code: 'NOT_FOUND' });
  });

  test('a figure to those of service, for every group, and limits to the share of those that were kept', async () => {
    const server = await started(warranty);
    const { token } = await server.staff('SV1', ['SV']);
    const loose = server.server.desk as unknown as Desk;
    const agents = [await server.staff('A1', ['PA']), await server.staff('A2', ['PA'])];
    for (const [n, wasKept] of [
      [0, true],
      [1, true],
      [1, false],
    ] as const) {
      const input = { storeId: server.store.id, agentId: agents[n]?.id, wasKept };
      await loose.perform(SYSTEM, 'endWarranty', input as never);
    }
    const ask = `{ figures(metrics: [WARRANTY_KEPT, K_20], by: [AGENT]) {
      figures { metric value n } groups { key figures { metric value } }
    } figureRows(metric: WARRANTY_KEPT) { rows { aboutEntity num den } } }`;
    const { data } = await server.gql<{ figures: { groups: unknown }; figureRows: unknown }>(ask, {}, { token });
    const of = (value: number) => ['WARRANTY_KEPT', 'K_20'].map((code) => ({ metric: code, value }));
    expect(data.figures).toMatchObject({
      figures: [
        { metric: 'WARRANTY_KEPT', value: 2 / 3, n: 3 },
        { metric: 'K_20', value: 2 / 3, n: 3 },
      ],
    });
    expect(data.figures.groups).toEqual(
      [
        { key: agents[0]?.id, figures: of(1) },
        { key: agents[1]?.id, figures: of(0.5) },
      ].toSorted((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1)),
    );
    expect(data.figureRows).toEqual({
      rows: [1, 1, 0].map((num) => ({ aboutEntity: 'Notice', num, den: 1 })),
    });
  });

  test('a subject to the decisions of policies, and an alert to those of staff', async () => {
    const server = await started(warranty);
    const { token } = await server.staff('SV1', ['SV']);
    const loose: { perform(...call: unknown[]): Promise<unknown> } = server.server.desk;
    await loose.perform(SYSTEM, 'endWarranty', { storeId: server.store.id });
    const decisions = await server.gql<{ policyDecisions: unknown }>(DECISIONS, {}, { token });
    expect(decisions.data.policyDecisions).toEqual({ nodes: [{ subject: 'WARRANTY', subjectId: 'W1' }] });
    const { data } = await server.gql<{ myNotices: unknown }>('{ myNotices { notices { kind } } }', {}, { token });
    expect(data.myNotices).toEqual({ notices: [{ kind: 'WARRANTY_ENDS' }] });
    const { data: told } = await server.gql<{ codeNames: object }>('{ codeNames }', {}, { token });
    expect(told.codeNames).toMatchObject({
      NoticeKind: { WARRANTY_ENDS: 'Warranty ends', HELP_REQUESTED: 'Help requested' },
      MacroStepKind: { WARRANTY: words.en },
    });
  });
});

describe('a desk without the feature', () => {
  test('refuses its items wherever they come in, and writes nothing', async () => {
    const server = await started();
    const { token, id: userId } = await server.staff('SV1', ['SV']);
    const { id: conversationId, token: shopper } = await conversation(server);
    const drafted = await handingOver(server, userId);
    const refused: readonly [query: string, variables: object, token: string][] = [
      [HAND_OVER, { i: { id: drafted, items: [{ kind: 'WARRANTY', text: 'x' }] } }, token],
      [MACRO, { i: { name: words, steps: [{ kind: 'WARRANTY', more: { months: 24 } }] } }, token],
      [SEND, { i: { conversationId, clientMsgId: 'card-0001', card: { type: 'WARRANTY', id: 'W1' } } }, shopper],
      [DECISIONS, {}, token],
    ];
    for (const [query, variables, by] of refused) {
      const { errors } = await server.gql(query, variables, { token: by });
      expect([query, errors[0]?.message ?? '']).toEqual([query, expect.stringMatching(UNKNOWN)]);
    }
    const loose: { perform(...call: unknown[]): Promise<unknown> } = server.server.desk;
    const input = { name: words, steps: [{ kind: 'WARRANTY', more: { months: 24 } }] };
    await expect(loose.perform(SYSTEM, 'createMacro', input)).rejects.toMatchObject({
      denial: { code: 'VALIDATION_FAILED', fields: [{ path: 'steps.0.kind' }] },
    });
    const { data } = await server.gql<{ handovers: { nodes: [{ items: unknown }] } }>(HAND_OVERS, {}, { token });
    expect(data.handovers.nodes[0].items).toEqual([]);
  });

  test('has the figures of its own only', async () => {
    const server = await started();
    const { token } = await server.staff('SV1', ['SV']);
    const ask = '{ myFigures { figures { metric value } } }';
    const { data } = await server.gql<{ myFigures: unknown }>(ask, {}, { token });
    expect(data.myFigures).toEqual({
      figures: ['K_03', 'K_05', 'K_14'].map((code) => ({ metric: code, value: null })),
    });
  });

  test('sends no card by itself that only another feature says, and goes on with its own', async () => {
    const server = await started();
    const { id: conversationId, token } = await conversation(server);
    const send = async (type: string) =>
      (
        await server.gql<{ r: unknown }>(
          SEND,
          { i: { conversationId, clientMsgId: `card-${type}`, card: { type, id: 'A1' } } },
          { token },
        )
      ).data.r;
    const denied = { __typename: 'Denied', code: 'VALIDATION_FAILED', fields: [{ path: 'card.type' }] };
    expect(await send('ARTICLE')).toEqual(denied);
    // There is no shop behind this desk, so no product either.
    expect(await send('PRODUCT')).toMatchObject({ __typename: 'Denied', code: 'NOT_FOUND' });
  });
});

async function conversation(server: TestServer): Promise<{ id: string; token: string }> {
  const { token } = await server.shopper('lily');
  const open = 'mutation { r: openConversation(input: {}) { conversation { id } } }';
  const { data } = await server.gql<{ r: { id: string } }>(open, {}, { token });
  return { id: data.r.id, token };
}

/** The id of the draft of somebody whose shift ends. */
async function handingOver(server: TestServer, userId: string): Promise<string> {
  const lead = await server.staff('TL1', ['TL']);
  const asLead = (mutation: string, i: object) =>
    server.gql<{ r: { id: string } }>(mutation, { i }, { token: lead.token });
  const now = server.clock.now().getTime();
  const [startAt, endAt] = [new Date(now).toISOString(), new Date(now + 8 * 3600_000).toISOString()];
  const { data } = await asLead('mutation ($i: PlanShiftInput!) { r: planShift(input: $i) { shift { id } } }', {
    userId,
    storeIds: [server.store.id],
    type: 'DAY',
    startAt,
    endAt,
  });
  await asLead('mutation ($i: PublishShiftsInput!) { r: publishShifts(input: $i) { denied { __typename code } } }', {
    from: new Date(now - 24 * 3600_000).toISOString(),
    to: new Date(now + 48 * 3600_000).toISOString(),
  });
  const by = {
    kind: 'staff',
    tenantId: 'tenant-1',
    userId,
    name: 'x',
    agentNo: 'x',
    roles: [],
    permissions: new Set(['shift.read', 'customer.reply']),
  };
  const loose: {
    perform(...call: unknown[]): Promise<unknown>;
    read(actor: unknown): { first(...q: unknown[]): Promise<unknown> };
  } = server.server.desk as never;
  await loose.perform(by, 'checkInShift', { id: data.r.id });
  await loose.perform(by, 'startHandover', { id: data.r.id });
  const whole = server.server.desk.entities.find(({ name }) => name === 'Handover');
  const draft = (await loose.read(SYSTEM).first(whole, { shiftId: data.r.id })) as { id: string };
  return draft.id;
}
