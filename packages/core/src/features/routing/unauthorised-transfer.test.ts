import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { TransferAttempt } from '../conversations/entities.ts';
import { Notice } from '../notices/index.ts';
import { MINUTE, routingScene } from './testing/scene.ts';

const code = (denial: string) => ({ denial: { code: denial } });

describe('SC-11 Unauthorised transfer', () => {
  async function scene() {
    const setup = await routingScene();
    const pa1 = await setup.staff('PA1', ['PA']);
    const { id } = await setup.customer();
    const [pa2, aa1, lead] = [
      await setup.staff('PA2', ['PA']),
      await setup.staff('AA1', ['AA']),
      await setup.staff('TL1', ['TL']),
    ];
    await setup.say(pa1, id, 'Good day!');
    const attempts = async () =>
      (await setup.read.all(TransferAttempt)).map(({ userId, code: why, conversationId }) => ({
        userId,
        why,
        conversationId,
      }));
    return { ...setup, pa1, pa2, aa1, lead, id, attempts };
  }

  test('without a reason it is refused, counted and audited, and the owner stays', async () => {
    const { desk, pa1, pa2, id, attempts, ownerOf, read } = await scene();
    const ask = () => desk.as(pa1).conversations.requestTransfer({ id, toUserId: pa2.userId, summary: 'x' });
    expect(
      await desk.as(pa1).conversations.requestTransfer.check({ id, toUserId: pa2.userId, summary: 'x' }),
    ).toMatchObject({ code: 'TRANSFER_NOT_AUTHORISED' });
    expect(await attempts()).toEqual([]);
    await expect(ask()).rejects.toMatchObject(code('TRANSFER_NOT_AUTHORISED'));
    expect(await attempts()).toEqual([{ userId: pa1.userId, why: 'TRANSFER_NOT_AUTHORISED', conversationId: id }]);
    expect(await ownerOf(id)).toBe(pa1.userId);
    const [entry] = await read.all(AuditEvent, { where: { action: 'requestTransfer' } });
    expect(entry?.changes).toMatchObject([
      { entity: 'TransferAttempt', after: { userId: pa1.userId, code: 'TRANSFER_NOT_AUTHORISED' } },
    ]);
    await expect(desk.as(pa2).conversations.requestTransfer({ id, summary: 'x' })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    expect(await attempts()).toHaveLength(1);
  });

  test('to the after-sale queue it needs no approval, and only that team accepts', async () => {
    const { desk, pa1, pa2, aa1, id, ownerOf, attempts, loadOf } = await scene();
    const transfer = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toTeam: 'AFTER_SALE', reason: 'AFTER_SALE', summary: 'wants to return' });
    expect(transfer).toMatchObject({ state: 'OFFERED', toTeam: 'AFTER_SALE', toUserId: null });
    await expect(desk.as(pa2).conversations.acceptTransfer({ id: transfer.id })).rejects.toMatchObject(
      code('FORBIDDEN'),
    );
    expect(await ownerOf(id)).toBe(pa1.userId);
    await desk.as(aa1).conversations.acceptTransfer({ id: transfer.id });
    expect([await ownerOf(id), await loadOf(pa1), await loadOf(aa1)]).toEqual([aa1.userId, 0, 1]);
    expect(await attempts()).toEqual([]);
    await expect(
      desk
        .as(aa1)
        .conversations.requestTransfer({ id, toTeam: 'TECH', toUserId: pa1.userId, reason: 'SKILL', summary: 'x' }),
    ).rejects.toMatchObject(code('VALIDATION_FAILED'));
  });

  test('when nobody accepts in ten minutes the lead is alerted and the owner stays', async () => {
    const { desk, pa1, lead, aa1, id, ownerOf, pass, read } = await scene();
    await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toTeam: 'AFTER_SALE', reason: 'AFTER_SALE', summary: 'wants to return' });
    await pass(10 * MINUTE - 1);
    const late = () => read.all(Notice, { where: { kind: 'TRANSFER_UNACCEPTED' } });
    expect(await late()).toEqual([]);
    await pass(1);
    const seen = async (who: typeof lead) => (await desk.as(who).notices.myNotices({})).notices;
    const [alert] = await seen(lead);
    expect(alert).toMatchObject({ kind: 'TRANSFER_UNACCEPTED', aboutId: id, title: pa1.name });
    expect(await ownerOf(id)).toBe(pa1.userId);
    expect(await seen(aa1)).toEqual([]);
    await expect(desk.as(aa1).notices.seeNotice({ id: alert?.id ?? '' })).rejects.toMatchObject(code('NOT_FOUND'));
    await desk.as(lead).notices.seeNotice({ id: alert?.id ?? '' });
    expect(await seen(lead)).toEqual([]);
  });

  test('a reason outside the list that a lead declines is counted too', async () => {
    const { desk, pa1, pa2, lead, id, attempts } = await scene();
    const { id: transferId } = await desk
      .as(pa1)
      .conversations.requestTransfer({ id, toUserId: pa2.userId, reason: 'OTHER', summary: 'x' });
    await desk.as(lead).conversations.declineTransfer({ id: transferId, reason: 'keep him' });
    expect((await attempts()).map(({ why }) => why)).toEqual(['APPROVAL_DECLINED']);
  });
});
