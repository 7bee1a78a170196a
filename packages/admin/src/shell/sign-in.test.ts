import { expect } from '@open-wc/testing';
import { createPanelDesk } from '../testing/panel-desk.ts';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  field,
  fill,
  it,
  keys,
  newPanel,
  objections,
  openPanel,
  press,
  pressInDialog,
  readable,
  reads,
  shows,
  until,
} from '../testing/page.ts';

async function signInPage(locale: 'zh-CN' | 'en' = 'en') {
  cleanPage();
  const desk = await createPanelDesk();
  await desk.staff('Lucy', ['TL']);
  const panel = newPanel(desk, locale);
  document.body.append(panel);
  await shows('desk-admin-sign-in');
  return { desk, panel };
}

describe('signing in', () => {
  afterEach(cleanPage);

  it('leads to the first page of the role', async () => {
    await signInPage();
    await fill('E-mail', 'Lucy@example.com');
    await fill('Password', 'long enough');
    await press('Sign in');
    await shows('desk-admin-inbox');
  });

  it('says that e-mail or password is wrong and keeps the e-mail', async () => {
    await signInPage();
    await fill('E-mail', 'lucy@example.com');
    await fill('Password', 'not this one');
    await press('Sign in');
    await reads('E-mail or password is wrong.');
    expect((await field('E-mail')).value).to.equal('lucy@example.com');
  });

  it('says that the desk cannot be reached', async () => {
    const { desk } = await signInPage();
    desk.network.down = true;
    await fill('E-mail', 'lucy@example.com');
    await fill('Password', 'long enough');
    await press('Sign in');
    await reads('The desk cannot be reached');
  });

  it('is made for password managers', async () => {
    await signInPage();
    expect((await field('E-mail')).autocomplete).to.equal('username');
    expect((await field('Password')).autocomplete).to.equal('current-password');
  });

  it('shows the password when asked', async () => {
    await signInPage();
    (await control('Show password')).click();
    await until(async () => (await field('Password')).type === 'text');
  });

  it('speaks the other language at once', async () => {
    await signInPage();
    (await control('Language')).click();
    await press('简体中文');
    await reads('登录 Shopdesk');
    expect(localStorage.getItem('shopdesk.panel.locale')).to.equal('zh-CN');
  });

  it('keeps the session only in this tab unless one asks to stay signed in', async () => {
    await signInPage();
    await fill('E-mail', 'lucy@example.com');
    await fill('Password', 'long enough');
    await press('Sign in');
    await shows('desk-admin-inbox');
    expect(sessionStorage.getItem('shopdesk.panel:')).to.contain('token');
    expect(localStorage.getItem('shopdesk.panel:')).to.equal(null);
  });

  for (const locale of ['en', 'zh-CN'] as const)
    it(`is clean for axe in ${locale}`, async () => {
      await signInPage(locale);
      expect(await objections()).to.deep.equal([]);
    });
});

describe('a session that ends', () => {
  afterEach(cleanPage);

  it('asks to sign in again over the page, so that nothing typed is lost', async () => {
    const { desk, userId } = await openPanel({ roles: ['AD'], path: '/staff' });
    await reads('Agent-AD');
    await press('Invite somebody');
    await fill('Name', 'Typed before');
    const helper = await desk.staff('Helper', ['AD']);
    await desk.desk.as(helper).access.setStaffPassword({ id: userId, password: 'another password' });
    await fill('E-mail', 'x1@example.com');
    await press('Make the invitation');
    await reads('Your session has ended');
    await fill('E-mail', 'agent-ad@example.com');
    await fill('Password', 'another password');
    await press('Sign in');
    await fill('New password', 'quiet violet harbour');
    await press('Save and sign in');
    await until(async () => (await field('Name')).value === 'Typed before');
  });

  for (const [locale, width] of [
    ['en', 1280],
    ['zh-CN', 390],
  ] as const)
    it(`shows its whole form in a window of 600 px height (${locale})`, async () => {
      const { desk, userId } = await openPanel({ roles: ['AD'], path: '/staff', locale, size: { width, height: 600 } });
      const helper = await desk.staff('Helper', ['AD']);
      await desk.desk.as(helper).access.endStaffSessions({ id: userId });
      dispatchEvent(new Event('online'));
      location.hash = '/stores';
      await until(
        () => all('dialog:modal').length === 1 && all('desk-admin-sign-in').length === 1,
        'the form is over the page',
      );
      const button = (): DOMRect | undefined =>
        all('desk-admin-sign-in')
          .flatMap((one) => all('button.primary', one.shadowRoot ?? one))
          .at(0)
          ?.getBoundingClientRect();
      await until(() => (button()?.height ?? 0) > 0, 'there is a button');
      const dialog = all('dialog:modal')[0]?.getBoundingClientRect();
      expect(button()?.bottom).to.be.at.most(dialog?.bottom ?? 0);
      const body = all('.body', all('dialog:modal')[0])[0];
      expect(body?.scrollHeight).to.be.at.most(body?.clientHeight ?? 0);
    });

  it('is left by signing out, which forgets the token', async () => {
    await openPanel();
    await press('Account of Agent-TL');
    await press('Sign out');
    await shows('desk-admin-sign-in');
    expect(sessionStorage.getItem('shopdesk.panel:')).to.equal(null);
  });
});

