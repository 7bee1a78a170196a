import { describe, expect, test } from 'vitest';
import { User } from '../access/entities.ts';
import { Conversation } from '../conversations/entities.ts';
import { AgentLoad, QueueEntry, RoutingDecision } from './entities.ts';
import { MINUTE, routingScene, SECOND } from './testing/scene.ts';

const code = (denial: string) => ({ denial: { code: denial } });

describe('the router', () => {
  test('gives a customer who writes to an agent at once, and says why', async () => {
    const { staff, customer, conversation, read, waiting } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { id } = await customer();
    expect(await conversation(id)).toMatchObject({ state: 'ASSIGNED', ownerId: agent.userId });
    expect(await read.get(RoutingDecision, id)).toMatchObject({
      how: 'ROUTED',
      because: 'ONLY_ONE',
      userId: agent.userId,
      waitedSeconds: 0,
    });
    expect(await waiting()).toEqual([]);
  });

  test('waits for the first words before it gives anybody away, but not for long', async () => {
    const { staff, shopper, desk, conversation, pass } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    const { id } = await desk.as(await shopper()).conversations.openConversation({});
    expect((await conversation(id)).state).toBe('QUEUED');
    await pass(5 * SECOND);
    expect((await conversation(id)).ownerId).toBe(agent.userId);
  });

  test('never gives more than an agent’s capacity, and the next when a place is free', async () => {
    const { staff, customer, ownerOf, loadOf, close, waiting } = await routingScene();
    const agent = await staff('PA1', ['PA'], { capacity: 2 });
    const chats = [await customer(), await customer(), await customer()];
    expect(await loadOf(agent)).toBe(2);
    expect(await waiting()).toEqual([chats[2]?.id]);
    await close(agent, chats[0]?.id ?? '');
    expect(await ownerOf(chats[2]?.id ?? '')).toBe(agent.userId);
    expect(await loadOf(agent)).toBe(2);
  });

  test('asks the least loaded, and of those the one who has been idle longest', async () => {
    const { staff, customer, ownerOf, clock, read } = await routingScene();
    const first = await staff('PA1', ['PA'], { capacity: 4 });
    clock.advance(SECOND);
    const second = await staff('PA2', ['PA'], { capacity: 4 });
    clock.advance(SECOND);
    const chats = [await customer(), await customer(), await customer()];
    const owners = await Promise.all(chats.map(({ id }) => ownerOf(id)));
    expect(owners).toEqual([first.userId, second.userId, first.userId]);
    expect((await read.get(RoutingDecision, chats[1]?.id ?? '')).because).toBe('LEAST_LOADED');
    expect((await read.get(RoutingDecision, chats[0]?.id ?? '')).because).toBe('LONGEST_IDLE');
  });

  test('gives a customer of the last days to the agent he knows', async () => {
    const { staff, shopper, desk, say, ownerOf, close, read, clock } = await routingScene();
    const [first, second] = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
    const lily = await shopper('lily');
    const chat = async () => {
      const { id } = await desk.as(lily).conversations.openConversation({});
      await say(lily, id);
      return id;
    };
    const before = await chat();
    const known = (await ownerOf(before)) === first.userId ? first : second;
    await close(known, before);
    clock.advance(3 * 24 * 60 * MINUTE);
    const again = await chat();
    expect(await ownerOf(again)).toBe(known.userId);
    expect((await read.get(RoutingDecision, again)).because).toBe('LAST_AGENT');
  });

  test('gives a reopened conversation to whoever had it', async () => {
    const { staff, customer, ownerOf, say, close, read } = await routingScene();
    const people = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
    const { actor, id } = await customer();
    const owner = people.find(({ userId }) => userId === (people[0]?.userId ?? ''));
    if (!owner) throw new Error('Nobody has it.');
    const mine = (await ownerOf(id)) === owner.userId ? owner : people[1];
    if (!mine) throw new Error('Nobody has it.');
    await close(mine, id);
    await say(actor, id, 'one more thing');
    expect(await ownerOf(id)).toBe(mine.userId);
    expect((await read.get(RoutingDecision, id)).because).toBe('REOPENED');
  });

  test('never gives a chat to an agent who only speaks on the phone (R-CH-12)', async () => {
    const { staff, customer, conversation, pass } = await routingScene();
    await staff('PA1', ['PA'], { skills: ['LIVE', 'VOICE'] });
    const { id } = await customer();
    await pass(60 * MINUTE);
    expect((await conversation(id)).state).toBe('QUEUED');
    const both = await staff('PA2', ['PA'], { skills: ['LIVE', 'VOICE', 'CHAT'] });
    expect(await conversation(id)).toMatchObject({ state: 'ASSIGNED', ownerId: both.userId });
  });

  test('a conversation handed to technical support goes on in its thread, with the summary and all that was said (R-AFT-15)', async () => {
    const { staff, customer, say, desk, ownerOf, conversation, close } = await routingScene();
    const agent = await staff('AA1', ['AA']);
    const { actor, id } = await customer('The kettle does not switch off by itself.');
    expect(await ownerOf(id)).toBe(agent.userId);
    await say(agent, id, 'I ask our technicians.');
    const [other, technician] = [await staff('AA2', ['AA']), await staff('TS1', ['TS'])];
    const summary = 'Kettle does not switch off; two restarts tried';
    const asked = { id, toTeam: 'TECH', reason: 'SKILL', summary } as const;
    const transfer = await desk.as(agent).conversations.requestTransfer(asked);
    await expect(desk.as(other).conversations.acceptTransfer({ id: transfer.id })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    expect(await ownerOf(id)).toBe(agent.userId);
    expect(await desk.as(technician).conversations.acceptTransfer({ id: transfer.id })).toMatchObject({ summary });
    const { customerId } = await conversation(id);
    expect(await conversation(id)).toMatchObject({ ownerId: technician.userId, customerId: actor.customerId });
    const bodies = async () =>
      (await desk.as(technician).conversations.messages({ conversationId: id })).map(({ body }) => body);
    expect(await bodies()).toEqual(
      expect.arrayContaining(['The kettle does not switch off by itself.', 'I ask our technicians.']),
    );
    await say(actor, id, 'Are you the technician?');
    expect([customerId, (await bodies()).at(-1)]).toEqual([actor.customerId, 'Are you the technician?']);
    await close(technician, id);
  });

  test('lets a question of after-sales wait for its team while somebody of it is on duty, and then no longer', async () => {
    const { staff, customer, be, conversation, pass, desk, lead } = await routingScene().then(async (s) => ({
      ...s,
      lead: await s.staff('SV1', ['SV']),
    }));
    const specialist = await staff('AA1', ['AA'], { capacity: 1 });
    await staff('PA1', ['PA']);
    await be(specialist, 'BUSY');
    const { id } = await customer('I want to return my order and get my money back, how do I return the goods?');
    if ((await conversation(id)).intent !== 'RETURN') throw new Error('The words are not understood as a return.');
    expect((await conversation(id)).state).toBe('QUEUED');
    const { waiting } = await desk.as(lead).routing.explainRouting({ conversationId: id });
    expect(waiting).toMatchObject({ place: 1, team: 'AFTER_SALE' });
    expect(waiting?.agents.find(({ name }) => name === 'PA1')?.obstacles).toEqual([
      { code: 'TEAM', detail: 'AFTER_SALE' },
    ]);
    expect(waiting?.agents.find(({ name }) => name === 'AA1')?.obstacles).toEqual([
      { code: 'PRESENCE', detail: 'BUSY' },
    ]);
    await pass(4 * MINUTE);
    expect((await conversation(id)).state).toBe('ASSIGNED');
  });

  test('serves the urgent first, but nobody before one who came fifteen minutes earlier', async () => {
    const { staff, customer, desk, ownerOf, close, waiting, clock } = await routingScene();
    const agent = await staff('PA1', ['PA'], { capacity: 1 });
    const busy = await customer();
    const patient = await customer('hello, is anybody there?');
    clock.advance(16 * MINUTE);
    const usual = await customer('good morning everybody');
    const urgent = await customer('The kettle I bought exploded and my child was hurt, this is dangerous!');
    expect(
      (await desk.as(agent).routing.explainRouting({ conversationId: urgent.id })).waiting?.headStartSeconds,
    ).toBeGreaterThan(60);
    expect(await waiting()).toEqual([patient.id, urgent.id, usual.id]);
    await close(agent, busy.id);
    expect(await ownerOf(patient.id)).toBe(agent.userId);
  });

  test('looks again by itself when the moment was missed', async () => {
    const { staff, customer, read, desk, system, store, conversation, pass } = await routingScene();
    const agent = await staff('PA1', ['PA'], { capacity: 1 });
    await customer();
    const second = await customer();
    const load = await read.get(AgentLoad, agent.userId);
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, mode: 'MANUAL' });
    expect(load.held).toHaveLength(1);
    await desk
      .as(await staff('AD1', ['AD'], { presence: 'OFFLINE' }))
      .access.updateStaff({ id: agent.userId, capacity: 2 });
    expect((await conversation(second.id)).state).toBe('QUEUED');
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, mode: 'AUTO' });
    await pass(20 * SECOND);
    expect((await conversation(second.id)).ownerId).toBe(agent.userId);
  });

  test('leaves the store alone that takes customers by hand', async () => {
    const { staff, customer, desk, system, store, conversation, pass } = await routingScene();
    const agent = await staff('PA1', ['PA']);
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, mode: 'MANUAL' });
    const { id } = await customer();
    await pass(10 * MINUTE);
    expect((await conversation(id)).state).toBe('QUEUED');
    await desk.as(agent).conversations.takeConversation({ id });
    const { decision } = await desk.as(agent).routing.explainRouting({ conversationId: id });
    expect(decision).toMatchObject({ how: 'TAKEN', name: 'PA1', waitedSeconds: 600 });
  });

  test('tells who comes to a full queue to leave a message', async () => {
    const { staff, customer, desk, system, store, conversation, shopper } = await routingScene();
    await staff('PA1', ['PA'], { capacity: 1 });
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, maxQueue: 1 });
    const chats = [await customer(), await customer(), await customer()];
    const states = await Promise.all(chats.map(async ({ id }) => (await conversation(id)).state));
    expect(states).toEqual(['ASSIGNED', 'QUEUED', 'OFFLINE']);
    expect(await desk.as(await shopper()).routing.serviceState({})).toMatchObject({ open: true, served: false });
  });

  test('lets no more than so many unknown visitors wait, and keeps no known customer out', async () => {
    const { staff, customer, desk, system, store, conversation, shopper } = await routingScene();
    await staff('PA1', ['PA'], { capacity: 1 });
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, maxAnonymousQueue: 2 });
    const unknown = [await customer(), await customer(), await customer(), await customer()];
    const states = async (chats: readonly { id: string }[]) =>
      Promise.all(chats.map(async ({ id }) => (await conversation(id)).state));
    expect(await states(unknown)).toEqual(['ASSIGNED', 'QUEUED', 'QUEUED', 'OFFLINE']);
    expect(await desk.as(await shopper()).routing.serviceState({})).toMatchObject({ served: false });
    const known = [await customer('hello', 'lily'), await customer('hello', 'bob')];
    expect(await states(known)).toEqual(['QUEUED', 'QUEUED']);
    expect(await desk.as(await shopper('lily')).routing.serviceState({})).toMatchObject({ served: true });
    // A place that is left is free again, and 0 means no limit.
    await desk.as(unknown[1]!.actor).conversations.abandonConversation({ id: unknown[1]!.id });
    expect(await states([await customer(), await customer()])).toEqual(['QUEUED', 'OFFLINE']);
    await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, maxAnonymousQueue: 0 });
    expect(await states([await customer()])).toEqual(['QUEUED']);
  });

  test('tells a shopper who serves, those at work first, and when the store opens where it is closed', async () => {
    const { staff, desk, system, store, shopper, clock } = await routingScene();
    await staff('Anna', ['PA'], { presence: 'OFFLINE' });
    await staff('Bea', ['AA'], { presence: 'BUSY' });
    await staff('Hui', ['PA']);
    const boss = await staff('Bo', ['AD'], { presence: 'OFFLINE', skills: [] });
    const gone = await staff('Gil', ['PA']);
    await desk.as(boss).access.updateStaff({ id: gone.userId, active: false });
    await staff('Zoe', ['PA'], { presence: 'OFFLINE' });
    const lily = await shopper();
    expect(await desk.as(lily).routing.serviceTeam({})).toEqual({
      people: [
        { name: 'Bea', here: true },
        { name: 'Hui', here: true },
        { name: 'Anna', here: false },
      ],
      opensAt: null,
    });
    const today = clock.now();
    const weekday = ((today.getUTCDay() + 5) % 7) + 1;
    await desk.as(boss).access.updateStore({
      id: store.id,
      timeZone: 'UTC',
      serviceHours: [{ weekday, from: '09:00', to: '10:00' }],
    });
    const { opensAt } = await desk.as(lily).routing.serviceTeam({});
    expect(Date.parse(opensAt ?? '')).toBeGreaterThan(today.getTime());
    expect(new Date(opensAt ?? '').toISOString()).toContain('T09:00:00');
    await expect(desk.as(system).routing.serviceTeam({})).rejects.toMatchObject(code('FORBIDDEN'));
  });

  test('keeps no row of who left the queue', async () => {
    const { staff, customer, desk, read } = await routingScene();
    await staff('PA1', ['PA'], { capacity: 1 });
    await customer();
    const [gone, written] = [await customer(), await customer()];
    await desk.as(gone.actor).conversations.abandonConversation({ id: gone.id });
    await desk
      .as(written.actor)
      .conversations.leaveQueueForMessage({ id: written.id, contactEmail: 'lily@example.com' });
    expect(await read.all(QueueEntry)).toEqual([]);
    expect(await read.get(Conversation, written.id)).toMatchObject({
      state: 'OFFLINE',
      contactEmail: 'lily@example.com',
      waitingSince: expect.any(String) as string,
    });
    await expect(desk.as(gone.actor).conversations.leaveQueueForMessage({ id: gone.id })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
    await expect(desk.as(gone.actor).conversations.leaveQueueForMessage({ id: written.id })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
  });
});

