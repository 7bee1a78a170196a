import { describe, expect, test } from 'vitest';
import { shopScene } from '../orders/testing/scene.ts';
import { Handover } from '../shifts/index.ts';
import { WorkItem } from '../work/index.ts';
import { CasePhoto, CaseStep } from './entities.ts';
import { acting, denialOf, RETURN_TWO, sendBack, submit } from './testing/steps.ts';

const blob = (contentType: string, size = 1000) => JSON.stringify({ contentType, size, sha256: 'x' });

describe('a case as a work item', () => {
  test('is in the hands of who took it up, in their hand-over and in the file of its customer, until nothing is left', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const staff = await scene.people('AA1');
    const { id, number, dueAt } = await submit(scene, scene.lily);
    const inHand = (ownerId: string | null) =>
      scene.desk.read(staff).find(WorkItem, { where: { ownerId, open: true }, order: [['dueAt', 'asc']], limit: 10 });
    expect(await inHand(null)).toMatchObject([{ id, number, title: 'O-DELIVERED', dueAt, state: 'REQUESTED' }]);
    await by('AA1', 'takeUpCase', { id });
    expect(await inHand(staff.userId)).toMatchObject([{ id, state: 'UNDER_REVIEW', waitsFor: 'US' }]);
    const lead = scene.desk.as(await scene.people('SV1')).shifts;
    const at = (hours: number) => new Date(scene.clock.now().getTime() + hours * 3_600_000).toISOString();
    const time = { startAt: at(0), endAt: at(8) };
    const shift = await lead.planShift({ userId: staff.userId, storeIds: [scene.store.id], type: 'DAY', ...time });
    await lead.publishShifts({ from: at(-1), to: at(1) });
    await scene.desk.as(staff).shifts.checkInShift({ id: shift.id });
    await scene.desk.as(staff).shifts.startHandover({ id: shift.id });
    const [handover] = await scene.desk.read(staff).all(Handover, {});
    expect(handover?.items).toMatchObject([{ kind: 'WORK', refId: `AfterSalesCase/${id}`, dueAt }]);
    await by('AA1', 'approveCase', { id });
    expect(await inHand(staff.userId)).toMatchObject([{ state: 'AWAITING_RETURN', waitsFor: 'CUSTOMER' }]);
    await scene.desk.as(scene.lily).aftersales.withdrawCase({ id });
    expect(await inHand(staff.userId)).toEqual([]);
    const { entries } = await scene.desk.as(staff).customers.customerTimeline({ customerId: scene.lily.customerId });
    expect(entries).toContainEqual(
      expect.objectContaining({ kind: 'WORK', entity: 'AfterSalesCase', id, state: 'WITHDRAWN' }),
    );
    // It tells its customer by its own messages, so its steps among all work are not theirs.
    expect(await scene.desk.read(scene.lily).maybe(WorkItem, id)).toBeUndefined();
    expect(await scene.desk.read(scene.bob).maybe(WorkItem, id)).toBeUndefined();
  });
});

