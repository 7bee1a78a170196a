import { expect } from '@open-wc/testing';
import { createPanelDesk } from '../testing/panel-desk.ts';
import { afterEach, all, cleanPage, control, describe, field, fill, it, keys, newPanel, objections, openPanel, press, reads, shows, until } from '../testing/page.ts';

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
    await press('Add a member of staff');
    await fill('Name', 'Typed before');
    const helper = await desk.staff('Helper', ['AD']);
    await desk.desk.as(helper).access.setStaffPassword({ id: userId, password: 'another password' });
    await fill('Work number', 'X1');
    await press('Add a member of staff');
    await reads('Your session has ended');
    await fill('E-mail', 'agent-ad@example.com');
    await fill('Password', 'another password');
    await press('Sign in');
    await until(async () => (await field('Name')).value === 'Typed before');
  });

  it('is left by signing out, which forgets the token', async () => {
    await openPanel();
    await press('Account of Agent-TL');
    await press('Sign out');
    await shows('desk-admin-sign-in');
    expect(sessionStorage.getItem('shopdesk.panel:')).to.equal(null);
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