describe('a shop without a front line', () => {
  test('is served by whoever is there and may answer', async () => {
    const { staff, customer, conversation, be } = await routingScene();
    const [manager, analyst] = [await staff('MG1', ['MG']), await staff('AN1', ['AN'])];
    expect((await conversation((await customer()).id)).ownerId).toBe(manager.userId);
    const agent = await staff('PA1', ['PA']);
    expect((await conversation((await customer()).id)).ownerId).toBe(agent.userId);
    await be(agent, 'BUSY');
    expect((await conversation((await customer()).id)).state).toBe('QUEUED');
    expect(analyst.permissions.has('customer.reply')).toBe(false);
  });

  test('gives nobody a customer whom his role may not answer here', async () => {
    const { staff, customer, conversation, desk } = await routingScene();
    await staff('PA1', ['PA']);
    const lead = await staff('TL1', ['TL']);
    await desk
      .as(await staff('AD1', ['AD']))
      .access.setPermissionRoles({ permission: 'customer.reply', roles: ['TL'] });
    expect((await conversation((await customer()).id)).ownerId).toBe(lead.userId);
  });
});

describe('help across stores', () => {
  const inHours = (now: Date, hours: number) => new Date(now.getTime() + hours * 60 * MINUTE).toISOString();

  test('a lead lends an agent to another store for some hours (R-WF-13)', async () => {
    const { staff, desk, system, store, customer, conversation, clock, pass, read } = await routingScene();
    const other = await desk.as(system).access.createStore({ name: 'S2', key: 'store-2' });
    const [agent, lead] = [
      await staff('PA1', ['PA'], { storeIds: [other.id] }),
      await staff('TL1', ['TL'], { presence: 'BUSY' }),
    ];
    const { id } = await customer();
    expect((await conversation(id)).state).toBe('QUEUED');
    const lend = (more: object) =>
      desk.as(lead).routing.lendAgent({
        id: agent.userId,
        storeId: store.id,
        until: inHours(clock.now(), 2),
        reason: 'rush in S1',
        ...more,
      });
    await expect(lend({ reason: '' })).rejects.toMatchObject(code('REASON_REQUIRED'));
    await expect(lend({ until: inHours(clock.now(), 25) })).rejects.toMatchObject(code('VALIDATION_FAILED'));
    await expect(lend({ storeId: 'nowhere' })).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(
      desk
        .as(agent)
        .routing.lendAgent({ id: agent.userId, storeId: store.id, until: inHours(clock.now(), 2), reason: 'x' }),
    ).rejects.toMatchObject(code('FORBIDDEN'));
    await lend({});
    expect((await conversation(id)).ownerId).toBe(agent.userId);
    await expect(lend({})).rejects.toMatchObject(code('DUPLICATE'));
    await pass(2 * 60 * MINUTE);
    expect((await read.get(User, agent.userId)).storeIds).toEqual([other.id]);
    await expect(desk.as(lead).routing.takeBackAgent({ id: agent.userId, storeId: store.id })).rejects.toMatchObject(
      code('INVALID_TRANSITION'),
    );
  });

  test('an agent asks for help once, and leads see it until one of them sees to it', async () => {
    const { staff, customer, desk, close, say } = await routingScene();
    const [agent, lead] = [await staff('PA1', ['PA']), await staff('TL1', ['TL'])];
    const { id } = await customer();
    await desk.as(agent).routing.requestHelp({ id, note: 'He speaks only Spanish.' });
    await expect(desk.as(agent).routing.requestHelp({ id })).rejects.toMatchObject(code('DUPLICATE'));
    const seen = async () => (await desk.as(lead).notices.myNotices({})).notices;
    const [alert] = await seen();
    expect(alert).toMatchObject({
      kind: 'HELP_REQUESTED',
      aboutId: id,
      title: agent.name,
      note: 'He speaks only Spanish.',
    });
    expect((await desk.as(agent).notices.myNotices({})).notices).toEqual([]);
    await desk.as(lead).notices.acknowledgeNotice({ id: alert?.id ?? '' });
    expect(await seen()).toEqual([]);
    await desk.as(agent).routing.requestHelp({ id });
    expect(await seen()).toHaveLength(1);
    await say(agent, id, 'I have asked a colleague.');
    await close(agent, id);
    expect(await seen()).toEqual([]);
  });
});

