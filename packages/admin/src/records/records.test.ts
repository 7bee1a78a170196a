import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  field,
  fill,
  isSeen,
  it,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  SIZES,
  until,
} from '../testing/page.ts';
import { unwrapped } from './description.ts';
import { at, fromLocalInput, initialValue, toLocalInput, withAt } from './form-value.ts';
import { inWords, manyOf, valueName } from './names.ts';
import { Language } from '../kit/language.ts';

describe('generic pages', () => {
  afterEach(cleanPage);

  it('list what has no page of its own', async () => {
    await openPanel({ roles: ['AD'], path: '/records' });
    await reads('All data');
    await reads('Identity keys');
    expect(all('desk-admin-records a').map((link) => link.textContent?.trim())).not.to.include('Store');
  });

  it('name what the desk keeps in the plural, with how many there are of each', async () => {
    const open = await openPanel({ roles: ['AD', 'MG'], path: '/customers' });
    await open.desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'addIdentityKey', {
      storeId: open.desk.store.id,
      kid: 'key-1',
      algorithm: 'HS256',
      material: 'x'.repeat(32),
    });
    open.go('/records');
    await reads('Identity keys 1');
    await reads('Customer identities 0');
  });

  for (const [en, many] of [
    ['Customer identity', 'Customer identities'],
    ['Use of a marked term', 'Uses of a marked term'],
    ['Page with the chat', 'Pages with the chat'],
    ['Order messages', 'Order messages'],
    ['Product knowledge', 'Product knowledge'],
    ['Process', 'Processes'],
    ['Policy replay', 'Policy replays'],
  ] as const)
    it(`say ${en} as ${many} where there are many`, () => {
      expect(manyOf({ en, zh: '词' })).to.deep.equal({ en: many, zh: '词' });
    });

  it('list rows with the names behind ids, filtered and ordered as the entity says', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/records/Conversation' });
    await reads('Nothing here yet');
    const shopper = await open.desk.shopper('lily');
    await open.desk.desk.as(shopper).conversations.openConversation({});
    open.go('/records/Conversation?state=QUEUED');
    await reads('lily');
    await reads('S1');
    const state = await field<HTMLSelectElement>('State');
    expect(state.value).to.equal('QUEUED');
    state.value = 'CLOSED';
    state.dispatchEvent(new Event('change'));
    await reads('Nothing matches these filters');
    expect(location.hash).to.contain('state=CLOSED');
  });

  it('give the name of a field on a phone as many lines as it needs', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/customers' });
    await setViewport({ width: 390, height: 844 });
    await open.desk.shopper('lily');
    open.go('/customers?order=NAME_ASC');
    await reads('lily');
    const heightOf = (label: string) => all(`td[data-label="${label}"]`)[0]?.getBoundingClientRect().height ?? 0;
    await until(() => heightOf('Store') > 0, 'the row is shown');
    expect(heightOf('Verified by the shop')).to.be.greaterThan(heightOf('Store') + 8);
    await setViewport({ width: 1280, height: 800 });
  });

  it('show one row with its actions, and why one is not possible now', async () => {
    const open = await openPanel({ roles: ['AD'] });
    const key = (await open.desk.loose.perform(
      { kind: 'system', tenantId: 'tenant-1', name: 'test' },
      'addIdentityKey',
      { storeId: open.desk.store.id, kid: 'key-1', algorithm: 'HS256', material: 'x'.repeat(32) },
    )) as { id: string };
    open.go(`/records/IdentityKey/${key.id}`);
    await reads('key-1');
    await press('Revoke an identity key');
    await pressInDialog('Revoke an identity key');
    await reads('Done: Revoke an identity key.');
    expect(open.desk.network.calls).to.contain('performAction');
  });

  it('draw the form of an action from its input and put refusals at their fields', async () => {
    const open = await openPanel({ roles: ['AD'], path: '/records/IdentityKey' });
    await press('Add an identity key');
    await fill('Key id', 'from-form');
    await fill('Secret or public key', 'too short');
    const algorithm = await field<HTMLSelectElement>('Algorithm');
    algorithm.value = 'HS256';
    algorithm.dispatchEvent(new Event('change'));
    await fill('Store', 'S1');
    await until(
      () => all('[role="option"]').some((option) => option.textContent?.includes('S1')),
      'the store is found',
    );
    all('[role="option"]')
      .find((option) => option.textContent?.includes('S1'))
      ?.click();
    await pressInDialog('Add an identity key');
    await reads('At least 256 bits.');
    expect((await field('Key id')).value).to.equal('from-form');
    await fill('Secret or public key', 'long enough to be a secret of 256 bits');
    await pressInDialog('Add an identity key');
    await reads('Done: Add an identity key.');
    await until(() => readable().includes('from-form'));
    expect(open.desk.network.calls.filter((name) => name === 'performAction').length).to.equal(2);
  });

  it('offer with several rows what can be done with all of them, and report each by itself', async () => {
    const open = await openPanel({ roles: ['AD'] });
    const add = (kid: string) =>
      open.desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'addIdentityKey', {
        storeId: open.desk.store.id,
        kid,
        algorithm: 'HS256',
        material: 'x'.repeat(32),
      });
    await add('key-1');
    await add('key-2');
    open.go('/records/IdentityKey');
    (await field('Select key-1')).click();
    (await field('Select key-2')).click();
    await reads('2 selected');
    await press('Revoke an identity key');
    await pressInDialog('Revoke an identity key');
    await reads('Revoke an identity key: 2 done.');
    expect(open.desk.network.calls.filter((name) => name === 'performAction').length).to.equal(2);
  });

  it('keep a list as a view under a name, and find it again at the head of the list', async () => {
    const open = await openPanel({ roles: ['SV'], path: '/customers?verified=true' });
    await press('Save this view');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await fill('Name', 'Known to the shop');
    await pressInDialog('Save the view');
    await reads('Known to the shop');
    open.go('/customers');
    await press('Known to the shop');
    await until(() => location.hash.includes('verified=true'), 'the view leads to its address');
    await press('Remove the view “Known to the shop”');
    await until(() => !readable().includes('Known to the shop'), 'the view is gone');
  });

  it('put one leading action beside the title of a row, and what was done with it at the side', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const shopper = await open.desk.shopper('lily');
    const { id } = await open.desk.desk.as(shopper).conversations.openConversation({});
    open.go(`/records/Conversation/${id}`);
    await reads('lily');
    await until(() => all('.head .primary').length === 1, 'one button leads on');
    await reads('History');
    expect(await objections()).to.deep.equal([]);
  });

  for (const [locale, size] of [
    ['en', SIZES.desktop],
    ['zh-CN', SIZES.phone],
  ] as const)
    it(`are clean for axe in ${locale}, full, empty, and in a dialog`, async () => {
      const open = await openPanel({ roles: ['AD'], locale, size });
      await open.desk.staff('Bob', ['PA']);
      open.go('/staff');
      await reads('Bob');
      expect(await objections()).to.deep.equal([]);
      open.go('/staff?q=nobody');
      await until(() => all('.state').some(isSeen), 'nothing is found');
      expect(await objections()).to.deep.equal([]);
      open.go('/records/IdentityKey');
      await press(locale === 'en' ? 'Add an identity key' : '添加身份签名密钥');
      await until(() => all('dialog:modal').length > 0, 'the dialog is open');
      expect(await objections()).to.deep.equal([]);
    });

  it('draw lists, nested objects and numbers', async () => {
    const open = await openPanel({ roles: ['AD'] });
    open.go(`/records/Store/${open.desk.store.id}`);
    await press('Change store settings');
    await fill('Name', 'Renamed');
    await until(() => all('textarea').length > 0);
    const greeting = all<HTMLTextAreaElement>('textarea').find(({ id }) => id === 'field-look-greeting-en');
    expect(greeting?.value).to.contain('Hello');
    await press('Add');
    await pressInDialog('Change store settings');
    await until(() => all('[aria-invalid="true"]').length > 0 || readable().includes('Done'), 'it was answered');
    await press('Remove');
    await pressInDialog('Change store settings');
    await reads('Done: Change store settings.');
    await reads('Renamed');
  });
});

