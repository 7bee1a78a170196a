import { expect } from '@open-wc/testing';
import {
  all,
  afterEach,
  cleanPage,
  describe,
  field,
  fill,
  it,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { eventsAddress, newEventSecret, sampleOf } from './event-keys.ts';

async function section(roles: Parameters<typeof openPanel>[0] = { roles: ['AD'] }) {
  const open = await openPanel(roles);
  open.go(`/stores/${open.desk.store.id}/events`);
  await reads('S1');
  return open;
}

describe('the shop events of a store', () => {
  afterEach(cleanPage);

  it('are for administrators', async () => {
    await section({ roles: ['TL'] });
    await reads('Only administrators change store settings.');
  });

  it('show the address and the secret of a new key once, with code that signs, and let it be revoked', async () => {
    const open = await section();
    await reads('No keys yet');
    await reads('/shops/store-1/events');
    await press('Add a key');
    await pressInDialog('Add a key');
    await reads('Copy it now');
    const secret = all('pre')
      .map((pre) => pre.textContent ?? '')
      .find((text) => /^whsec_[\w+/]{43}=$/.test(text));
    expect(secret).not.to.equal(undefined);
    await reads("'webhook-signature'");
    await press('I have copied the secret');
    await until(() => !readable().includes(secret ?? '?'), 'the secret is gone');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain(secret ?? '?');
    await reads('Valid');
    await press('Revoke');
    await pressInDialog('Revoke');
    await reads('is revoked');
    expect(open.desk.network.calls).to.contain('revokeShopEventKey');
  });

  it('say that a name is taken and keep what was typed', async () => {
    const open = await section();
    await open.desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'addShopEventKey', {
      storeId: open.desk.store.id,
      name: 'warehouse',
      secret: newEventSecret(),
    });
    await press('Add a key');
    await fill('Name', 'warehouse');
    await pressInDialog('Add a key');
    await until(async () => (await field('Name')).getAttribute('aria-invalid') === 'true', 'the name is marked');
    expect((await field('Name')).value).to.equal('warehouse');
  });
});

describe('what a shop needs to send events', () => {
  it('is an address of the desk, a secret of 32 bytes, and code that names both', () => {
    expect(eventsAddress('https://desk.example', 'my-shop')).to.equal('https://desk.example/shops/my-shop/events');
    expect(atob(newEventSecret().slice(6)).length).to.equal(32);
    expect(newEventSecret()).not.to.equal(newEventSecret());
    expect(sampleOf('https://desk.example/shops/my-shop/events')).to.contain(
      "fetch('https://desk.example/shops/my-shop/events'",
    );
  });
});