test('those who waited before there was a queue are found when service starts', async () => {
  const { staff, customer, store, desk, system, rawStore, conversation } = await routingScene();
  const agent = await staff('PA1', ['PA'], { capacity: 1 });
  await customer();
  const { id } = await customer();
  const entry = await desk.read(system).get(QueueEntry, id);
  await rawStore.commit([
    { kind: 'delete', entity: QueueEntry, tenantId: entry.tenantId, id, expectedVersion: entry.version },
  ]);
  await desk.as(await staff('AD1', ['AD'])).access.updateStaff({ id: agent.userId, capacity: 2 });
  await desk.as(system).conversations.startService({ storeId: store.id });
  expect((await conversation(id)).ownerId).toBe(agent.userId);
});

test('a message left for an absent customer is not taken for one of his when service starts', async () => {
  const { staff, shopper, store, desk, system, conversation } = await routingScene();
  const agent = await staff('PA1', ['PA']);
  const { conversationId } = await desk.as(agent).conversations.leaveMessage({
    id: (await shopper('bob')).customerId,
    clientMsgId: 'left-0001',
    text: 'Your parcel is here.',
  });
  await desk.as(system).conversations.startService({ storeId: store.id });
  expect((await conversation(conversationId)).state).toBe('OFFLINE');
});

