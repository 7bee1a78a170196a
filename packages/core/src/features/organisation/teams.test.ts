import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import type { BaseRow } from '../../kernel/entity.ts';
import type { Desk } from '../../kernel/desk.ts';
import { createTestDesk, MemoryStore } from '../../testing/index.ts';
import { User } from '../access/index.ts';
import { actorOfUser } from '../access/sign-in.ts';
import { Transfer } from '../conversations/entities.ts';
import { Escalation } from '../escalations/entities.ts';
import { QueueEntry, RoutingDecision } from '../routing/entities.ts';
import { routingScene } from '../routing/testing/scene.ts';
import { Placed, Team } from './entities.ts';
import { moveTeams } from './install.ts';

const code = (denial: string, more: object = {}) => ({ denial: { code: denial, ...more } });

async function scene() {
  const setup = await createTestDesk();
  const manager = await setup.staff('MG1', ['MG']);
  const { desk, system } = setup;
  const org = desk.as(manager).organisation;
  const person = ({ userId }: { readonly userId: string }) => desk.read(system).get(Placed, userId);
  const team = (id: string) => desk.read(system).get(Team, id);
  return { ...setup, manager, org, person, team };
}

describe('the teams of a company', () => {
  test('are there from the first day, and roles bring people into them and out of them', async () => {
    const { desk, system, staff, person } = await scene();
    expect((await desk.read(system).all(Team)).map(({ id }) => id).toSorted()).toEqual(
      ['AFTER_SALE', 'COMPLAINT', 'PRE_SALE', 'SOCIAL', 'TECH'].toSorted(),
    );
    const admin = await staff('AD1', ['AD']);
    const agent = await staff('PA1', ['PA']);
    expect((await person(agent)).teams).toEqual(['PRE_SALE']);
    await desk.as(admin).access.updateStaff({ id: agent.userId, roles: ['AA', 'TS'] });
    expect((await person(agent)).teams.toSorted()).toEqual(['AFTER_SALE', 'TECH']);
  });

  test('take people of any department, who stay when their roles change', async () => {
    const { desk, staff, org, person } = await scene();
    const admin = await staff('AD1', ['AD']);
    const liaison = await staff('DL1', ['DL']);
    await org.createTeam({ code: 'LAUNCH', name: { en: 'Launch', zh: '新品小组' }, kind: 'CROSS' });
    await org.addTeamMembers({ id: 'LAUNCH', userIds: [liaison.userId] });
    await desk.as(admin).access.updateStaff({ id: liaison.userId, roles: ['DL', 'PA'] });
    expect((await person(liaison)).teams.toSorted()).toEqual(['LAUNCH', 'PRE_SALE']);
    await org.setStaffTeams({ id: liaison.userId, teams: ['LAUNCH'] });
    expect((await person(liaison)).teams).toEqual(['LAUNCH']);
  });

  test('are arranged by those who may, for every store, and under a code that is free', async () => {
    const { desk, staff, store, org } = await scene();
    const name = { en: 'Night', zh: '夜班' };
    await expect(
      desk.as(await staff('SV1', ['SV'])).organisation.createTeam({ code: 'NIGHT', name, kind: 'FRONT' }),
    ).rejects.toMatchObject(code('FORBIDDEN'));
    const ofOneStore = await staff('MG2', ['MG'], { storeIds: [store.id] });
    await expect(
      desk.as(ofOneStore).organisation.createTeam({ code: 'NIGHT', name, kind: 'FRONT' }),
    ).rejects.toMatchObject(code('FORBIDDEN'));
    await expect(org.createTeam({ code: 'TECH', name, kind: 'FRONT' })).rejects.toMatchObject(code('DUPLICATE'));
    await expect(org.createTeam({ code: 'no code', name, kind: 'FRONT' })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
    await expect(org.setStaffTeams({ id: ofOneStore.userId, teams: ['NO_TEAM'] })).rejects.toMatchObject(
      code('NOT_FOUND'),
    );
  });

  test('are carried by whoever signs in, with those that they lead', async () => {
    const { desk, staff, org } = await scene();
    const agent = await staff('PA1', ['PA']);
    await org.setTeamLead({ id: 'TECH', userId: agent.userId });
    const { userId } = agent;
    expect(await actorOfUser(desk as unknown as Desk, { userId })).toMatchObject({
      teams: ['PRE_SALE'],
      leads: ['TECH'],
    });
    await org.setTeamLead({ id: 'TECH', userId: null });
    expect(await actorOfUser(desk as unknown as Desk, { userId })).toMatchObject({ leads: [] });
  });

  test('lose a lead who leaves, and nobody who has left leads one', async () => {
    const { desk, staff, org, team, person } = await scene();
    const admin = await staff('AD1', ['AD']);
    const lead = await staff('TL1', ['TL']);
    await org.setTeamLead({ id: 'PRE_SALE', userId: lead.userId });
    await org.setTeamLead({ id: 'TECH', userId: lead.userId });
    expect((await person(lead)).leads.toSorted()).toEqual(['PRE_SALE', 'TECH']);
    await desk.as(admin).access.updateStaff({ id: lead.userId, active: false });
    expect([(await team('PRE_SALE')).leadId, (await team('TECH')).leadId, (await person(lead)).leads]).toEqual([
      null,
      null,
      [],
    ]);
    await expect(org.setTeamLead({ id: 'TECH', userId: lead.userId })).rejects.toMatchObject(code('VALIDATION_FAILED'));
    await expect(org.addTeamMembers({ id: 'TECH', userIds: [lead.userId] })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
  });

  test('never escalate in a circle', async () => {
    const { org } = await scene();
    await org.updateTeam({ id: 'PRE_SALE', escalatesToId: 'AFTER_SALE' });
    await org.updateTeam({ id: 'AFTER_SALE', escalatesToId: 'TECH' });
    const round = code('VALIDATION_FAILED', { details: { way: ['TECH', 'PRE_SALE', 'AFTER_SALE', 'TECH'] } });
    await expect(org.updateTeam({ id: 'TECH', escalatesToId: 'PRE_SALE' })).rejects.toMatchObject(round);
    await expect(org.updateTeam({ id: 'TECH', escalatesToId: 'TECH' })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
    expect((await org.updateTeam({ id: 'TECH', escalatesToId: 'COMPLAINT' })).escalatesToId).toBe('COMPLAINT');
  });
});

describe('R-ORG-09 the complaint group', () => {
  test('keeps its last member: neither taken out, nor by another role, nor by leaving', async () => {
    const { desk, staff, org, person } = await scene();
    const admin = await staff('AD1', ['AD']);
    const [one, two] = [await staff('CO1', ['CO']), await staff('CO2', ['CO'])];
    const last = code('POLICY_DENIED', { details: { teamId: 'COMPLAINT', ruleIds: ['R-ORG-09'] } });
    await expect(org.removeTeamMembers({ id: 'COMPLAINT', userIds: [one.userId, two.userId] })).rejects.toMatchObject(
      last,
    );
    await org.removeTeamMembers({ id: 'COMPLAINT', userIds: [one.userId] });
    expect((await person(one)).teams).toEqual([]);
    const { access } = desk.as(admin);
    await expect(org.setStaffTeams({ id: two.userId, teams: ['TECH'] })).rejects.toMatchObject(last);
    await expect(access.updateStaff({ id: two.userId, roles: ['PA'] })).rejects.toMatchObject(last);
    await expect(access.updateStaff({ id: two.userId, active: false })).rejects.toMatchObject(last);
    expect(await person(two)).toMatchObject({ active: true, roles: ['CO'], teams: ['COMPLAINT'] });
    await org.addTeamMembers({ id: 'COMPLAINT', userIds: [one.userId] });
    expect((await access.updateStaff({ id: two.userId, active: false })).active).toBe(false);
  });

  test('is not closed, and not made another kind of team, while it is the only one', async () => {
    const { staff, org, team } = await scene();
    await staff('CO1', ['CO']);
    await expect(org.closeTeam({ id: 'COMPLAINT' })).rejects.toMatchObject(code('POLICY_DENIED'));
    await expect(org.updateTeam({ id: 'COMPLAINT', kind: 'BACK' })).rejects.toMatchObject(code('POLICY_DENIED'));
    await org.createTeam({ code: 'COMPLAINT_2', name: { en: 'Second', zh: '二组' }, kind: 'COMPLAINT_GROUP' });
    expect((await org.closeTeam({ id: 'COMPLAINT' })).active).toBe(false);
    expect((await team('COMPLAINT_2')).active).toBe(true);
  });

  test('is not emptied by two who leave at the same moment', async () => {
    const { staff, org, desk, system } = await scene();
    const people = [await staff('CO1', ['CO']), await staff('CO2', ['CO'])];
    const left = await Promise.allSettled(
      people.map(({ userId }) => org.removeTeamMembers({ id: 'COMPLAINT', userIds: [userId] })),
    );
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await desk.read(system).all(Placed, { where: { teams: { has: 'COMPLAINT' } } })).toHaveLength(1);
  });
});

describe('R-ORG-08 questions go to the team of their function', () => {
  const RETURN = 'I want to return my order and get my money back, how do I return the goods?';

  test('after the sale to those for after the sale, and on to another such team when there is one', async () => {
    const { staff, customer, ownerOf, read, desk } = await routingScene();
    const manager = await staff('MG1', ['MG']);
    const org = desk.as(manager).organisation;
    const [before, after] = [await staff('PA1', ['PA']), await staff('AA1', ['AA'])];
    expect(await ownerOf((await customer(RETURN)).id)).toBe(after.userId);
    await org.createTeam({ code: 'RETURNS', name: { en: 'Returns', zh: '退货组' }, kind: 'FRONT', function: 'AFTER' });
    await org.setStaffTeams({ id: before.userId, teams: ['RETURNS'] });
    const again = await customer(RETURN);
    expect(await ownerOf(again.id)).toBe(before.userId);
    expect((await read.get(RoutingDecision, again.id)).because).toBe('LEAST_LOADED');
  });

  test('during the sale to anybody, until a team is for that', async () => {
    const { staff, customer, ownerOf, read, desk, be } = await routingScene();
    const manager = await staff('MG1', ['MG']);
    const org = desk.as(manager).organisation;
    const [other, courier] = [await staff('PA1', ['PA']), await staff('AA1', ['AA'])];
    await org.createTeam({ code: 'PARCELS', name: { en: 'Parcels', zh: '物流组' }, kind: 'FRONT', function: 'IN' });
    await org.setStaffTeams({ id: courier.userId, teams: ['PARCELS'] });
    const where = 'Where is my parcel? The tracking number shows nothing, when will it be delivered?';
    expect(await ownerOf((await customer(where)).id)).toBe(courier.userId);
    await be(courier, 'BUSY');
    const waits = await customer(where);
    expect(await read.get(QueueEntry, waits.id)).toMatchObject({ team: 'PARCELS' });
    expect(await ownerOf(waits.id)).toBe(null);
    await org.closeTeam({ id: 'PARCELS', moveTo: 'PRE_SALE' });
    await desk.runTimers();
    expect(await ownerOf(waits.id)).toBe(other.userId);
  });
});

describe('a team that is closed', () => {
  test('hands on what waits for it, and is not closed while nobody says to whom', async () => {
    const { staff, customer, read, desk, be, conversation } = await routingScene();
    const manager = await staff('MG1', ['MG']);
    const org = desk.as(manager).organisation;
    const agent = await staff('AA1', ['AA'], { capacity: 3 });
    const [technician, colleague] = [await staff('TS1', ['TS']), await staff('PA1', ['PA'])];
    await be(colleague, 'BUSY');
    const { id } = await customer('hello there');
    const asked = { id, toTeam: 'TECH', reason: 'SKILL', summary: 'It does not switch off' } as const;
    const transfer = await desk.as(agent).conversations.requestTransfer(asked);
    await expect(org.closeTeam({ id: 'TECH' })).rejects.toMatchObject(
      code('CONFLICT', { details: { open: [{ entity: 'Transfer', count: 1 }] } }),
    );
    await expect(org.closeTeam({ id: 'TECH', moveTo: 'TECH' })).rejects.toMatchObject(code('VALIDATION_FAILED'));
    expect((await org.closeTeam({ id: 'TECH', moveTo: 'PRE_SALE' })).active).toBe(false);
    expect(await read.get(Transfer, transfer.id)).toMatchObject({ toTeam: 'PRE_SALE', state: 'OFFERED' });
    await expect(desk.as(technician).conversations.acceptTransfer({ id: transfer.id })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await desk.as(colleague).conversations.acceptTransfer({ id: transfer.id });
    expect((await conversation(id)).ownerId).toBe(colleague.userId);
    await expect(desk.as(colleague).conversations.requestTransfer(asked)).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
    expect((await org.reopenTeam({ id: 'TECH' })).active).toBe(true);
    expect((await desk.as(colleague).conversations.requestTransfer(asked)).toTeam).toBe('TECH');
  });
});

test('an escalation goes to the team that the owner’s team names, and on from there', async () => {
  const { staff, customer, read, desk, conversation } = await routingScene();
  const manager = await staff('MG1', ['MG']);
  const org = desk.as(manager).organisation;
  await org.createTeam({ code: 'BACK_OFFICE', name: { en: 'Back office', zh: '后台组' }, kind: 'BACK' });
  await org.updateTeam({ id: 'PRE_SALE', escalatesToId: 'BACK_OFFICE' });
  await org.updateTeam({ id: 'BACK_OFFICE', escalatesToId: 'COMPLAINT' });
  const agent = await staff('PA1', ['PA']);
  const [back, other] = [await staff('SM1', ['SM']), await staff('SM2', ['SM'])];
  await org.addTeamMembers({ id: 'BACK_OFFICE', userIds: [back.userId] });
  const escalate = async () => {
    const { id } = await customer('hello there');
    return desk.as(agent).escalations.escalateConversation({ id, level: 2, reason: 'hard', summary: 'A hard one' });
  };
  const first = await escalate();
  expect(await read.get(Escalation, first.id)).toMatchObject({ teamId: 'BACK_OFFICE' });
  await expect(desk.as(other).escalations.acceptEscalation({ id: first.id })).rejects.toMatchObject(code('FORBIDDEN'));
  await desk.as(back).escalations.acceptEscalation({ id: first.id });
  expect((await conversation(first.conversationId)).ownerId).toBe(back.userId);
  const second = await escalate();
  await expect(org.closeTeam({ id: 'BACK_OFFICE' })).rejects.toMatchObject(code('CONFLICT'));
  await org.closeTeam({ id: 'BACK_OFFICE', moveTo: 'COMPLAINT' });
  expect(await read.get(Escalation, second.id)).toMatchObject({ teamId: 'COMPLAINT' });
  expect(await read.get(Team, 'PRE_SALE')).toMatchObject({ escalatesToId: 'COMPLAINT' });
});

test('people of an older desk join the teams that their roles and skills meant, once, and nobody is lost', async () => {
  const store = new MemoryStore();
  const { desk, system, staff } = await createTestDesk({ store });
  const people = [await staff('PA1', ['PA']), await staff('AA1', ['AA', 'CO']), await staff('WH1', ['WH'])];
  const skills = [['LIVE', 'tech'], ['LIVE', 'Pre-Sale'], ['VOICE']];
  // As a desk without teams has left them.
  for (const [index, { userId }] of people.entries()) {
    const { teams: _teams, leads: _leads, placed: _placed, ...old } = await desk.read(system).get(Placed, userId);
    await store.commit([
      {
        kind: 'put',
        entity: User,
        row: { ...old, skills: skills[index], teams: [], leads: [], placed: false } as BaseRow,
      },
    ]);
  }
  for (const team of await desk.read(system).all(Team))
    await store.commit([
      { kind: 'delete', entity: Team, id: team.id, tenantId: team.tenantId, expectedVersion: team.version },
    ]);
  await moveTeams(desk as unknown as Desk);
  await moveTeams(desk as unknown as Desk);
  const teamsOf = async ({ userId }: { readonly userId: string }) =>
    (await desk.read(system).get(Placed, userId)).teams.toSorted();
  expect(await Promise.all(people.map(teamsOf))).toEqual([
    ['PRE_SALE', 'TECH'],
    ['AFTER_SALE', 'COMPLAINT', 'PRE_SALE'],
    [],
  ]);
  expect(await desk.read(system).all(Team)).toHaveLength(5);
});

describe('a notice for a team', () => {
  const titles = async (desk: Awaited<ReturnType<typeof scene>>['desk'], who: StaffActor) =>
    (await desk.as(who).notices.myNotices({})).notices.map(({ title }) => title);
  const now = async (desk: Awaited<ReturnType<typeof scene>>['desk'], { userId }: StaffActor) => {
    const actor = await actorOfUser(desk as unknown as Desk, { userId });
    if (!actor) throw new Error('They have left.');
    return actor;
  };

  test('is told to its members as they are when they read it, and to nobody else', async () => {
    const { desk, staff, org } = await scene();
    const [member, later, other] = [await staff('TS1', ['TS']), await staff('PA1', ['PA']), await staff('AA1', ['AA'])];
    await org.tellTeam({ id: 'TECH', title: 'The stand-up is at ten' });
    expect(await titles(desk, await now(desk, member))).toEqual(['The stand-up is at ten']);
    expect(await titles(desk, await now(desk, later))).toEqual([]);
    await org.addTeamMembers({ id: 'TECH', userIds: [later.userId] });
    await org.removeTeamMembers({ id: 'TECH', userIds: [member.userId] });
    expect(await titles(desk, await now(desk, later))).toEqual(['The stand-up is at ten']);
    expect(await titles(desk, await now(desk, member))).toEqual([]);
    expect(await titles(desk, await now(desk, other))).toEqual([]);
  });

  test('goes to its lead, to the next lead when that one leaves, and above where nobody leads, never to nobody', async () => {
    const { desk, staff, org } = await scene();
    const admin = await staff('AD1', ['AD']);
    const [first, second] = [await staff('TL1', ['TL']), await staff('TL2', ['TL'])];
    await org.setTeamLead({ id: 'TECH', userId: first.userId });
    await org.tellTeam({ id: 'TECH', title: 'For the lead', leadOnly: true });
    expect(await titles(desk, await now(desk, first))).toEqual(['For the lead']);
    await org.setTeamLead({ id: 'TECH', userId: second.userId });
    expect(await titles(desk, await now(desk, first))).toEqual([]);
    expect(await titles(desk, await now(desk, second))).toEqual(['For the lead']);
    const supervisor = await staff('SV1', ['SV']);
    await desk.as(admin).access.updateStaff({ id: second.userId, active: false });
    expect(await titles(desk, await now(desk, supervisor))).toEqual(['For the lead']);
    await org.tellTeam({ id: 'SOCIAL', title: 'Nobody is there' });
    expect(await titles(desk, await now(desk, supervisor))).toContain('Nobody is there');
  });
});
