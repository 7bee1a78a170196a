import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation, Message } from '../conversations/index.ts';
import { Notice } from '../notices/index.ts';
import { WorkStep } from '../work/index.ts';
import { RuleDraft } from './draft.ts';
import { Rule, RuleTrigger, RuleVersion } from './entities.ts';
import { FOLLOW_UP, ruleScene as scene, type Written } from './testing/rule-scene.ts';

const denied = (code: string, more: object = {}) => ({ denial: { code, ...more } });
const note = (text: string): Written => ({
  event: 'CONVERSATION_CLOSED',
  steps: [{ action: 'addNote', input: { conversationId: { field: 'id' }, text } }],
});
const task = (event: string, input: object = {}): Written => ({
  event,
  steps: [
    {
      action: 'createTask',
      input: { storeId: { field: 'storeId' }, subject: 'Look at it', doneBy: { hours: 1 }, ...input },
    },
  ],
});

describe('a rule at work', () => {
  test('does its steps after the commit, with its own name in the audit trail', async () => {
    const { desk, system, atWork, chat, pass, tasks, runs } = await scene();
    const rule = await atWork(FOLLOW_UP);
    const id = await chat();
    expect(await tasks()).toEqual([]);
    await pass();
    expect(await tasks()).toMatchObject([{ conversationId: id, subject: 'Follow up on WEB_CHAT', state: 'DUE' }]);
    const notes = await desk.read(system).all(Message, { where: { conversationId: id, kind: 'NOTE' } });
    expect(notes).toMatchObject([{ sender: 'SYSTEM', senderName: '规则', body: 'A task is given.' }]);
    expect(await runs()).toMatchObject([{ ruleId: rule.id, state: 'DONE', step: 2, rowId: id, because: null }]);
    const entries = await desk.read(system).all(AuditEvent, { where: { actor: `rule:${rule.code}@1` } });
    expect(entries.map(({ action, role }) => [action, role])).toEqual([
      ['createTask', 'RULE'],
      ['addNote', 'RULE'],
    ]);
    expect(await desk.read(system).all(RuleTrigger)).toEqual([]);
  });

  test('does nothing where its condition does not hold', async () => {
    const { atWork, chat, pass, tasks, runs } = await scene();
    await atWork(FOLLOW_UP);
    await chat('SOLVED');
    await pass();
    expect([await tasks(), await runs()]).toEqual([[], []]);
  });

  test('is judged on the facts of the event, whatever has become of the row since', async () => {
    const { desk, agent, atWork, open, pass, tasks, clock } = await scene();
    await atWork({ ...task('CONVERSATION_TOPIC'), conditions: [{ field: 'intent', operator: 'IS', value: 'OTHER' }] });
    const id = await open();
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'SOLVED' });
    clock.advance(1);
    expect(await desk.as(agent).understanding.correctReading({ conversationId: id, intent: 'REFUND' })).toBeTruthy();
    await pass();
    expect(await tasks()).toHaveLength(1);
  });

  test('does its turn in the order of the list, whichever was published first', async () => {
    const { desk, lead, system, atWork, chat, pass } = await scene();
    const [first, second] = [await atWork(note('one')), await atWork(note('two'))];
    await desk.as(lead).rules.placeRule({ id: second.id, place: 1 });
    const rules = await desk.read(system).all(Rule, { order: [['position', 'asc']] });
    expect(rules[0]?.id).toBe(second.id);
    expect(new Set(rules.map(({ position }) => position)).size).toBe(rules.length);
    await chat();
    await pass();
    const notes = await desk.read(system).all(Message, { where: { kind: 'NOTE' }, order: [['seq', 'asc']] });
    expect(notes.map(({ body }) => body)).toEqual(['two', 'one']);
    expect(first.position).toBeLessThan(second.position);
  });

  test('stops at a refused step, says so where people look, and tells its owner', async () => {
    const { desk, lead, system, atWork, chat, pass, runs } = await scene();
    const rule = await atWork({
      event: 'CONVERSATION_OPENED',
      steps: [
        { action: 'addNote', input: { conversationId: { field: 'id' }, text: 'before' } },
        { action: 'closeConversation', input: { intent: 'OTHER', result: 'SOLVED' } },
        { action: 'addNote', input: { conversationId: { field: 'id' }, text: 'after' } },
      ],
    });
    const id = await chat();
    await pass();
    expect(await runs()).toMatchObject([{ state: 'STOPPED', because: 'REFUSED', step: 1, rowId: id }]);
    expect((await runs())[0]?.why?.en).toBeTruthy();
    const notes = await desk.read(system).all(Message, { where: { kind: 'NOTE' } });
    expect(notes.map(({ body }) => body)).toEqual(['before']);
    const { notices } = await desk.as(lead).notices.myNotices({});
    expect(notices).toMatchObject([{ kind: 'RULE_STOPPED', aboutId: rule.id }]);
    expect((await desk.read(system).get(Rule, rule.id)).state).toBe('ACTIVE');
  });

  test('stands in the file of the customer and in the course of a work item', async () => {
    const { desk, lead, lily, system, store, clock, atWork, pass } = await scene();
    await atWork({ event: 'TASK_GIVEN', steps: [{ action: 'noteTask', input: { text: 'Seen by a rule.' } }] });
    const doneBy = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const { customerId } = lily;
    await desk.as(lead).tasks.createTask({ storeId: store.id, subject: 'Call', customerId, doneBy });
    await pass();
    const steps = await desk.read(system).all(WorkStep);
    expect(steps.map(({ action, by }) => [action, by])).toEqual([
      ['createTask', 'STAFF'],
      ['noteTask', 'RULE'],
      ['runRules', 'DESK'],
    ]);
    const { entries } = await desk.as(lead).customers.customerTimeline({ customerId });
    expect(entries).toContainEqual(expect.objectContaining({ kind: 'RULE', state: 'DONE' }));
  });

  test('of one store leaves the rows of others alone, and one of nobody’s store is not for somebody of one', async () => {
    const { desk, system, staff, lead, write, publish, chat, pass, tasks } = await scene();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    await publish((await write(FOLLOW_UP, lead, other.id)).id);
    await chat();
    await pass();
    expect(await tasks()).toEqual([]);
    const there = await staff('SV2', ['SV'], { storeIds: [other.id] });
    await expect(write(FOLLOW_UP, there)).rejects.toMatchObject(denied('FORBIDDEN'));
  });

  test('may no more than its publisher may by then', async () => {
    const { desk, system, lead, atWork, chat, pass, tasks, runs } = await scene();
    await atWork(FOLLOW_UP);
    await desk.as(system).access.updateStaff({ id: lead.userId, active: false });
    await chat();
    await pass();
    expect(await tasks()).toEqual([]);
    expect(await runs()).toMatchObject([{ state: 'STOPPED', because: 'REFUSED' }]);
  });

  test('that is paused between two steps ends before the next', async () => {
    const { desk, lead, atWork, chat, runs, clock } = await scene();
    const rule = await atWork(FOLLOW_UP);
    await chat();
    await desk.runTimers();
    await desk.runTimers();
    await desk.as(lead).rules.pauseRule({ id: rule.id });
    clock.advance(1);
    while ((await desk.runTimers()) > 0);
    expect(await runs()).toMatchObject([{ state: 'NOT_RUN', because: 'PAUSED', step: 1 }]);
  });

  test('that cannot judge its condition says so and refuses nobody’s work', async () => {
    const { desk, lead, atWork, chat, pass, runs, tasks } = await scene();
    await atWork({ ...FOLLOW_UP, expression: '10 / transferCount > 1' });
    await chat();
    await pass();
    expect(await tasks()).toEqual([]);
    expect(await runs()).toMatchObject([{ state: 'NOT_RUN', because: 'CONDITION_FAILED' }]);
    expect((await desk.as(lead).notices.myNotices({})).notices).toMatchObject([{ kind: 'RULE_STOPPED' }]);
  });
});

