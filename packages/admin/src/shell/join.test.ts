import { expect } from '@open-wc/testing';
import { createPanelDesk } from '../testing/panel-desk.ts';
import {
  afterEach,
  cleanPage,
  control,
  describe,
  field,
  fill,
  it,
  newPanel,
  objections,
  openPanel,
  press,
  reads,
  shows,
  until,
} from '../testing/page.ts';

const PASSWORD = 'granite ladder orchid seventeen';

async function invited(locale: 'zh-CN' | 'en' = 'en') {
  cleanPage();
  const desk = await createPanelDesk();
  const admin = await desk.staff('Ada', ['AD']);
  const { token, userId } = await desk.desk
    .as(admin)
    .access.inviteStaff({ name: 'Li Na', email: 'li.na@example.com', preset: 'AGENT' });
  const panel = newPanel(desk, locale);
  location.hash = `/join/${token}`;
  document.body.append(panel);
  await shows('desk-admin-join');
  return { desk, token, userId, admin };
}

describe('a link that an administrator made', () => {
  afterEach(cleanPage);

  it('lets somebody choose a password and begins with the first page of their role', async () => {
    await invited();
    await reads('Welcome, Li Na');
    expect((await field('You sign in with')).value).to.equal('li.na@example.com');
    expect(await objections()).to.deep.equal([]);
    await fill('New password', 'short');
    await press('Save and begin');
    await until(async () => (await field('New password')).getAttribute('aria-invalid') === 'true');
    await fill('New password', PASSWORD);
    await press('Save and begin');
    await shows('desk-admin-inbox');
    expect(location.hash).to.equal('#/');
  });

  it('speaks Chinese', async () => {
    await invited('zh-CN');
    await reads('欢迎，Li Na');
    await fill('新密码', PASSWORD);
    await press('保存并开始');
    await shows('desk-admin-inbox');
  });

  it('that was used, or never was, says so and leads to the sign-in', async () => {
    const { desk, token } = await invited();
    // The page has looked at the link before it is used elsewhere.
    await field('New password');
    await desk.desk.as({ kind: 'anonymous', tenantId: '' }).access.redeemAccountLink({ token, password: PASSWORD });
    await fill('New password', PASSWORD);
    await press('Save and begin');
    await reads('This link has been used already.');
    await press('To the sign-in');
    await shows('desk-admin-sign-in');
    location.hash = '/join/never-was';
    await reads('This link is not valid.');
  });

  it('opened where somebody else is signed in says whom it signs out', async () => {
    const { desk, token } = await invited();
    const open = await openPanel({ roles: ['TL'], desk });
    open.go(`/join/${token}`);
    await reads('Agent-TL is signed in here and will be signed out.');
    await fill('New password', PASSWORD);
    await press('Save and begin');
    await control('Account of Li Na');
    await shows('desk-admin-inbox');
  });
});
