import { expect } from '@open-wc/testing';
import {
  all,
  afterEach,
  cleanPage,
  control,
  describe,
  field,
  fill,
  isSeen,
  it,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  shows,
  until,
} from '../../testing/page.ts';
import { dayProblem, nextSpan, onAllDays, spansOf } from './hours.ts';
import { inkOn } from './look-preview.ts';
import { newSecret, SIGNING_SAMPLES } from './signing-samples.ts';
import { keyOf } from './store-dialog.ts';

async function section(name: string, roles: Parameters<typeof openPanel>[0] = { roles: ['AD'] }) {
  const open = await openPanel(roles);
  open.go(`/stores/${open.desk.store.id}/${name}`);
  await reads('S1');
  return open;
}
const settings = async (open: Awaited<ReturnType<typeof section>>) =>
  (await open.desk.loose.perform({ kind: 'system', tenantId: 'tenant-1', name: 'test' }, 'updateStore', {
    id: open.desk.store.id,
  })) as Record<string, unknown>;

describe('the settings of a store', () => {
  afterEach(cleanPage);

  it('are read only for who may not configure', async () => {
    await section('general', { roles: ['TL'] });
    await reads('Only administrators change store settings.');
    expect((await field('Name')).disabled).to.equal(true);
  });

  it('say which field is wrong and keep what was typed', async () => {
    await section('general');
    await fill('Time zone', 'Mars/Olympus');
    await press('Save');
    await reads('Not an IANA time zone.');
    expect((await field('Time zone')).value).to.equal('Mars/Olympus');
  });

  it('save service hours, copied to all days', async () => {
    const open = await section('hours');
    await press('Add hours on Monday');
    await press('Copy Monday to all days');
    await press('Save');
    await reads('Saved.');
    expect(((await settings(open))['serviceHours'] as unknown[]).length).to.equal(7);
  });

  it('refuse hours that end before they begin', async () => {
    await section('hours');
    await press('Add hours on Monday');
    await fill('Monday, To', '08:00');
    await reads('The end must be after the beginning.');
    expect((await control('Save')).getAttribute('aria-disabled')).to.equal('true');
  });

  it('show the widget as it will look, at every key', async () => {
    await section('look');
    await fill('Title (English)', 'Ask us anything');
    const preview = await shows('desk-admin-look-window');
    await until(() => readable(preview).includes('Ask us anything'));
    const input = all<HTMLInputElement>('#colour').find(isSeen) as HTMLInputElement;
    input.value = '#ffe066';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await until(
      () => getComputedStyle(preview).getPropertyValue('--desk-on-look') === '#000',
      'the text on a light colour is black',
    );
  });

  it('give the snippet with the store’s key', async () => {
    await section('embed');
    await reads('data-store="store-1"');
    expect(readable()).to.contain('/widget.js');
  });

  it('say beside the snippet where it was seen, and let that page in', async () => {
    const { desk } = await section('embed');
    await reads('Not seen anywhere yet.');
    await desk.desk.perform(desk.system, 'noteWidgetSeen', {
      storeId: desk.store.id,
      origin: 'https://shop.example',
      admitted: false,
    });
    await reads('on https://shop.example, but that page is not allowed to use the chat.');
    await press('Allow https://shop.example');
    await reads('Open the page');
  });

  it('complete a page that may embed the widget, and mark the one that is no web address', async () => {
    const open = await section('embed');
    const chips = () =>
      all('.chip')
        .filter(isSeen)
        .map((chip) => readable(chip).trim());
    await fill('Allowed origins', 'Shop.example/cart/');
    await press('Add');
    await until(() => chips().join() === 'https://shop.example', 'it is completed');
    await fill('Allowed origins', 'me@shop.example');
    await press('Add');
    await press('Save');
    await reads('me@shop.example: Not a web address.');
    expect(
      all('.chip.danger')
        .filter(isSeen)
        .map((chip) => readable(chip).trim()),
    ).to.deep.equal(['me@shop.example']);
    expect((await settings(open))['allowedOrigins']).to.deep.equal([]);
    await press('Remove me@shop.example');
    await press('Save');
    await reads('Saved.');
    expect((await settings(open))['allowedOrigins']).to.deep.equal(['https://shop.example']);
  });

  it('show the secret of a new identity key once, with code that signs', async () => {
    const open = await section('identity');
    await reads('No keys yet');
    await press('Add a key');
    await pressInDialog('Add a key');
    await reads('Copy it now');
    const secret = all('pre')
      .map((pre) => pre.textContent ?? '')
      .find((text) => /^[\w-]{43}$/.test(text));
    expect(secret).not.to.equal(undefined);
    await reads(".setAudience('store-1')");
    await press('I have copied the secret');
    await until(() => !readable().includes(secret ?? '?'), 'the secret is gone');
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain(secret ?? '?');
    await reads('Valid');
    await press('Revoke');
    await pressInDialog('Revoke');
    await reads('is revoked');
    expect(open.desk.network.calls).to.contain('revokeIdentityKey');
  });

  it('begin with a name and a key made of it', async () => {
    await openPanel({ roles: ['AD'], path: '/stores' });
    await press('Add a store');
    await fill('Name', 'Blue Heron Shop');
    await until(async () => (await field('Store key')).value === 'blue-heron-shop');
    await pressInDialog('Add a store');
    await until(() => location.hash.includes('/stores/'), 'the new store is open');
  });
});

describe('the rules of the settings', () => {
  it('reckon hours as half-open spans', () => {
    const hours = [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '12:00', to: '18:00' },
    ];
    expect(dayProblem(hours, 1)).to.equal(undefined);
    expect(dayProblem([...hours, { weekday: 1, from: '11:00', to: '13:00' }], 1)).to.equal('overlap');
    expect(dayProblem([{ weekday: 1, from: '10:00', to: '10:00' }], 1)).to.equal('wrongSpan');
    expect(nextSpan(hours, 1)).to.deep.equal({ weekday: 1, from: '18:00', to: '24:00' });
    expect(spansOf(onAllDays(hours, 1), 7).length).to.equal(2);
  });

  it('choose readable text on any colour', () => {
    expect([inkOn('#000000'), inkOn('#ffffff'), inkOn('#0f766e'), inkOn('#ffe066')]).to.deep.equal([
      '#fff',
      '#000',
      '#fff',
      '#000',
    ]);
  });

  it('make a key of 256 bits that never repeats', () => {
    expect(newSecret()).to.match(/^[\w-]{43}$/);
    expect(newSecret()).not.to.equal(newSecret());
  });

  it('name key, audience and issuer in every sample', () => {
    for (const sample of Object.values(SIGNING_SAMPLES)) {
      const code = sample({ kid: 'kid-1', audience: 'store-1', issuer: 'shop-1' });
      for (const part of ['kid-1', 'store-1', 'shop-1', 'SHOPDESK_SECRET']) expect(code).to.contain(part);
    }
  });

  it('make a store key of a name', () => {
    expect([keyOf('Blue Heron'), keyOf('Café & Thé'), keyOf('蓝鹭')]).to.deep.equal(['blue-heron', 'cafe-the', '']);
  });
});
