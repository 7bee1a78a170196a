import { expect } from '@open-wc/testing';
import { User } from '@shopdesk/core';
import {
  afterEach,
  all,
  cleanPage,
  control,
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
import { suggestPassword } from '../../kit/password-field.ts';

const choose = async (label: string, value: string) => {
  const select = await field<HTMLSelectElement>(label);
  select.value = value;
  select.dispatchEvent(new Event('change'));
};

describe('the staff page', () => {
  afterEach(cleanPage);

  it('lists people with their roles and filters them', async () => {
    const open = await openPanel({ roles: ['AD'], path: '/staff' });
    await open.desk.staff('Bob', ['PA']);
    open.go('/stores');
    open.go('/staff');
    await reads('Bob');
    await choose('Roles', 'PA');
    await until(() => !readable().includes('agent-ad@example.com'), 'only agents are shown');
    await fill('Name, Work number', 'nobody');
    await reads('Nothing matches these filters');
  });

  it('invites somebody by name, e-mail and one of four roles, and shows the link once', async () => {
    const open = await openPanel({ roles: ['AD'], path: '/staff' });
    await press('Invite somebody');
    await fill('Name', 'Li Na');
    await fill('E-mail', 'agent-ad@example.com');
    await press('Make the invitation');
    await until(async () => (await field('E-mail')).getAttribute('aria-invalid') === 'true', 'the address is taken');
    await fill('E-mail', 'li.na@example.com');
    (await field('LeadServes customers and leads those who do.')).click();
    await press('Make the invitation');
    await reads('Send this link to Li Na only');
    const shown = all('desk-admin-copy').map((copy) => readable(copy.shadowRoot?.querySelector('pre') ?? copy));
    expect(shown[0]).to.match(/#\/join\/[\w-]+$/);
    await press('Done');
    await until(() => all('tbody tr').length === 2);
    const [li] = await open.desk.desk.read(open.desk.system).all(User, { where: { email: 'li.na@example.com' } });
    expect([li?.roles, li?.invited, li?.agentNo]).to.deep.equal([['TL'], true, '2']);
    await reads('Invited');
  });

  it('shows every field problem of an invitation at its field, also in the folded part', async () => {
    await openPanel({ roles: ['AD'], path: '/staff' });
    await press('Invite somebody');
    await pressInDialog('Make the invitation');
    await until(() => all('[aria-invalid="true"]').length >= 2, 'name and e-mail are marked');
    await press('Stores and work number');
    await fill('Work number', 'no such number!');
    await press('Stores and work number');
    await press('Make the invitation');
    await until(async () => (await field('Work number')).getAttribute('aria-invalid') === 'true', 'it is unfolded');
  });

  it('makes a link for somebody who has forgotten their password', async () => {
    const open = await openPanel({ roles: ['AD'] });
    await open.desk.staff('Bob', ['PA']);
    open.go('/staff');
    await press('Actions for Bob');
    await press('Make a sign-in link');
    await reads('For when Bob has forgotten their password.');
    await press('Make the link');
    await reads('It is not shown again');
  });

  it('lets an agent serve customers by a tick that goes with the roles, and takes skills from a list', async () => {
    const open = await openPanel({ roles: ['AD'] });
    await open.desk.staff('Bob', ['WH'], { mayServe: false, presence: 'OFFLINE' });
    open.go('/staff');
    const change = async () => {
      await press('Actions for Bob');
      await press('Change');
      await field('May serve customers');
    };
    const skillsOf = async () =>
      (await open.desk.desk.read(open.desk.system).all(User, { where: { agentNo: 'Bob' } }))[0]?.skills;
    await change();
    expect((await field('May serve customers')).checked).to.equal(false);
    (await field('Pre-sale agent')).click();
    await until(async () => (await field('May serve customers')).checked, 'an agent’s role brings the tick');
    (await field('Phone')).click();
    await press('Save');
    await reads('Saved.');
    expect(await skillsOf()).to.deep.equal(['LIVE', 'VOICE']);
    await change();
    (await field('May serve customers')).click();
    await press('Save');
    await until(async () => String(await skillsOf()) === 'VOICE', 'the right is taken');
  });

  it('changes and deactivates, but not oneself', async () => {
    const open = await openPanel({ roles: ['AD'] });
    await open.desk.staff('Bob', ['PA']);
    open.go('/staff');
    await press('Actions for Bob');
    await press('Deactivate');
    await pressInDialog('Deactivate');
    await reads('Done: Deactivate.');
    await press('Actions for Agent-AD');
    await press('Deactivate');
    await pressInDialog('Deactivate');
    await reads('You cannot take away your own administration.');
  });

  it('sets a password that is long enough', async () => {
    const open = await openPanel({ roles: ['AD'] });
    await open.desk.staff('Bob', ['PA']);
    open.go('/staff');
    await press('Actions for Bob');
    await press('Set password');
    await fill('Password', 'short');
    await pressInDialog('Set password');
    await until(async () => (await field('Password')).getAttribute('aria-invalid') === 'true');
    await fill('Password', 'long enough now');
    await pressInDialog('Set password');
    await reads('Done: Set password.');
  });

  it('asks for a reason to change somebody else’s status', async () => {
    const open = await openPanel({ roles: ['TL'] });
    await open.desk.staff('Bob', ['PA']);
    open.go('/staff');
    await press('Actions for Bob');
    await press('Set status');
    await until(() => all('dialog:modal').length > 0, 'the dialog is open');
    await choose('Status', 'AWAY');
    await pressInDialog('Set status');
    await reads('Required');
    await fill('Reason', 'Forgot to sign out');
    await pressInDialog('Set status');
    await reads('Away');
  });

  it('offers no changes to who may not manage, but one’s own status', async () => {
    await openPanel({ roles: ['PA'], path: '/staff' });
    await reads('a***@example.com');
    expect(readable()).not.to.contain('Invite somebody');
    await press('Actions for Agent-PA');
    await control('Set status');
    for (const other of ['Change', 'Set password', 'Deactivate']) expect(readable()).not.to.contain(other);
  });

  it('suggests passwords without letters that look alike', () => {
    const suggested = suggestPassword();
    expect(suggested).to.match(/^[a-zA-Z3479]{16}$/);
    expect(suggested).not.to.match(/[0O1lI5S8B2Z]/);
  });
});

describe('the permission matrix', () => {
  afterEach(cleanPage);

  it('changes a permission after it was confirmed, and can go back', async () => {
    const open = await openPanel({ roles: ['AD'], path: '/permissions' });
    const label = 'Shift lead: Configure stores';
    (await field(label)).click();
    await reads('gets the permission “Configure stores”');
    await press('Change permission');
    await reads('The permission is changed.');
    expect((await field(label)).checked).to.equal(true);
    await reads('Differs from the default');
    await press('Back to default');
    await press('Change permission');
    await until(() => !readable().includes('Differs from the default'));
    expect(open.desk.network.calls.filter((name) => name === 'setPermissionRoles').length).to.equal(2);
  });

  it('compares the roles that most shops have, and others as one chooses them; codes are for who looks closer', async () => {
    await openPanel({ roles: ['AD'], path: '/permissions' });
    await field('Shift lead: Configure stores');
    const heads = () => all('thead th').map(({ textContent }) => textContent);
    expect(heads().slice(1)).to.have.length(6);
    expect(heads()).not.to.include('Finance');
    expect(readable()).not.to.contain('store.configure');
    all<HTMLElement>('summary')
      .find((summary) => readable(summary).includes('Roles shown: 6 of 17'))
      ?.click();
    (await field('Finance')).click();
    await until(() => heads().includes('Finance'), 'the column is there');
    expect(all('tbody th').some(({ title }) => title === 'store.configure')).to.equal(true);
  });

  it('leaves the box as it is when one does not confirm', async () => {
    await openPanel({ roles: ['AD'], path: '/permissions' });
    const label = 'Shift lead: Configure stores';
    (await field(label)).click();
    await press('Close');
    await until(async () => !(await field(label)).checked, 'the box is not ticked');
  });

  it('shows the desk’s refusal', async () => {
    await openPanel({ roles: ['AD'], path: '/permissions' });
    (await field('Administrator: Manage staff and permissions')).click();
    await press('Change permission');
    await reads('You cannot take away your own administration.');
  });

  it('names every permission in the reader’s language', async () => {
    await openPanel({ roles: ['AD'], locale: 'zh-CN', path: '/permissions' });
    await reads('查看政策');
    const names = all('tbody th').map(({ textContent }) => textContent?.replace(/[\w.]+\s*$/, '').trim() ?? '');
    expect(names.length).to.be.greaterThan(50);
    expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).to.deep.equal([]);
  });

  it('is read only for others', async () => {
    await openPanel({ roles: ['TL'], path: '/permissions' });
    await reads('Only administrators change permissions.');
    expect((await field('Shift lead: Configure stores')).disabled).to.equal(true);
    expect((await control('Permissions')).isConnected).to.equal(true);
  });
});