describe('hours since an event', () => {
  test('a rule runs when its time has come and everything is still so', async () => {
    const { atWork, chat, pass, tasks } = await scene();
    await atWork({ ...FOLLOW_UP, hours: 4 });
    await chat();
    await pass(3.9);
    expect(await tasks()).toEqual([]);
    await pass(0.2);
    expect(await tasks()).toHaveLength(1);
  });

  test('a rule does not run where the row has moved on, and says so', async () => {
    const { desk, lily, clientMsgId, atWork, chat, pass, tasks, runs } = await scene();
    await atWork({ ...FOLLOW_UP, hours: 4 });
    const conversationId = await chat();
    await pass(1);
    await desk.as(lily).conversations.sendMessage({ conversationId, text: 'And now?', clientMsgId: clientMsgId() });
    await pass(3.1);
    expect(await tasks()).toEqual([]);
    expect(await runs()).toMatchObject([{ state: 'NOT_RUN', because: 'MOVED_ON' }]);
  });

  test('the same event again begins the hours anew', async () => {
    const { desk, agent, lily, clientMsgId, atWork, chat, pass, tasks } = await scene();
    await atWork({ ...FOLLOW_UP, hours: 4 });
    const id = await chat();
    await pass(1);
    const text = 'And now?';
    await desk.as(lily).conversations.sendMessage({ conversationId: id, text, clientMsgId: clientMsgId() });
    await desk
      .as(agent)
      .conversations.takeConversation({ id })
      .catch(() => undefined);
    await desk.as(agent).conversations.sendMessage({ conversationId: id, text: 'Soon.', clientMsgId: clientMsgId() });
    await desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'NOT_SOLVED' });
    await pass(3.5);
    expect(await tasks()).toEqual([]);
    await pass(1);
    expect(await tasks()).toHaveLength(1);
  });
});