describe('those who wait when somebody goes online', () => {
  /** Three who wait behind somebody who is busy, in the order in which they came. */
  async function queue(policy: { rampSeconds?: number } = {}) {
    const scene = await routingScene();
    const { desk, system, store } = scene;
    if (policy.rampSeconds !== undefined)
      await desk.as(system).routing.setRoutingPolicy({ storeId: store.id, rampSeconds: policy.rampSeconds });
    const busy = await scene.staff('PA0', ['PA'], { capacity: 1 });
    await scene.say(busy, (await scene.customer()).id, 'Good day!');
    const waiting: Awaited<ReturnType<typeof scene.customer>>[] = [];
    for (let n = 0; n < 3; n += 1) {
      waiting.push(await scene.customer());
      await scene.pass(SECOND);
    }
    const [one, two, three] = waiting.map(({ id }) => id) as [string, string, string];
    const agent = await scene.staff('PA1', ['PA'], { capacity: 5, presence: 'OFFLINE' });
    const leave = (who: number, present = false) =>
      desk
        .as((waiting[who] ?? waiting[0])?.actor as never)
        .conversations.noteShopperConnection({ id: waiting[who]?.id ?? '', present });
    const mine = async () =>
      (await Promise.all([one, two, three].map(async (id) => [id, await scene.ownerOf(id)] as const))).flatMap(
        ([id, owner]) => (owner === agent.userId ? [id] : []),
      );
    return { ...scene, agent, one, two, three, leave, mine };
  }

  test('come one by one: the next half a minute later, or as soon as the one before has an answer', async () => {
    const { be, agent, mine, one, two, three, pass, say, desk, staff } = await queue();
    await be(agent, 'ONLINE');
    expect(await mine()).toEqual([one]);
    const lead = await staff('SV1', ['SV'], { presence: 'OFFLINE' });
    const { waiting } = await desk.as(lead).routing.explainRouting({ conversationId: two });
    expect(waiting?.agents.flatMap(({ obstacles }) => obstacles.map(({ code }) => code))).toContain('RAMP');
    await pass(29 * SECOND);
    expect(await mine()).toEqual([one]);
    await pass(SECOND);
    expect(await mine()).toEqual([one, two]);
    await say(agent, two, 'Good day!');
    expect(await mine()).toEqual([one, two, three]);
  });

  test('come as fast as the store says, and all at once where it says so', async () => {
    const slow = await queue({ rampSeconds: 120 });
    await slow.be(slow.agent, 'ONLINE');
    await slow.pass(60 * SECOND);
    expect(await slow.mine()).toEqual([slow.one]);
    const all = await queue({ rampSeconds: 0 });
    await all.be(all.agent, 'ONLINE');
    expect((await all.mine()).length).toBe(3);
    await expect(
      all.desk.as(all.system).routing.setRoutingPolicy({ storeId: all.store.id, rampSeconds: -1 }),
    ).rejects.toMatchObject(code('VALIDATION_FAILED'));
  });

  test('come at once when they come after that, however many were given', async () => {
    const { be, agent, customer, ownerOf } = await queue();
    await be(agent, 'ONLINE');
    expect(await ownerOf((await customer()).id)).toBe(agent.userId);
  });

  test('and are looking at the page come before those who have left it, who still come', async () => {
    const { be, agent, mine, leave, one, two, three, say, desk, conversation } = await queue();
    await leave(0);
    const placeOf = async (id: string) => (await desk.as(agent).routing.queuePlace({ conversationId: id })).place;
    expect([await placeOf(one), await placeOf(two), await placeOf(three)]).toEqual([3, 1, 2]);
    await be(agent, 'ONLINE');
    expect(await mine()).toEqual([two]);
    await say(agent, two, 'Good day!');
    expect(await mine()).toEqual([two, three]);
    await say(agent, three, 'Good day!');
    expect((await mine()).toSorted()).toEqual([one, two, three].toSorted());
    expect((await conversation(one)).state).toBe('ASSIGNED');
  });

  test('and have come back to the page have their place again; who stays away is a message, no chat', async () => {
    const { be, agent, mine, leave, one, two, pass, conversation } = await queue();
    await leave(0);
    await leave(1);
    await leave(0, true);
    await pass(6 * MINUTE);
    expect((await conversation(two)).state).toBe('OFFLINE');
    await be(agent, 'ONLINE');
    expect(await mine()).toEqual([one]);
    await pass(5 * MINUTE);
    expect(await mine()).not.toContain(two);
  });
});
