import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTestDesk } from '../../testing/index.ts';
import { Transfer } from '../conversations/entities.ts';
import { QueueEntry } from '../routing/entities.ts';
import { routingScene } from '../routing/testing/scene.ts';
import { adviseModel, businessType, companySize, customerBase, supportLevel } from './advice.ts';
import { organisationModel } from './codes.ts';
import { superiorsOf } from './departments.ts';
import { BusinessFunction, Department, OrganisationChoice, Placed, Post, Team } from './entities.ts';

const code = (denial: string, more: object = {}) => ({ denial: { code: denial, ...more } });

async function scene() {
  const setup = await createTestDesk();
  const { desk, system, staff } = setup;
  const manager = await staff('MG1', ['MG']);
  const admin = await staff('AD1', ['AD', 'MG']);
  const org = desk.as(manager).organisation;
  const person = ({ userId }: { readonly userId: string }) => desk.read(system).get(Placed, userId);
  const superiors = async (who: { readonly userId: string }) =>
    superiorsOf(desk.read(system), await desk.read(system).get(Placed, who.userId));
  return { ...setup, manager, admin, org, person, superiors };
}

describe('R-ORG-03 reporting lines', () => {
  test('lead from customer service to the operations director, until somebody says otherwise', async () => {
    const { desk, system, staff, org, superiors } = await scene();
    expect(await desk.read(system).get(Department, 'CUSTOMER_SERVICE')).toMatchObject({ parentId: 'OPERATIONS' });
    const director = await staff('OD1', ['OD']);
    const [lead, agent] = [await staff('SV1', ['SV']), await staff('PA1', ['PA'])];
    for (const { userId } of [lead, agent])
      await org.setStaffDepartment({ id: userId, departmentId: 'CUSTOMER_SERVICE' });
    await org.setDepartmentLead({ id: 'CUSTOMER_SERVICE', userId: lead.userId });
    expect(await superiors(agent)).toEqual([lead.userId]);
    expect(await superiors(lead)).toEqual([director.userId]);
    expect(await desk.as(agent).organisation.reportingLine({ userId: agent.userId })).toEqual({
      levels: [{ userIds: [lead.userId] }, { userIds: [director.userId] }],
    });
    const named = await staff('OD2', ['OD']);
    await org.setDepartmentLead({ id: 'OPERATIONS', userId: named.userId });
    expect(await superiors(lead)).toEqual([named.userId]);
    await org.createDepartment({ code: 'RETAIL', name: { en: 'Retail', zh: '零售部' } });
    const retail = await staff('MG2', ['MG']);
    await org.setDepartmentLead({ id: 'RETAIL', userId: retail.userId });
    await org.updateDepartment({ id: 'CUSTOMER_SERVICE', parentId: 'RETAIL' });
    expect(await superiors(lead)).toEqual([retail.userId]);
    await org.setStaffDepartment({ id: agent.userId, departmentId: 'CUSTOMER_SERVICE', reportsToId: director.userId });
    expect(await superiors(agent)).toEqual([director.userId]);
  });

  test('never go round in a circle, neither of departments nor of people', async () => {
    const { staff, org, person } = await scene();
    const round = code('VALIDATION_FAILED', { details: { way: ['OPERATIONS', 'CUSTOMER_SERVICE', 'OPERATIONS'] } });
    await expect(org.updateDepartment({ id: 'OPERATIONS', parentId: 'CUSTOMER_SERVICE' })).rejects.toMatchObject(round);
    await expect(org.updateDepartment({ id: 'OPERATIONS', parentId: 'OPERATIONS' })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
    const [a, b, c] = [await staff('PA1', ['PA']), await staff('PA2', ['PA']), await staff('PA3', ['PA'])];
    const under = (id: string, reportsToId: string) =>
      org.setStaffDepartment({ id, departmentId: 'CUSTOMER_SERVICE', reportsToId });
    await under(a.userId, b.userId);
    await under(b.userId, c.userId);
    await expect(under(c.userId, a.userId)).rejects.toMatchObject(
      code('VALIDATION_FAILED', { details: { way: [c.userId, a.userId, b.userId, c.userId] } }),
    );
    await expect(under(c.userId, c.userId)).rejects.toMatchObject(code('VALIDATION_FAILED'));
    expect((await person(c)).reportsToId).toBe(null);
  });
});

test('R-ORG-05 one person leads a department, and a department without one is a warning', async () => {
  const { desk, staff, org, admin } = await scene();
  const about = async () =>
    (await org.organisationWarnings({})).warnings
      .filter((one) => one.code === 'DEPARTMENT_WITHOUT_LEAD')
      .map(({ entityId }) => entityId)
      .toSorted();
  expect(await about()).toEqual(['CUSTOMER_SERVICE', 'OPERATIONS']);
  const [one, two] = [await staff('SV1', ['SV']), await staff('SV2', ['SV'])];
  await org.setDepartmentLead({ id: 'CUSTOMER_SERVICE', userId: one.userId });
  expect(await about()).toEqual(['OPERATIONS']);
  expect((await org.setDepartmentLead({ id: 'CUSTOMER_SERVICE', userId: two.userId })).leadId).toBe(two.userId);
  await desk.as(admin).access.updateStaff({ id: two.userId, active: false });
  expect(await about()).toEqual(['CUSTOMER_SERVICE', 'OPERATIONS']);
  await expect(org.setDepartmentLead({ id: 'OPERATIONS', userId: two.userId })).rejects.toMatchObject(
    code('VALIDATION_FAILED'),
  );
});

describe('R-ORG-06 posts', () => {
  test('are there from the first day: the seven of the sources and those of every role, each with a home screen', async () => {
    const { desk, system } = await scene();
    const posts = new Map((await desk.read(system).all(Post)).map((post) => [post.id, post]));
    const seven = [
      'PHONE_AGENT',
      'CHAT_AGENT',
      'EMAIL_AGENT',
      'SOCIAL_AGENT',
      'MANAGER',
      'SUPERVISOR',
      'ANALYST',
    ] as const;
    expect(seven.map((id) => posts.get(id)?.homePath)).toEqual([
      '/inbox',
      '/inbox',
      '/work',
      '/inbox',
      '/service-report',
      '/board',
      '/service-report',
    ]);
    const roles = new Set([...posts.values()].flatMap((post) => post.roles));
    expect([...roles].toSorted()).toEqual('PA AA CO SM TS FC TL SV MG OD AN QI TR FN WH DL AD'.split(' ').toSorted());
  });

  test('bring roles, ways to talk, teams and a home screen, given by whoever decides what others may do', async () => {
    const { desk, staff, org, admin, person } = await scene();
    const agent = await staff('WH1', ['WH']);
    await expect(org.givePost({ id: agent.userId, postId: 'PHONE_AGENT' })).rejects.toMatchObject(
      code('FORBIDDEN', { details: { permission: 'staff.manage' } }),
    );
    await desk.as(admin).organisation.givePost({ id: agent.userId, postId: 'PHONE_AGENT' });
    expect(await person(agent)).toMatchObject({
      postId: 'PHONE_AGENT',
      roles: ['PA', 'AA'],
      skills: ['LIVE', 'VOICE'],
    });
    expect((await person(agent)).teams.toSorted()).toEqual(['AFTER_SALE', 'PRE_SALE']);
    expect((await desk.as(agent).organisation.myPost({})).post).toMatchObject({ homePath: '/inbox' });
    await expect(
      desk.as(admin).organisation.givePost({ id: admin.userId, postId: 'PRE_SALE_AGENT' }),
    ).rejects.toMatchObject(code('FORBIDDEN'));
  });
});

test('R-ORG-07 whoever holds a post acknowledges its duties, anew when they change, and it is counted', async () => {
  const { desk, staff, org, admin, clock } = await scene();
  const [one, two] = [await staff('PA1', ['PA']), await staff('PA2', ['PA'])];
  const other = await staff('AA1', ['AA']);
  for (const { userId } of [one, two])
    await desk.as(admin).organisation.givePost({ id: userId, postId: 'PRE_SALE_AGENT' });
  const counted = async () => {
    const { holders, acknowledged } = await org.dutyStanding({});
    return [holders, acknowledged];
  };
  expect(await counted()).toEqual([2, 0]);
  const acknowledge = (who: typeof one) => desk.as(who).organisation.acknowledgeDuties({ id: 'PRE_SALE_AGENT' });
  await acknowledge(one);
  await expect(acknowledge(one)).rejects.toMatchObject(code('DUPLICATE'));
  await expect(acknowledge(other)).rejects.toMatchObject(code('FORBIDDEN'));
  expect(await counted()).toEqual([2, 1]);
  await org.updatePost({ id: 'PRE_SALE_AGENT', homePath: '/board' });
  expect(await counted()).toEqual([2, 1]);
  clock.advance(1000);
  await org.updatePost({ id: 'PRE_SALE_AGENT', duties: [{ en: 'Everything', zh: '全部' }] });
  expect(await counted()).toEqual([2, 0]);
  await acknowledge(one);
  await acknowledge(two);
  expect(await counted()).toEqual([2, 2]);
});

test('R-ORG-10 every function has an owner or is red', async () => {
  const { desk, system, staff, org } = await scene();
  expect(await desk.read(system).all(BusinessFunction)).toHaveLength(14);
  const red = async () => (await org.functionTable({})).functions.filter(({ owned }) => !owned).map(({ id }) => id);
  // There are a manager and an administrator.
  expect(await red()).toEqual('F-01 F-03 F-04 F-05 F-06 F-07 F-09 F-10 F-11 F-12 F-13'.split(' '));
  await staff('SV1', ['SV']);
  expect(await red()).not.toContain('F-01');
  const inspector = await staff('DL1', ['DL']);
  await org.updateFunction({ id: 'F-10', ownerId: inspector.userId });
  expect(await red()).not.toContain('F-10');
  await org.updateFunction({ id: 'F-01', ownerRoles: [] });
  expect(await red()).toContain('F-01');
  const { withoutOwner } = await org.functionTable({});
  const { warnings } = await org.organisationWarnings({});
  expect(warnings.filter((one) => one.code === 'FUNCTION_WITHOUT_OWNER')).toHaveLength(withoutOwner);
});

describe('R-ORG-01 a model', () => {
  test('shows what would change before it does, does just that, and keeps everybody', async () => {
    const { desk, system, staff, org, person } = await scene();
    const [agent, officer] = [await staff('PA1', ['PA']), await staff('CO1', ['CO'])];
    await org.createTeam({ code: 'OURS', name: { en: 'Ours', zh: '自建组' }, kind: 'BACK' });
    await org.addTeamMembers({ id: 'OURS', userIds: [officer.userId] });
    for (const model of organisationModel.options) {
      const before = (await desk.read(system).all(Placed)).filter(({ teams }) => teams.length > 0).length;
      const preview = await org.previewModel({ model });
      expect([preview.peopleBefore, preview.peopleAfter], model).toEqual([before, before]);
      expect((await org.takeModel({ model, fingerprint: preview.fingerprint })).model).toBe(model);
      const people = await desk.read(system).all(Placed);
      expect(people.filter(({ teams }) => teams.length > 0).length, model).toBe(before);
      const open = new Set((await desk.read(system).all(Team, { where: { active: true } })).map(({ id }) => id));
      expect(
        people.flatMap(({ teams }) => teams).every((id) => open.has(id)),
        model,
      ).toBe(true);
      expect((await person(officer)).teams, model).toContain('COMPLAINT');
      expect((await person(officer)).teams, model).toContain('OURS');
      expect((await org.previewModel({ model })).changes, `${model} again`).toEqual([]);
    }
    expect((await person(agent)).teams).toEqual(['SERVICE']);
    await org.takeModel({ model: 'INDEPENDENT' });
    expect((await person(agent)).teams).toEqual(['PRE_SALE']);
    await org.takeModel({ model: 'CROSS_FUNCTIONAL' });
    expect(await desk.read(system).get(OrganisationChoice, agent.tenantId)).toMatchObject({
      model: 'CROSS_FUNCTIONAL',
    });
  });

  test('sets reporting lines and to whom a team escalates', async () => {
    const { desk, system, org } = await scene();
    await org.takeModel({ model: 'TECH_SUPPORT' });
    expect(await desk.read(system).get(Department, 'CUSTOMER_SERVICE')).toMatchObject({ parentId: 'TECHNOLOGY' });
    expect(await desk.read(system).get(Department, 'OPERATIONS')).toMatchObject({ active: false });
    expect(await desk.read(system).get(Team, 'AFTER_SALE')).toMatchObject({ escalatesToId: 'TECH' });
    await org.takeModel({ model: 'BACK_OFFICE' });
    expect(await desk.read(system).get(Department, 'CUSTOMER_SERVICE')).toMatchObject({ parentId: 'OPERATIONS' });
    expect(await desk.read(system).get(Team, 'AFTER_SALE')).toMatchObject({ escalatesToId: 'BACK_OFFICE' });
  });

  test('is not taken when something has changed since it was shown, nor by whoever may not arrange', async () => {
    const { desk, staff, org } = await scene();
    const { fingerprint } = await org.previewModel({ model: 'CROSS_FUNCTIONAL' });
    const agent = await staff('PA1', ['PA']);
    await expect(org.takeModel({ model: 'CROSS_FUNCTIONAL', fingerprint })).rejects.toMatchObject(code('CONFLICT'));
    await expect(desk.as(agent).organisation.takeModel({ model: 'CRM' })).rejects.toMatchObject(code('FORBIDDEN'));
    await expect(desk.as(agent).organisation.previewModel({ model: 'CRM' })).rejects.toMatchObject(code('FORBIDDEN'));
  });

  test('over running conversations names what is open for a team that goes, and loses none of it', async () => {
    const { staff, customer, desk, read, be, conversation, ownerOf } = await routingScene();
    const manager = await staff('MG1', ['MG']);
    const org = desk.as(manager).organisation;
    const [agent, specialist] = [await staff('PA1', ['PA']), await staff('AA1', ['AA'])];
    const talks = await customer('hello there');
    const owner = (await ownerOf(talks.id)) === agent.userId ? agent : specialist;
    await be(agent, 'BUSY');
    await be(specialist, 'BUSY');
    const waits = await customer('I want to return my order and get my money back, how do I return the goods?');
    expect(await read.get(QueueEntry, waits.id)).toMatchObject({ team: 'AFTER_SALE' });
    const transfer = await desk
      .as(owner)
      .conversations.requestTransfer({ id: talks.id, toTeam: 'PRE_SALE', reason: 'SKILL', summary: 'Wants advice' });
    const { changes, fingerprint } = await org.previewModel({ model: 'CROSS_FUNCTIONAL' });
    const closed = (id: string) => changes.find((change) => change.id === id);
    expect(closed('AFTER_SALE')).toMatchObject({
      kind: 'TEAM_CLOSED',
      into: 'SERVICE',
      people: 1,
      open: [{ entity: 'QueueEntry', count: 1 }],
    });
    expect(closed('PRE_SALE')).toMatchObject({ into: 'SERVICE', open: [{ entity: 'Transfer', count: 1 }] });
    await org.takeModel({ model: 'CROSS_FUNCTIONAL', fingerprint });
    expect(await read.get(QueueEntry, waits.id)).toMatchObject({ team: 'SERVICE' });
    expect(await read.get(Transfer, transfer.id)).toMatchObject({ toTeam: 'SERVICE', state: 'OFFERED' });
    expect(await conversation(talks.id)).toMatchObject({ ownerId: owner.userId });
    await be(specialist, 'ONLINE');
    while ((await desk.runTimers()) > 0);
    expect(await ownerOf(waits.id)).toBe(specialist.userId);
    const other = owner === agent ? specialist : agent;
    await desk.as(other).conversations.acceptTransfer({ id: transfer.id });
    expect(await ownerOf(talks.id)).toBe(other.userId);
  });
});

describe('R-ORG-02 the questionnaire', () => {
  const facts = fc.record({
    size: fc.constantFrom(...companySize.options),
    business: fc.constantFrom(...businessType.options),
    customers: fc.constantFrom(...customerBase.options),
    support: fc.constantFrom(...supportLevel.options),
  });

  test('gives the same answer for the same facts, with reasons, and recommends what has most points', async () => {
    const { org } = await scene();
    fc.assert(
      fc.property(facts, (said) => {
        const answer = adviseModel(said);
        expect(adviseModel({ ...said })).toEqual(answer);
        expect(answer.reasons.length).toBeGreaterThan(0);
        expect(answer.reasons.every(({ en, zh }) => en !== '' && zh !== '')).toBe(true);
        expect(answer.ranking.map(({ points }) => points)).toEqual(
          answer.ranking.map(({ points }) => points).toSorted((a, b) => b - a),
        );
        expect(answer.ranking[0]?.model).toBe(answer.model);
      }),
    );
    const said = { size: 'SMALL', business: 'OWN_SHOP', customers: 'MANY_ONCE', support: 'BASIC' } as const;
    expect(await org.recommendModel(said)).toEqual(await org.recommendModel(said));
    expect((await org.recommendModel(said)).model).toBe('CROSS_FUNCTIONAL');
    await expect(org.recommendModel({ ...said, size: 'HUGE' as 'SMALL' })).rejects.toMatchObject(
      code('VALIDATION_FAILED'),
    );
  });

  test('can recommend every one of the five models', () => {
    const all = companySize.options.flatMap((size) =>
      businessType.options.flatMap((business) =>
        customerBase.options.flatMap((customers) =>
          supportLevel.options.map((support) => adviseModel({ size, business, customers, support }).model),
        ),
      ),
    );
    expect(new Set(all)).toEqual(new Set(organisationModel.options));
  });
});