describe('a password that somebody else chose', () => {
  afterEach(cleanPage);

  for (const [locale, said] of [
    ['en', 'Choose one of your own to go on'],
    ['zh-CN', '请先设置您自己的密码'],
  ] as const)
    it(`is changed before anything else is shown (${locale})`, async () => {
      const { desk } = await signInPage(locale);
      const admin = await desk.staff('Boss', ['AD']);
      await desk.desk.as(admin).access.addStaff({
        name: 'New',
        agentNo: 'N1',
        email: 'n1@example.com',
        roles: ['TL'],
        password: 'temporary start 7',
      });
      const [email, password, signIn, chosen, save] =
        locale === 'en'
          ? ['E-mail', 'Password', 'Sign in', 'New password', 'Save and sign in']
          : ['邮箱', '密码', '登录', '新密码', '保存并登录'];
      await fill(email, 'n1@example.com');
      await fill(password, 'temporary start 7');
      await press(signIn);
      await reads(said);
      expect((await field(chosen)).autocomplete).to.equal('new-password');
      expect(await objections()).to.deep.equal([]);
      await fill(chosen, 'password12');
      await press(save);
      await until(
        async () => (await field(chosen)).getAttribute('aria-invalid') === 'true',
        'a guessable password is refused at its field',
      );
      expect(all('desk-admin-inbox')).to.have.length(0);
      await fill(chosen, 'quiet violet harbour');
      await press(save);
      await shows('desk-admin-inbox');
    });
});

describe('one’s own account', () => {
  afterEach(cleanPage);

  it('changes the password with the old one, and says why not at the field', async () => {
    const { desk } = await openPanel();
    await press('Account of Agent-TL');
    await press('Change password');
    await fill('Present password', 'not this one');
    await fill('New password', 'quiet violet harbour');
    await fill('New password again', 'quiet violet harbor');
    await pressInDialog('Change password');
    await reads('The two are not the same.');
    await fill('New password again', 'quiet violet harbour');
    await pressInDialog('Change password');
    await until(
      async () => (await field('Present password')).getAttribute('aria-invalid') === 'true',
      'the old password is refused at its field',
    );
    expect(await objections()).to.deep.equal([]);
    await fill('Present password', 'long enough');
    await pressInDialog('Change password');
    await reads('Your password is changed');
    const signIn = (password: string) =>
      desk.loose.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', { email: 'agent-tl@example.com', password });
    expect(await signIn('quiet violet harbour')).to.have.property('token');
  });

  it('has a name and languages that one changes oneself', async () => {
    await openPanel();
    await press('Account of Agent-TL');
    await press('My profile');
    await reads('You sign in with a***@example.com');
    expect(await objections()).to.deep.equal([]);
    await fill('Name', ' ');
    await pressInDialog('Save');
    await until(
      async () => (await field('Name')).getAttribute('aria-invalid') === 'true',
      'an empty name is refused at its field',
    );
    await fill('Name', 'Lucy Wang');
    await pressInDialog('Save');
    await reads('Your profile is saved.');
    await control('Account of Lucy Wang');
  });

  it('lists where one is signed in, and ends the others', async () => {
    const { desk } = await openPanel();
    const elsewhere = async (device: string) =>
      desk.loose.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', {
        email: 'agent-tl@example.com',
        password: 'long enough',
        device,
      });
    for (const device of ['Firefox · Linux', 'Safari · iPhone', 'Edge · Windows']) await elsewhere(device);
    await press('Account of Agent-TL');
    await press('My sign-ins');
    await reads('Safari · iPhone');
    await reads('This device');
    expect(await objections()).to.deep.equal([]);
    await press('Sign out: Safari · iPhone');
    await until(() => !readable().includes('Safari · iPhone'), 'the device is gone from the list');
    await press('Sign all other devices out');
    await until(
      () => !readable().includes('Firefox · Linux') && readable().includes('This device'),
      'only this device is left',
    );
  });

  it('is told of wrong passwords that somebody tried', async () => {
    const { desk } = await signInPage();
    const guess = () =>
      desk.loose
        .perform({ kind: 'anonymous', tenantId: '' }, 'signIn', { email: 'lucy@example.com', password: 'a guess' })
        .catch(() => undefined);
    await guess();
    await guess();
    await fill('E-mail', 'lucy@example.com');
    await fill('Password', 'long enough');
    await press('Sign in');
    await reads('2 wrong passwords were tried on your account');
  });
});

describe('a host with a sign-in of its own', () => {
  afterEach(cleanPage);

  it('gives the token, and no form is shown', async () => {
    cleanPage();
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    const panel = newPanel(desk);
    panel.getToken = async () => token;
    document.body.append(panel);
    await shows('desk-admin-inbox');
    expect(sessionStorage.length).to.equal(0);
  });

  it('may bring the token after the element is there', async () => {
    cleanPage();
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    const panel = newPanel(desk);
    document.body.append(panel);
    await shows('desk-admin-sign-in');
    panel.token = token;
    await shows('desk-admin-inbox');
  });

  it('keeps its own keys', async () => {
    cleanPage();
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    const button = Object.assign(document.createElement('button'), { textContent: 'Of the host' });
    document.body.append(button);
    const panel = newPanel(desk);
    panel.token = token;
    document.body.append(panel);
    await shows('desk-admin-inbox');
    button.focus();
    await keys('?', 'Control+k');
    expect(all('dialog:modal').length).to.equal(0);
    button.blur();
    await keys('?');
    await until(() => all('dialog:modal').length === 1, 'without a focus the keys are the panel’s');
    button.remove();
  });
});