describe('the course of a case', () => {
  test('is written down step by step: who, from where to where, and why', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const { id } = await submit(scene, scene.lily);
    await by('AA1', 'approveCase', { id });
    await sendBack(scene, id, 'FAIL');
    await scene.desk.as(scene.lily).aftersales.openCaseDispute({ id, reason: 'It was like this' });
    const staff = await scene.people('AA1');
    const steps = await scene.desk.read(staff).all(CaseStep, { where: { caseId: id }, order: [['at', 'asc']] });
    expect(steps.map(({ event, from, to, actor }) => [event, from, to, actor])).toEqual([
      ['submit', null, 'REQUESTED', 'CUSTOMER'],
      ['approve', 'REQUESTED', 'APPROVED', 'STAFF'],
      ['needsReturn', 'APPROVED', 'AWAITING_RETURN', 'SYSTEM'],
      ['customerShips', 'AWAITING_RETURN', 'IN_TRANSIT', 'CUSTOMER'],
      ['receive', 'IN_TRANSIT', 'RECEIVED', 'STAFF'],
      ['inspectFail', 'RECEIVED', 'INSPECTED_FAIL', 'STAFF'],
      ['openDispute', 'INSPECTED_FAIL', 'DISPUTED', 'CUSTOMER'],
    ]);
    expect(steps.map(({ note }) => note).filter(Boolean)).toEqual(['scratched', 'It was like this']);
    expect(steps[1]?.userId).toBe(staff.userId);
  });

  test('names the rules that decided by themselves, and neither the customer nor the agent who asked for them', async () => {
    const scene = await shopScene();
    const staff = await scene.people('AA1');
    for (const somebody of [scene.lily, staff]) {
      const row = await submit(scene, somebody, { items: [{ lineId: 'l1', quantity: 1 }] });
      expect(row.ruleIds).not.toEqual([]);
      const steps = await scene.desk.read(staff).all(CaseStep, { where: { caseId: row.id }, order: [['at', 'asc']] });
      const step = (event: string) => steps.find((one) => one.event === event);
      expect(step('approve')).toMatchObject({ actor: 'POLICY', userId: null, ruleIds: row.ruleIds });
      const asked = somebody === staff ? { actor: 'STAFF', userId: staff.userId } : { actor: 'CUSTOMER', userId: null };
      expect(step('submit')).toMatchObject({ ...asked, ruleIds: [] });
    }
  });

  test('names the rule of the time limit where nobody decided in time', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const { id } = await submit(scene, scene.lily);
    scene.clock.advance(5 * 24 * 3_600_000);
    await scene.desk.runTimers();
    const [approved] = await scene.desk.read(scene.system).all(CaseStep, { where: { caseId: id, event: 'approve' } });
    expect(approved).toMatchObject({ actor: 'POLICY', userId: null, ruleIds: ['TM-23'] });
  });

  test('is seen by its customer and by nobody else’s', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    await submit(scene, scene.lily);
    expect(await scene.desk.read(scene.lily).all(CaseStep)).toHaveLength(1);
    expect(await scene.desk.read(scene.bob).all(CaseStep)).toEqual([]);
  });

  test('keeps what is due next: the decision, then the return, then nothing', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const asked = await submit(scene, scene.lily);
    expect(asked.dueAt).toBe(asked.decisionDueAt);
    expect(asked.dueAt).not.toBeNull();
    await by('AA1', 'approveCase', { id: asked.id });
    const staff = await scene.people('AA1');
    const api = scene.desk.as(staff).aftersales;
    const [waiting] = await api.searchCases({ text: asked.number });
    expect(waiting?.dueAt).toBe(waiting?.returnDueAt);
    expect((await scene.desk.as(scene.lily).aftersales.withdrawCase({ id: asked.id })).dueAt).toBeNull();
  });

  test('counts cases by who has to act, and the late ones', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const by = acting(scene);
    const first = await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 1 }] });
    await submit(scene, scene.lily, { items: [{ lineId: 'l1', quantity: 1 }] });
    await by('AA1', 'approveCase', { id: first.id });
    const api = scene.desk.as(await scene.people('AA1')).aftersales;
    const now = await api.caseCounts({ storeId: scene.store.id });
    const of = ({ groups }: typeof now, group: string) => groups.find((one) => one.group === group)?.cases;
    expect([of(now, 'DECIDE'), of(now, 'RETURN'), of(now, 'PAY'), now.mine, now.overdue]).toEqual([1, 1, 0, 1, 0]);
    scene.clock.advance(30 * 24 * 3_600_000);
    expect((await api.caseCounts({})).overdue).toBe(2);
  });
});

describe('photos that staff add', () => {
  test('are evidence of a case that an agent opens without a conversation', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const agent = await scene.people('AA1');
    const photo = await scene.desk
      .as(agent)
      .aftersales.addCasePhoto({ storeId: scene.store.id, blobKey: blob('image/png'), name: '../破损.png' });
    expect(photo).toMatchObject({ contentType: 'image/png', userId: agent.userId });
    expect(photo.name).not.toContain('/');
    const asked = await submit(scene, agent, { reason: 'QUALITY', evidence: [photo.id] });
    expect(asked.evidence).toEqual([photo.id]);
    expect(await scene.desk.read(await scene.people('WH1')).get(CasePhoto, photo.id)).toMatchObject({ id: photo.id });
  });

  test('are pictures and no larger than the desk takes', async () => {
    const scene = await shopScene();
    const api = scene.desk.as(await scene.people('WH1')).aftersales;
    const add = (blobKey: string) => denialOf(api.addCasePhoto({ storeId: scene.store.id, blobKey, name: 'a' }));
    expect((await add(blob('application/pdf'))).code).toBe('VALIDATION_FAILED');
    expect((await add(blob('image/png', 11 * 1024 * 1024))).code).toBe('LIMIT_EXCEEDED');
  });

  test('of another store, of nobody, or taken by a customer are no evidence', async () => {
    const scene = await shopScene({ policyPack: 'TMALL' });
    const agent = await scene.people('AA1');
    const photo = await scene.desk
      .as(agent)
      .aftersales.addCasePhoto({ storeId: scene.store.id, blobKey: blob('image/png'), name: 'a.png' });
    expect((await denialOf(submit(scene, agent, { reason: 'QUALITY', evidence: ['nothing'] }))).code).toBe('NOT_FOUND');
    expect(
      (await denialOf(submit(scene, scene.lily, { ...RETURN_TWO, reason: 'QUALITY', evidence: [photo.id] }))).code,
    ).toBe('NOT_FOUND');
    expect(await scene.desk.read(scene.lily).maybe(CasePhoto, photo.id)).toBeUndefined();
  });
});