describe('caps', () => {
  test('over that of an hour a rule pauses itself, tells its owner, and somebody resumes it', async () => {
    const { desk, lead, system, atWork, chat, pass, tasks, runs } = await scene();
    const rule = await atWork({ ...FOLLOW_UP, perHour: 2 });
    for (const _round of [1, 2, 3, 4]) {
      await chat();
      await pass();
    }
    expect(await tasks()).toHaveLength(2);
    expect((await runs()).map(({ because }) => because)).toEqual([null, null, 'HOUR_CAP']);
    expect(await desk.read(system).get(Rule, rule.id)).toMatchObject({ state: 'PAUSED', pausedBecause: 'HOUR_CAP' });
    const told = async () => (await desk.as(lead).notices.myNotices({})).notices.map(({ kind }) => kind);
    expect(await told()).toEqual(['RULE_PAUSED']);
    await desk.as(lead).rules.resumeRule({ id: rule.id });
    expect(await told()).toEqual([]);
    await pass(2);
    await chat();
    await pass();
    expect(await tasks()).toHaveLength(3);
  });

  test('over that of a row a rule leaves this row alone for a day and goes on with others', async () => {
    const { desk, system, agent, lily, staff, shopper, clientMsgId, atWork, open, pass, tasks, runs } = await scene();
    const rule = await atWork({ ...FOLLOW_UP, perRow: 1 });
    const id = await open();
    const close = () =>
      desk.as(agent).conversations.closeConversation({ id, intent: 'OTHER', result: 'NOT_SOLVED', reason: 'busy' });
    await close();
    await pass();
    await desk.as(lily).conversations.sendMessage({ conversationId: id, text: 'And?', clientMsgId: clientMsgId() });
    await desk
      .as(agent)
      .conversations.takeConversation({ id })
      .catch(() => undefined);
    await close();
    await pass();
    expect(await tasks()).toHaveLength(1);
    expect((await runs()).map(({ because }) => because)).toEqual([null, 'ROW_CAP']);
    expect((await desk.read(system).get(Rule, rule.id)).state).toBe('ACTIVE');
    const [second, bob] = [await staff('PA2', ['PA']), await shopper('bob')];
    const next = await desk.as(bob).conversations.openConversation({});
    const text = 'Hello?';
    await desk.as(bob).conversations.sendMessage({ conversationId: next.id, text, clientMsgId: clientMsgId() });
    await desk.as(second).conversations.takeConversation({ id: next.id });
    const closing = { id: next.id, intent: 'OTHER', result: 'NOT_SOLVED', reason: 'busy' } as const;
    await desk.as(second).conversations.closeConversation(closing);
    await pass();
    expect(await tasks()).toHaveLength(2);
  });
});

