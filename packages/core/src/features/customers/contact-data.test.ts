import { describe, expect, test } from 'vitest';
import { AuditEvent } from '../../kernel/audit.ts';
import { shopScene } from '../orders/testing/scene.ts';
import { Customer } from './entities.ts';

const denied = (code: string) => ({ denial: { code } });

describe('contact data', () => {
  test('is shown whole for a reason: the file’s, those left with conversations, and the shop’s, with a trace', async () => {
    const { desk, people, lily, system } = await shopScene();
    await desk.as(lily).conversations.openConversation({ contactEmail: 'private.person@secret.example' });
    const officer = await people('CO1');
    await expect(desk.as(officer).customers.revealContact({ id: lily.customerId })).rejects.toMatchObject(
      denied('REASON_REQUIRED'),
    );
    const shown = await desk
      .as(officer)
      .customers.revealContact({ id: lily.customerId, reason: 'The parcel came back.' });
    expect(shown.otherEmails).toEqual(['private.person@secret.example', 'lily@example.com']);
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'revealContact' } });
    expect(entry).toMatchObject({
      actor: `staff:${officer.userId}`,
      entityId: lily.customerId,
      reason: 'The parcel came back.',
    });
    await expect(
      desk.as(await people('AN1')).customers.revealContact({ id: lily.customerId, reason: 'x' }),
    ).rejects.toMatchObject(denied('FORBIDDEN'));
  });

  test('is shown as far as it is known while the shop does not answer', async () => {
    const { desk, people, lily, shop } = await shopScene();
    await desk.as(lily).conversations.openConversation({ contactEmail: 'private.person@secret.example' });
    shop.line = () => 'DOWN';
    const shown = await desk.as(await people('CO1')).customers.revealContact({ id: lily.customerId, reason: 'r' });
    expect(shown.otherEmails).toEqual(['private.person@secret.example']);
  });

  test('of a name stands in the audit trail by its first letter only', async () => {
    const { desk, people, lily, system } = await shopScene();
    await desk.as(await people('PA1')).customers.updateCustomer({ id: lily.customerId, name: 'Lily Wang' });
    const [entry] = await desk.read(system).all(AuditEvent, { where: { action: 'updateCustomer' } });
    expect(entry?.changes).toMatchObject([{ entity: 'Customer', after: { name: 'L***' } }]);
    expect((await desk.read(system).get(Customer, lily.customerId)).name).toBe('Lily Wang');
  });

  test('orders of a customer are for those who read orders', async () => {
    const { desk, people, lily } = await shopScene();
    for (const role of ['AN1', 'TR1'])
      await expect(
        desk.as(await people(role)).customers.customerOrders({ customerId: lily.customerId }),
      ).rejects.toMatchObject(denied('FORBIDDEN'));
    expect(
      (await desk.as(await people('QI1')).customers.customerOrders({ customerId: lily.customerId })).orders.length,
    ).toBeGreaterThan(0);
    expect((await desk.as(lily).customers.customerOrders({})).orders.length).toBeGreaterThan(0);
  });

  test('of the shop is found by an e-mail or a postcode only by those who may read it', async () => {
    const { desk, people, store } = await shopScene();
    const { shopCustomer, shopCustomers } = desk.as(await people('AN1')).orders;
    const name = { givenName: 'Lily', familyName: 'Wang', postalCode: '310000' };
    for (const ask of [
      shopCustomer({ storeId: store.id, email: 'lily@example.com' }),
      shopCustomer({ storeId: store.id, name }),
      shopCustomers({ storeId: store.id, ...name }),
    ])
      await expect(ask).rejects.toMatchObject(denied('FORBIDDEN'));
    expect((await shopCustomer({ storeId: store.id, id: 'lily' })).id).toBe('lily');
    const agent = desk.as(await people('AA1')).orders;
    expect((await agent.shopCustomer({ storeId: store.id, email: 'lily@example.com' })).id).toBe('lily');
    expect((await agent.shopCustomers({ storeId: store.id, ...name })).customers).toHaveLength(1);
  });

  test('of the page somebody wrote from is kept without its secrets, and a page that is none is left out', async () => {
    const { desk, lily, bob } = await shopScene();
    const open = (who: typeof lily, pageUrl: string) => desk.as(who).conversations.openConversation({ pageUrl });
    expect(await open(lily, 'https://shop.example/x?token=abc#t')).toMatchObject({ pageUrl: 'https://shop.example/x' });
    expect(await open(bob, 'x?token=abc')).toMatchObject({ pageUrl: null });
  });
});