describe('the value of a form', () => {
  it('is read and changed by paths', () => {
    const value = { look: { title: { en: 'A' } }, hours: [{ from: '09:00' }, { from: '10:00' }] };
    expect(at(value, ['hours', 1, 'from'])).to.equal('10:00');
    expect(withAt(value, ['look', 'title', 'en'], 'B')).to.deep.equal({ ...value, look: { title: { en: 'B' } } });
    expect(withAt(value, ['hours', 0], undefined)).to.deep.equal({ ...value, hours: [{ from: '10:00' }] });
    expect(withAt({ a: 1 }, ['a'], undefined)).to.deep.equal({});
  });

  it('begins with defaults, and with false for switches that must be set', () => {
    const schema = {
      type: 'object',
      required: ['on', 'list'],
      properties: {
        on: { type: 'boolean' },
        list: { type: 'array' },
        size: { type: 'integer', default: 5 },
        note: { type: 'string' },
      },
    };
    expect(initialValue(schema)).to.deep.equal({ on: false, list: [], size: 5 });
  });

  it('keeps instants through the field of this device', () => {
    const instant = '2025-03-10T01:02:00.000Z';
    expect(fromLocalInput(toLocalInput(instant))).to.equal(instant);
    expect(fromLocalInput('')).to.equal(undefined);
  });

  it('sees through “or null”', () => {
    expect(unwrapped({ anyOf: [{ type: 'string' }, { type: 'null' }] })).to.deep.equal({
      inner: { type: 'string' },
      nullable: true,
    });
  });

  it('names what no dictionary knows in words', () => {
    expect(inWords('lastMessageAt')).to.equal('Last message at');
    const english = new Language('en', {
      ConversationState: { QUEUED: 'Waiting', OFFLINE: 'Offline message' },
      Presence: { OFFLINE: 'Offline' },
    });
    expect([
      valueName('QUEUED', english, 'ConversationState'),
      valueName('OFFLINE', english, 'ConversationState'),
      valueName('OFFLINE', english, 'Presence'),
      valueName('NEW_THING', english, 'Presence'),
      valueName('NEW_THING', english),
    ]).to.deep.equal(['Waiting', 'Offline message', 'Offline', 'New thing', 'New thing']);
  });
});