describe('loops', () => {
  test('a rule that sets itself off is not published', async () => {
    const { write, dryRun } = await scene();
    const { id, code } = await write(task('TASK_GIVEN'));
    const refused = { fields: [{ path: 'draft.steps', text: { params: { way: `${code} → ${code}` } } }] };
    await expect(dryRun(id)).rejects.toMatchObject(denied('VALIDATION_FAILED', refused));
  });

  test('two rules that would set each other off are refused with the way between them', async () => {
    const { atWork, write, dryRun } = await scene();
    const escalate = (event: string): Written => ({
      event,
      steps: [
        {
          action: 'escalateConversation',
          input: {
            id: { field: event === 'CONVERSATION_CLOSED' ? 'id' : 'conversationId' },
            level: 3,
            reason: 'x',
            summary: 'y',
          },
        },
      ],
    });
    const first = await atWork(escalate('CONVERSATION_CLOSED'));
    const { id, code } = await write({
      event: 'ESCALATION_REQUESTED',
      steps: [
        { action: 'closeConversation', input: { id: { field: 'conversationId' }, intent: 'OTHER', result: 'SOLVED' } },
      ],
    });
    await expect(dryRun(id)).rejects.toMatchObject(
      denied('VALIDATION_FAILED', {
        fields: [{ path: 'draft.steps', text: { params: { way: `${code} → ${first.code} → ${code}` } } }],
      }),
    );
  });

  test.each([
    ['its own work', 'LOOP', (code: string) => [code, 'A']],
    ['a third rule in a row', 'TOO_DEEP', () => ['A', 'B', 'C']],
  ] as const)('what slips past the graph ends by the chain of causes: %s', async (_name, because, causeOf) => {
    const { desk, system, atWork, chat, pass, runs, tasks } = await scene();
    const rule = await atWork(FOLLOW_UP);
    await chat();
    const [{ tenantId, id, version: expectedVersion }] = (await desk.read(system).all(RuleTrigger)) as [
      RowOf<typeof RuleTrigger>,
    ];
    // As if rules had closed the conversation by a way that no graph can see.
    const changes = { cause: causeOf(rule.code) };
    await desk.store.commit([{ kind: 'update', entity: RuleTrigger, tenantId, id, expectedVersion, changes }]);
    await pass();
    expect(await runs()).toMatchObject([{ state: 'NOT_RUN', because }]);
    expect(await tasks()).toEqual([]);
  });

  test('what a rule does carries the rules that have led to it', async () => {
    const { atWork, chat, pass, runs } = await scene();
    const first = await atWork(FOLLOW_UP);
    const second = await atWork({ event: 'TASK_GIVEN', steps: [{ action: 'noteTask', input: { text: 'Seen.' } }] });
    await chat();
    await pass();
    expect(await runs(second.id)).toMatchObject([{ state: 'DONE', cause: [first.code] }]);
  });
});

