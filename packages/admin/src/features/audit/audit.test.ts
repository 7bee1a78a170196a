import { expect } from '@open-wc/testing';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  it,
  openPanel,
  press,
  readable,
  reads,
  until,
} from '../../testing/page.ts';
import { auditFilter } from './data.ts';

describe('the audit trail', () => {
  afterEach(cleanPage);

  it('says who did what, and what it changed', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const bob = await open.desk.staff('Bob', ['AD']);
    await open.desk.desk.as(bob).access.updateStore({ id: open.desk.store.id, name: 'New name' });
    open.go('/audit');
    await reads('Change store settings');
    expect(readable()).to.contain('Bob (Bob)');
    await press('Details of Bob (Bob): Change store settings');
    await reads('New name');
    expect(readable()).to.contain('S1');
    expect((await control('Details of Bob (Bob): Change store settings')).getAttribute('aria-expanded')).to.equal(
      'true',
    );
  });

  it('says in words who got a permission', async () => {
    const open = await openPanel({ roles: ['SV'], locale: 'zh-CN' });
    const bob = await open.desk.staff('Bob', ['AD']);
    await open.desk.desk.as(bob).access.setPermissionRoles({ permission: 'policy.draft', roles: ['MG', 'TL'] });
    open.go('/audit');
    await press('Bob (Bob)：设置权限角色 的详情');
    await reads('起草与校验政策：客服经理、班长');
  });

  it('filters by entity and keeps the filter in the address', async () => {
    await openPanel({ roles: ['SV'], path: '/audit?by=all' });
    await reads('Create a store');
    const entity = await field<HTMLSelectElement>('Entity');
    await until(() => entity.options.length > 2, 'the entities are known');
    entity.value = 'Store';
    entity.dispatchEvent(new Event('change'));
    await until(() => all('tbody tr').length === 1 && readable().includes('Create a store'));
    expect(location.hash).to.equal('#/audit?by=all&entity=Store');
  });

  it('shows what people did, as a sentence, until one asks for timers and bots too', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const bob = await open.desk.staff('Bob', ['AD']);
    await open.desk.desk.as(bob).access.updateStore({ id: open.desk.store.id, name: 'New name' });
    open.go('/audit');
    await reads('Bob (Bob): Change store settings');
    expect(readable(), 'what the desk did by itself').not.to.contain('Create a store');
    const by = await field<HTMLSelectElement>('Done by');
    by.value = 'all';
    by.dispatchEvent(new Event('change'));
    await reads('Create a store');
    expect(location.hash).to.equal('#/audit?by=all');
  });

  it('says who signed in, and not that nobody did', async () => {
    const open = await openPanel({ roles: ['SV'] });
    await open.desk.signedIn('Ying', ['PA']);
    open.go('/audit');
    await reads('Ying: Sign in');
    expect(readable()).not.to.contain('Not signed in:');
  });

  it('stands beside a conversation', async () => {
    const open = await openPanel({ roles: ['SV'] });
    const shopper = await open.desk.shopper('lily');
    const { id } = await open.desk.desk.as(shopper).conversations.openConversation({});
    open.go(`/inbox/queue/${id}`);
    await control('Take');
    const summary = () => all('summary').find(({ textContent }) => textContent === 'Audit trail');
    await until(summary);
    summary()?.click();
    await reads('Open a conversation');
  });

  it('is not offered to who may not read it', async () => {
    await openPanel({ roles: ['PA'], path: '/audit' });
    await reads('You have no access to this page');
    expect(all('nav a').some((link) => link.textContent?.includes('Audit'))).to.equal(false);
  });

  it('reckons days of this device as half-open', () => {
    const { at } = auditFilter(new URLSearchParams('from=2025-03-10&to=2025-03-10')) as {
      at: { gte: string; lt: string };
    };
    expect(Date.parse(at.lt) - Date.parse(at.gte)).to.equal(24 * 3600 * 1000);
  });
});
