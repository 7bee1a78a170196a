import { describe, expect, test } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { submit } from '../aftersales/testing/steps.ts';
import { AfterSalesCase } from '../aftersales/index.ts';
import { Complaint } from '../complaints/index.ts';
import { shopScene } from '../orders/testing/scene.ts';

const refusal = (code: string) => ({ denial: { code } });

async function scene() {
  const shop = await shopScene({ policyPack: 'TMALL' });
  const agent = await shop.people('AA1');
  const { desk, loose, store } = shop;
  const sheet = async (actor: Actor, code: string, kind: string, id: string) =>
    (await loose.show(actor, 'formOfSubject', { code, storeId: store.id, kind, id } as never)) as unknown as {
      values: Record<string, unknown>;
      label: string;
    };
  return { ...shop, agent, desk, sheet };
}

describe('a row as a form', () => {
  test('a case prints as the after-sale record and the return registration, with what it knows', async () => {
    const shop = await scene();
    const row = (await submit(shop, shop.agent, { items: [{ lineId: 'l1' }] })) as RowOf<typeof AfterSalesCase>;
    const { values, label } = await shop.sheet(shop.agent, 'F4', 'CASE', row.id);
    expect(label).toBe(row.number);
    expect(values).toMatchObject({
      number: row.number,
      orderNumber: row.orderNumber,
      store: shop.store.name,
      quantity: 1,
      paid: { amount: row.paidAmount, currency: 'CNY' },
      faultParty: row.faultParty,
      openedAt: row.submittedAt,
    });
    expect((await shop.sheet(shop.agent, 'F5', 'CASE', row.id)).values).toMatchObject({ number: row.number });
    // It is no complaint, and it is nobody’s of another store.
    await expect(shop.sheet(shop.agent, 'F6', 'CASE', row.id)).rejects.toMatchObject(refusal('NOT_FOUND'));
    const other = await shop.desk.as(shop.system).access.createStore({ name: 'S2', key: 'store-2' });
    const away = await shop.staff('AWAY', ['AA'], { storeIds: [other.id] });
    await expect(shop.sheet(away, 'F4', 'CASE', row.id)).rejects.toMatchObject(refusal('NOT_FOUND'));
  });

  test('a complaint prints as the complaint form', async () => {
    const shop = await scene();
    const officer = await shop.people('CO1');
    const { id } = (await shop.loose.perform(officer, 'registerComplaint', {
      storeId: shop.store.id,
      subject: 'A broken cup',
      facts: 'It came in two pieces.',
      demand: 'A new one',
      emotion: 'UPSET',
      sourceChannel: 'PHONE',
    })) as RowOf<typeof Complaint>;
    const { values } = await shop.sheet(officer, 'F6', 'COMPLAINT', id);
    expect(values).toMatchObject({
      facts: 'It came in two pieces.',
      demand: 'A new one',
      emotion: 'UPSET',
      source: '电话 / Phone',
    });
  });

  test('a record hangs on an order of the shop and begins with its number; an order that is not there is refused', async () => {
    const shop = await scene();
    const { forms } = shop.desk.as(shop.agent) as unknown as {
      forms: Record<'openFormRecord', (input: object) => Promise<object>>;
    };
    const about = { code: 'F17', storeId: shop.store.id, subjectKind: 'ORDER' };
    const record = await forms.openFormRecord({ ...about, subjectId: 'O-DELIVERED' });
    expect(record).toMatchObject({ subjectLabel: 'O-DELIVERED', values: { orderNumber: 'O-DELIVERED' } });
    await expect(forms.openFormRecord({ ...about, subjectId: 'O-NOWHERE' })).rejects.toMatchObject(
      refusal('NOT_FOUND'),
    );
  });

  test('a record of a conversation knows its channel and its customer', async () => {
    const shop = await scene();
    const { id } = (await shop.loose.perform(shop.lily, 'openConversation', {})) as { id: string };
    const record = await shop.loose.perform(shop.agent, 'openFormRecord', {
      code: 'F1',
      storeId: shop.store.id,
      subjectKind: 'CONVERSATION',
      subjectId: id,
    });
    expect(record).toMatchObject({ customerId: shop.lily.customerId, values: { channel: 'WEB_CHAT' } });
  });
});
