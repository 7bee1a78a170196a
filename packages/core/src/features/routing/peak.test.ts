import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { RoutingPolicy } from './entities.ts';
import { MINUTE, routingScene } from './testing/scene.ts';

const code = (denial: string) => ({ denial: { code: denial } });
const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * MINUTE).toISOString();

describe('peak mode', () => {
  test('gives agents more places and brings the back office to the front, at once and until its end (R-WF-05)', async () => {
    const { staff, customer, desk, store, clock, loadOf, waiting, pass, read, close } = await routingScene();
    const [agent, complaints, lead] = [
      await staff('PA1', ['PA'], { capacity: 2 }),
      await staff('CO1', ['CO'], { capacity: 1 }),
      await staff('SV1', ['SV']),
    ];
    const chats = [await customer(), await customer(), await customer(), await customer(), await customer()];
    expect([await loadOf(agent), await loadOf(complaints), (await waiting()).length]).toEqual([2, 0, 3]);
    await desk.as(lead).routing.startPeakMode({
      id: store.id,
      until: inMinutes(clock.now(), 60),
      capacityFactor: 1.5,
      reason: 'Double 11',
    });
    expect([await loadOf(agent), await loadOf(complaints), await loadOf(lead)]).toEqual([3, 1, 0]);
    expect(
      await desk.as(chats[4]?.actor ?? lead).routing.queuePlace({ conversationId: chats[4]?.id ?? '' }),
    ).toMatchObject({ place: 1, notice: { zh: expect.stringContaining('咨询人数较多') as string } });
    expect(await desk.as(chats[0]?.actor ?? lead).routing.serviceState({})).toMatchObject({ shortSurvey: true });
    await pass(60 * MINUTE);
    expect((await read.get(RoutingPolicy, store.id)).peak).toBeNull();
    expect(await loadOf(agent)).toBeLessThanOrEqual(3);
    for (const { id } of chats) await close(agent, id).catch(() => undefined);
    expect(await loadOf(agent)).toBeLessThanOrEqual(2);
  });

  test('brings those to the front whose roles help there in this tenant', async () => {
    const { staff, customer, desk, store, clock, loadOf } = await routingScene();
    const admin = await staff('AD1', ['AD']);
    await desk.as(admin).access.setPermissionRoles({ permission: 'peak.help', roles: ['SV'] });
    const [complaints, supervisor] = [
      await staff('CO1', ['CO'], { capacity: 3 }),
      await staff('SV1', ['SV'], { capacity: 3 }),
    ];
    await staff('PA1', ['PA'], { capacity: 1 });
    for (let n = 0; n < 4; n += 1) await customer();
    await desk
      .as(supervisor)
      .routing.startPeakMode({ id: store.id, until: inMinutes(clock.now(), 60), capacityFactor: 1, reason: 'Rush' });
    expect([await loadOf(complaints), await loadOf(supervisor)]).toEqual([0, 3]);
  });

  test('is switched by a supervisor with a reason, ends by itself, and every switch is in the audit trail (R-WF-06)', async () => {
    const { staff, desk, store, clock, pass, system } = await routingScene();
    const [agent, lead] = [await staff('PA1', ['PA']), await staff('MG1', ['MG'])];
    const until = inMinutes(clock.now(), 30);
    await expect(desk.as(agent).routing.startPeakMode({ id: store.id, until, reason: 'x' })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    await expect(desk.as(lead).routing.startPeakMode({ id: store.id, until })).rejects.toMatchObject(
      code('REASON_REQUIRED'),
    );
    await expect(
      desk.as(lead).routing.startPeakMode({ id: store.id, until: inMinutes(clock.now(), -1), reason: 'x' }),
    ).rejects.toMatchObject(code('VALIDATION_FAILED'));
    await expect(
      desk.as(lead).routing.startPeakMode({ id: 'another-store', until, reason: 'x' }),
    ).rejects.toMatchObject(code('NOT_FOUND'));
    await expect(desk.as(lead).routing.endPeakMode({ id: store.id })).rejects.toMatchObject(code('INVALID_TRANSITION'));
    await desk.as(lead).routing.startPeakMode({ id: store.id, until, reason: 'Double 11' });
    await desk.as(lead).routing.startPeakMode({ id: store.id, until: inMinutes(clock.now(), 45), reason: 'longer' });
    await pass(30 * MINUTE);
    expect((await desk.as(lead).routing.routingSettings({ storeId: store.id })).peak).not.toBeNull();
    await pass(15 * MINUTE);
    const trail = await desk
      .read(system)
      .all(AuditEvent, { where: { action: { in: ['startPeakMode', 'endPeakMode'] } }, order: [['at', 'asc']] });
    expect(trail.map(({ action, role, reason }) => `${action} ${role} ${reason}`)).toEqual([
      'startPeakMode MG Double 11',
      'startPeakMode MG longer',
      'endPeakMode SYSTEM Automatic end',
    ]);
  });

  test('can be ended before its time', async () => {
    const { staff, desk, store, clock, pass } = await routingScene();
    const lead = await staff('SV1', ['SV']);
    await desk.as(lead).routing.startPeakMode({ id: store.id, until: inMinutes(clock.now(), 30), reason: 'rush' });
    expect((await desk.as(lead).routing.endPeakMode({ id: store.id, reason: 'over' })).peak).toBeNull();
    await pass(30 * MINUTE);
    expect((await desk.as(lead).routing.routingSettings({ storeId: store.id })).peak).toBeNull();
  });
});
