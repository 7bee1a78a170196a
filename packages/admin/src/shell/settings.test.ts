import { expect } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { defineAdminFeature } from '../desk/feature.ts';
import { standardAdminFeatures } from '../features/index.ts';
import { deskWithDraft } from '../testing/policy-draft.ts';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  isSeen,
  it,
  keys,
  objections,
  openPanel,
  press,
  readable,
  reads,
  shows,
  SIZES,
  until,
} from '../testing/page.ts';

const textsIn = (host: string, selector: string) =>
  all(host)
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll(selector) ?? [])])
    .filter(isSeen)
    .map((link) => link.textContent?.replace(/\s+/g, ' ').trim() ?? '');
/** What the rail offers. */
const rail = () => textsIn('desk-admin-frame', '.place');
/** What the list of the settings offers. */
const list = () => textsIn('desk-admin-settings', 'li a');
const current = () => textsIn('desk-admin-settings', '[aria-current]');
const shown = () => location.hash.slice(1);

class AcmeTill extends LitElement {
  override render() {
    return html`<h1>Tills</h1>`;
  }
}
const till = defineAdminFeature({
  name: 'till',
  pages: [
    {
      path: 'tills',
      title: { en: 'Tills', zh: '收银台' },
      tag: 'acme-till',
      load: async () => customElements.get('acme-till') ?? customElements.define('acme-till', AcmeTill),
      nav: { order: 10, icon: 'shop', area: { name: 'till', title: { en: 'In the shop', zh: '门店' }, order: 15 } },
    },
    {
      path: 'receipts',
      title: { en: 'Receipts', zh: '小票' },
      tag: 'acme-till',
      load: async () => customElements.get('acme-till') ?? customElements.define('acme-till', AcmeTill),
      allow: 'till.read',
      nav: { order: 20, icon: 'receipt', area: 'people' },
    },
  ],
  landings: [
    { path: '/receipts', order: 1 },
    { path: '/tills', order: 2, allow: 'shift.plan' },
  ],
});