describe('a draft', () => {
  test('is kept as it is left, and is not published before everything is right', async () => {
    const { write, dryRun } = await scene();
    const { id } = await write({
      event: 'NO_SUCH_EVENT',
      steps: [{ action: 'deleteEverything', input: {} }],
    });
    await expect(dryRun(id)).rejects.toMatchObject(
      denied('VALIDATION_FAILED', { fields: [{ path: 'draft.event' }, { path: 'draft.steps.0.action' }] }),
    );
    const wrong = await write({
      event: 'CONVERSATION_CLOSED',
      conditions: [
        { field: 'weather', operator: 'IS', value: 'wet' },
        { field: 'result', operator: 'AT_LEAST', value: '3' },
        { field: 'result', operator: 'IS', value: 'NICE' },
      ],
      steps: [
        { action: 'createTask', input: { storeId: { field: 'store' }, subject: 'x' } },
        { action: 'noteTask', input: { text: 'of another kind of row' } },
        { action: 'addNote', input: { conversationId: { field: 'customerId' }, text: '' } },
      ],
    });
    await expect(dryRun(wrong.id)).rejects.toMatchObject(
      denied('VALIDATION_FAILED', {
        fields: [
          { path: 'draft.conditions.0.field' },
          { path: 'draft.conditions.1.operator' },
          { path: 'draft.conditions.2.value' },
          { path: 'draft.steps.0.input' },
          { path: 'draft.steps.1.input.id' },
          { path: 'draft.steps.2.input.text' },
        ],
      }),
    );
  });

  test('with a condition that is none says where and why', async () => {
    const { desk, lead, write } = await scene();
    const { id, draft } = await write(FOLLOW_UP);
    const judged = (expression: string) => desk.as(lead).rules.judgeRuleDraft({ id, draft: { ...draft, expression } });
    expect((await judged('')).condition).toBe('result in ["NOT_SOLVED", "FOLLOW_UP"]');
    for (const wrong of ['weather == "wet"', 'result', 'result ==', 'channel.matches(".*")'])
      expect((await judged(wrong)).problems).toMatchObject([{ path: 'draft.expression' }]);
    expect((await judged('agentMessages > 2 && result != "SOLVED"')).problems).toEqual([]);
  });

  test('with a step whose right its publisher lacks is refused by name', async () => {
    const { desk, staff, system, write, dryRun } = await scene();
    await desk.as(system).access.setPermissionRoles({ permission: 'rule.publish', roles: ['SV', 'AD'] });
    await desk.as(system).access.setPermissionRoles({ permission: 'rule.write', roles: ['SV', 'AD'] });
    const admin = await staff('AD1', ['AD']);
    const wide = { ...admin, permissions: new Set([...admin.permissions, 'rule.publish', 'rule.write']) };
    const { id } = await write(FOLLOW_UP, wide);
    await expect(dryRun(id, wide)).rejects.toMatchObject(
      denied('FORBIDDEN', { details: { permission: 'task.handle' }, fields: [{ path: 'draft.steps.0.action' }] }),
    );
  });

  test('changes nothing of what is published until it is published itself', async () => {
    const { desk, lead, system, atWork, publish, chat, pass, tasks } = await scene();
    const rule = await atWork(FOLLOW_UP);
    const draft = RuleDraft.parse({ ...FOLLOW_UP, ...task('CONVERSATION_CLOSED', { subject: 'Another' }) });
    await desk.as(lead).rules.editRule({ id: rule.id, draft });
    await chat();
    await pass();
    expect((await tasks()).map(({ subject }) => subject)).toEqual(['Follow up on WEB_CHAT']);
    const [before] = await desk.read(system).all(RuleVersion);
    await publish(rule.id);
    const versions = await desk.read(system).all(RuleVersion, { order: [['number', 'asc']] });
    expect(versions.map(({ number }) => number)).toEqual([1, 2]);
    expect(versions[0]).toEqual(before);
    await chat();
    await pass();
    expect((await tasks()).map(({ subject }) => subject)).toEqual(['Follow up on WEB_CHAT', 'Another']);
  });
});

describe('a dry run', () => {
  test('shows what the draft would have done to what has happened, and does nothing', async () => {
    const { desk, system, write, dryRun, chat, runs, tasks } = await scene();
    const rounds = ['NOT_SOLVED', 'SOLVED', 'NOT_SOLVED', 'NOT_SOLVED'] as const;
    for (const result of rounds) await chat(result);
    const { id } = await write({ ...FOLLOW_UP, perHour: 2 });
    const before = await desk.read(system).all(AuditEvent);
    const seen = await dryRun(id);
    expect(seen).toMatchObject({ events: 4, matched: 3, wouldRun: 2, refused: 0, capped: 1 });
    expect(seen.rows.map(({ outcome }) => outcome)).toEqual(['CAPPED', 'WOULD_RUN', 'WOULD_RUN']);
    expect(seen.rows[1]?.changes).toContainEqual({ entity: 'FollowUpTask', rowId: null, change: 'MADE' });
    expect([await tasks(), await runs(), await desk.read(system).all(AuditEvent)]).toEqual([[], [], before]);
  });

  test('lists notices without giving them, and says why a step would be refused', async () => {
    const { desk, system, lead, write, dryRun, chat } = await scene();
    await chat();
    const told = await write({
      event: 'CONVERSATION_CLOSED',
      steps: [{ action: 'sendNotice', input: { storeId: { field: 'storeId' }, title: 'Look', toRoles: ['TL'] } }],
    });
    expect((await dryRun(told.id)).rows).toMatchObject([{ outcome: 'WOULD_RUN', notices: ['Look'], changes: [] }]);
    expect(await desk.read(system).all(Notice)).toEqual([]);
    const refused = await write({
      event: 'CONVERSATION_CLOSED',
      steps: [{ action: 'escalateConversation', input: { level: 3, reason: 'r', summary: 's' } }],
    });
    const { rows } = await dryRun(refused.id);
    expect(rows).toMatchObject([{ outcome: 'REFUSED', changes: [] }]);
    expect(rows[0]?.why?.zh).toBeTruthy();
    expect(lead.kind).toBe('staff');
  });

  test('is what publishing asks for: a draft that has changed since is CONFLICT', async () => {
    const { desk, lead, write, dryRun, publish } = await scene();
    const { id, draft } = await write(FOLLOW_UP);
    const { fingerprint } = await dryRun(id);
    await desk.as(lead).rules.editRule({ id, draft: { ...draft, perRow: 7 } });
    await expect(desk.as(lead).rules.publishRule({ id, fingerprint })).rejects.toMatchObject(denied('CONFLICT'));
    await expect(publish(id)).resolves.toMatchObject({ state: 'ACTIVE', number: 1 });
  });

  test('lets one of two publish who do so at once', async () => {
    const { desk, system, lead, staff, write, dryRun } = await scene();
    const second = await staff('SV2', ['SV']);
    const { id } = await write(FOLLOW_UP);
    const { fingerprint } = await dryRun(id);
    const ends = await Promise.allSettled(
      [lead, second].map((who) => desk.as(who).rules.publishRule({ id, fingerprint })),
    );
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: denied('CONFLICT') });
    expect(await desk.read(system).all(RuleVersion)).toHaveLength(1);
  });
});

describe('the rules that are shipped', () => {
  test('are there as drafts in a new tenant, in both languages, and each can be published', async () => {
    const { desk, system, lead, publish, dryRun } = await scene();
    const shipped = await desk.read(system).all(Rule, { order: [['position', 'asc']] });
    expect(shipped.length).toBeGreaterThanOrEqual(5);
    for (const { id, name, state } of shipped) {
      expect([state, Boolean(name.zh), Boolean(name.en)]).toEqual(['DRAFT', true, true]);
      expect(await dryRun(id)).toMatchObject({ events: 0, since: expect.anything() });
      await expect(publish(id)).resolves.toMatchObject({ state: 'ACTIVE' });
    }
    expect((await desk.as(system).rules.addShippedRules({})).rules).toBe(0);
    expect(lead.permissions.has('rule.publish')).toBe(true);
  });

  test('do not come back when somebody has retired them', async () => {
    const { desk, system, lead } = await scene();
    const [first] = await desk.read(system).all(Rule);
    await desk.as(lead).rules.retireRule({ id: first?.id ?? '', reason: 'not ours' });
    await desk.as(system).rules.addShippedRules({});
    expect(await desk.read(system).all(Rule, { where: { code: first?.code ?? '' } })).toMatchObject([
      { state: 'RETIRED' },
    ]);
  });
});

test('a conversation is never refused anything because of a rule on it', async () => {
  const { desk, system, atWork, chat } = await scene();
  await atWork({ ...FOLLOW_UP, expression: '10 / transferCount > 1' });
  const id = await chat();
  expect((await desk.read(system).get(Conversation, id)).state).toBe('CLOSED');
});