describe('the settings', () => {
  afterEach(cleanPage);

  it('are one place of the rail, which stays as it is while one goes through their own list', async () => {
    await openPanel({ roles: ['AD', 'MG'], path: '/inbox' });
    await until(() => rail().includes('Settings'));
    const before = rail();
    expect(before).not.to.include.members(['Stores', 'Staff', 'Data']);
    expect(list()).to.deep.equal([]);
    await press('Settings');
    // Where there is room for both, the first page is there at once.
    await shows('desk-admin-stores');
    expect(list()).to.include.members(['Stores', 'First hour', 'Staff', 'Permissions', 'Policies', 'Audit trail']);
    for (const name of ['Staff', 'Policies', 'Audit trail']) {
      await press(name);
      await until(() => current().includes(name));
      expect(rail(), name).to.deep.equal(before);
    }
    expect(textsIn('desk-admin-frame', '[aria-current]')).to.deep.equal(['Settings']);
    expect(await objections()).to.deep.equal([]);
    await press('Inbox');
    await shows('desk-admin-inbox');
    expect(list()).to.deep.equal([]);
  });

  it('keep their list beside a page that lies below one of theirs', async () => {
    const { desk, go } = await openPanel({ roles: ['AD'], path: '/stores' });
    await shows('desk-admin-settings');
    go(`/stores/${desk.store.id}`);
    await shows('desk-admin-store');
    expect(current()).to.deep.equal(['Stores']);
  });

  it('have in their list only what a person may use', async () => {
    await openPanel({ roles: ['WH'], path: '/stores' });
    await until(() => list().includes('Stores'));
    expect(list()).not.to.include.members(['Audit trail']);
    expect(list()).not.to.include.members(['Policies']);
    expect(list()).not.to.include.members(['First hour']);
  });

  it('keep the raw data out of the way, under a heading that is closed until somebody opens it', async () => {
    const { go } = await openPanel({ roles: ['AD'], path: '/stores' });
    await until(() => list().includes('Stores'));
    expect(list()).not.to.include('Data');
    await press('Developer');
    await until(() => list().includes('Data'));
    go('/records');
    await shows('desk-admin-records');
    expect(current()).to.deep.equal(['Data']);
  });

  it('are a page of their own on a phone, with one way back to it', async () => {
    await openPanel({ roles: ['AD'], path: '/settings', size: SIZES.phone, locale: 'zh-CN' });
    await until(() => list().includes('店铺'));
    expect(
      all('h1')
        .filter(isSeen)
        .map((heading) => heading.textContent),
    ).to.deep.equal(['设置']);
    expect(await objections()).to.deep.equal([]);
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    await press('员工');
    await shows('desk-admin-record-list');
    expect(list()).to.deep.equal([]);
    await (await control('设置')).click();
    await until(() => list().includes('店铺'));
    expect(shown()).to.equal('/settings');
  });

  it('work by keyboard', async () => {
    await openPanel({ roles: ['AD'], path: '/stores' });
    const staff = await control('Staff');
    staff.focus();
    await keys('Enter');
    await shows('desk-admin-record-list');
    await until(() => all('main').some((main) => main.matches(':focus')), 'the page has the focus');
    await keys('Control+k');
    await shows('[role="combobox"]');
    await keys('a', 'u', 'd', 'i', 't', 'Enter');
    await shows('desk-admin-audit');
  });

  it('are open to features of others, with parts of their own', async () => {
    await openPanel({ roles: ['TL'], path: '/inbox', features: [...standardAdminFeatures, till] });
    await press('Settings');
    await until(() => list().includes('Tills'));
    expect(textsIn('desk-admin-settings', 'h2')).to.include('In the shop');
    expect(list(), 'without its permission').not.to.include('Receipts');
    await press('Tills');
    await reads('Tills');
  });
});

describe('where somebody begins', () => {
  afterEach(cleanPage);

  it('is with the refunds to pay for finance, and says so when there are none', async () => {
    await openPanel({ roles: ['FN'] });
    await shows('desk-admin-case-list');
    await reads('No refunds to pay');
  });

  it('is the service report for a director, with the policies that wait for their approval', async () => {
    await openPanel({ roles: ['OD'] });
    await reads('No conversations in this week');
    expect(readable()).not.to.contain('Policies waiting for approval');
    const { desk, id } = await deskWithDraft();
    const lead = await desk.staff('Lead', ['SV']);
    await desk.desk.as(lead).policies.submitPolicy({ id });
    await openPanel({ roles: ['OD'], desk });
    await shows('desk-admin-service-report');
    await reads('Policies waiting for approval');
    await reads('Submitted by');
  });

  it('is the first hour for an owner until it is put away, and then the service report', async () => {
    await openPanel({ roles: ['AD', 'MG'] });
    await reads('0 of 7 done');
    await press('Put this page away');
    await shows('desk-admin-service-report');
  });

  it('is the first hour for an administrator who serves nobody, and then the stores', async () => {
    await openPanel({ roles: ['AD'] });
    await reads('0 of 7 done');
    await press('Put this page away');
    await shows('desk-admin-stores');
  });

  it('is the inbox for who serves customers, and the first place of the rail for who has no landing', async () => {
    await openPanel({ roles: ['PA'] });
    await shows('desk-admin-inbox');
    await openPanel({ roles: ['FC'] });
    await shows('desk-admin-inbox');
    await openPanel({ roles: ['WH'] });
    await shows('desk-admin-case-list');
  });

  it('can be offered by a feature of others, for whoever has its permission', async () => {
    await openPanel({ roles: ['TL'], features: [...standardAdminFeatures, till] });
    await reads('Tills');
    await openPanel({ roles: ['PA'], features: [...standardAdminFeatures, till] });
    await shows('desk-admin-inbox');
  });
});
