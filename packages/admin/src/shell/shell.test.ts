import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { html, LitElement } from 'lit';
import { defineAdminFeature, panel } from '../desk/feature.ts';
import { customerDetail } from '../desk/slots.ts';
import { standardAdminFeatures } from '../features/index.ts';
import { createPanelDesk } from '../testing/panel-desk.ts';
import {
  afterEach,
  all,
  cleanPage,
  control,
  describe,
  fill,
  isSeen,
  it,
  keys,
  newPanel,
  openPanel,
  press,
  readable,
  reads,
  shows,
  SIZES,
  until,
} from '../testing/page.ts';
import { RouteTable } from './router.ts';

class AcmeWarranty extends LitElement {
  static override properties = { params: { attribute: false } };
  params: Record<string, string | undefined> = {};
  override render() {
    return html`<h1>Warranty ${this.params['id'] ?? 'list'}</h1>`;
  }
}
class AcmePanel extends LitElement {
  static override properties = { subject: { attribute: false } };
  subject: { customerId: string } | undefined;
  override render() {
    return html`<p>Warranties of ${this.subject?.customerId}</p>`;
  }
}
const warranty = defineAdminFeature({
  name: 'warranty',
  pages: [
    {
      path: 'warranty/:id?',
      title: { en: 'Warranty', zh: '保修' },
      tag: 'acme-warranty',
      load: async () => customElements.get('acme-warranty') ?? customElements.define('acme-warranty', AcmeWarranty),
      nav: { order: 15, icon: 'shield' },
    },
  ],
  panels: [
    panel(customerDetail, {
      tag: 'acme-panel',
      load: async () => customElements.get('acme-panel') ?? customElements.define('acme-panel', AcmePanel),
      title: { en: 'Warranties', zh: '保修单' },
    }),
  ],
});

describe('the shell', () => {
  afterEach(cleanPage);

  it('shows only what the role may use', async () => {
    await openPanel({ roles: ['AD'] });
    const places = () => all('nav a').map((link) => link.textContent?.replace(/\s+/g, ' ').trim());
    await until(() => places().length > 3);
    expect(places()).not.to.include('Inbox');
    expect(places()).to.include('Settings');
  });

  it('says that a page does not exist and leads back', async () => {
    await openPanel({ path: '/nowhere' });
    await reads('This page does not exist');
    expect(all('h1').map((heading) => heading.textContent?.trim())).to.deep.equal(['This page does not exist']);
    await press('To the start page');
    await shows('desk-admin-inbox');
  });

  it('changes the language of everything at once and remembers it', async () => {
    await openPanel();
    await reads('Nobody is waiting');
    await press('Account of Agent-TL');
    await press('简体中文');
    await reads('当前无人排队');
    expect(document.querySelector('desk-admin')?.lang).to.equal('zh-CN');
    expect(localStorage.getItem('shopdesk.panel.locale')).to.equal('zh-CN');
  });

  it('is dark when the system is, and when one asks for it', async () => {
    await openPanel();
    const ground = () => getComputedStyle(document.querySelector('desk-admin') as Element).backgroundColor;
    const light = ground();
    await emulateMedia({ colorScheme: 'dark' });
    await until(() => ground() !== light, 'it follows the system');
    const dark = ground();
    await emulateMedia({ colorScheme: 'light' });
    await press('Account of Agent-TL');
    await press('Appearance: Dark');
    await until(() => ground() === dark, 'it follows the choice');
  });

  it('sets one’s own status and shows what the desk refuses', async () => {
    const open = await openPanel();
    await press('My status: Online');
    await press('Away');
    await reads('Your status is now: Away.');
    open.desk.network.refuse.add('setPresence');
    await press('My status: Away');
    await press('Online');
    await reads('The desk cannot be reached');
  });

  it('says that the connection is lost, and when it is back loads what was missed', async () => {
    const open = await openPanel();
    await reads('Nobody is waiting');
    open.desk.network.down = true;
    dispatchEvent(new Event('online'));
    await reads('Reconnecting');
    const shopper = await open.desk.shopper('lily');
    await open.desk.desk.as(shopper).conversations.openConversation({});
    open.desk.network.down = false;
    dispatchEvent(new Event('online'));
    await until(() => !readable().includes('Reconnecting'), 'the bar is gone');
    await reads('lily');
  });

  it('finds pages, commands and customers in the palette', async () => {
    const open = await openPanel();
    const shopper = await open.desk.shopper('lily');
    const { id } = await open.desk.desk.as(shopper).conversations.openConversation({});
    await keys('Control+k');
    const input = await shows<HTMLInputElement>('[role="combobox"]');
    expect(input.matches(':focus')).to.equal(true);
    await fill('Search and commands', 'lil');
    await reads('Conversations');
    await keys('Enter');
    await until(() => location.hash === `#/inbox/open/${id}`);
    await keys('Escape');
    await control('Take');
    await keys('Control+k');
    await fill('Search and commands', 'sta');
    await keys('Enter');
    await shows('desk-admin-record-list');
  });

  it('shows the shortcuts of all features', async () => {
    await openPanel();
    await keys('?');
    await reads('Next conversation in the list');
    await keys('Escape');
    await until(() => all('dialog:modal').length === 0);
  });

  it('moves the focus to a new page', async () => {
    await openPanel();
    await reads('Nobody is waiting');
    (await control('Customers')).click();
    await shows('desk-admin-record-list');
    await until(() => all('main').some((main) => main.matches(':focus')));
  });

  it('says how much waits in the title of its window', async () => {
    const open = await openPanel();
    let told = { title: '', count: 0 };
    open.panel.addEventListener('desk-title', (event) => (told = (event as CustomEvent<typeof told>).detail));
    const shopper = await open.desk.shopper('lily');
    await open.desk.desk.as(shopper).conversations.openConversation({});
    await until(() => told.count === 1 && told.title === 'Inbox');
  });

  it('stacks its panes on a phone and leads back', async () => {
    const open = await openPanel({ size: SIZES.phone });
    const shopper = await open.desk.shopper('lily');
    await open.desk.desk.as(shopper).conversations.openConversation({});
    const row = await shows('.conversation');
    expect(all('desk-admin-conversation').some(isSeen)).to.equal(false);
    row.click();
    await control('Take');
    expect(all('desk-admin-inbox-list').some(isSeen)).to.equal(false);
    await press('Customer details');
    await reads('Customer file');
    (all('aside button')[0] as HTMLElement).click();
    await until(() => !readable().includes('Customer file'));
    await press('Back to the list');
    await until(() => all('desk-admin-inbox-list').some(isSeen));
    await press('More');
    await press('Settings');
    await press('Stores');
    await shows('desk-admin-stores');
    await setViewport(SIZES.desktop);
  });

  it('works without touching the address when the host has routes of its own', async () => {
    cleanPage();
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    const before = location.href;
    const element = newPanel(desk);
    element.token = token;
    element.routing = 'memory';
    document.body.append(element);
    await shows('desk-admin-inbox');
    await press('Customers');
    await shows('desk-admin-record-list');
    expect(location.href).to.equal(before);
  });

  it('leaves nothing behind when it is removed', async () => {
    const { panel: element, desk } = await openPanel();
    await reads('Nobody is waiting');
    element.remove();
    const calls = desk.network.calls.length;
    await keys('j', '?');
    dispatchEvent(new Event('online'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(desk.network.calls.length).to.equal(calls);
    expect(all('dialog').length).to.equal(0);
  });
});

describe('features of third parties', () => {
  afterEach(cleanPage);

  it('bring pages and panels by the same call as ours', async () => {
    cleanPage();
    await setViewport(SIZES.desktop);
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    const shopper = await desk.shopper('lily');
    const element = newPanel(desk);
    element.token = token;
    element.features = [...standardAdminFeatures, warranty];
    document.body.append(element);
    await press('Warranty');
    await reads('Warranty list');
    location.hash = '/warranty/w-1';
    await reads('Warranty w-1');
    location.hash = `/customers/${shopper.customerId}`;
    await reads(`Warranties of ${shopper.customerId}`);
  });

  it('are refused with every mistake named', () => {
    const wrong = () =>
      defineAdminFeature({
        name: 'broken',
        pages: [{ path: '/x', title: { en: '', zh: '' }, tag: 'NoTag', load: async () => undefined }],
      });
    expect(wrong).to.throw('"NoTag" is no element name; path "/x" begins with a slash');
  });

  it('say so when their code cannot be loaded, and try again', async () => {
    cleanPage();
    const desk = await createPanelDesk();
    const { token } = await desk.signedIn('Host', ['TL']);
    let tries = 0;
    const load = async () => {
      if ((tries += 1) === 1) throw new Error('404');
      return customElements.get('acme-warranty') ?? customElements.define('acme-warranty', AcmeWarranty);
    };
    const element = newPanel(desk);
    element.token = token;
    element.features = [
      ...standardAdminFeatures,
      defineAdminFeature({
        name: 'late',
        pages: [{ path: 'late', title: { en: 'Late', zh: '迟' }, tag: 'acme-warranty', load }],
      }),
    ];
    document.body.append(element);
    await shows('desk-admin-inbox');
    location.hash = '/late';
    await reads('This could not be loaded');
    await press('Try again');
    await reads('Warranty list');
  });

  it('are found by their patterns, with parameters and query', () => {
    const match = new RouteTable([warranty]).match('/warranty/w-1?tab=a');
    expect([match?.params['id'], match?.search.get('tab')]).to.deep.equal(['w-1', 'a']);
    expect(new RouteTable([warranty]).match('/other')).to.equal(undefined);
  });

  it('is the page that names it word for word, whatever pattern of another stands before', () => {
    const page = (path: string) => ({
      path,
      title: { en: path, zh: path },
      tag: 'acme-warranty',
      load: async () => {},
    });
    const table = new RouteTable([{ pages: [page('rules/:id'), page('rules/runs'), page('rules/:id/:part?')] }]);
    expect(table.match('/rules/runs')?.page.path).to.equal('rules/runs');
    expect(table.match('/rules/r-1')?.page.path).to.equal('rules/:id');
    expect(table.match('/rules/r-1/steps')?.page.path).to.equal('rules/:id/:part?');
  });

  it('that are added later leave the page that is shown as it is', () => {
    const before = new RouteTable([warranty]);
    const shown = before.match('/warranty/w-1?tab=a');
    const after = new RouteTable([warranty, defineAdminFeature({ name: 'more', pages: [] })], before);
    expect(after.match('/warranty/w-1?tab=a')?.params).to.equal(shown?.params);
    expect(after.match('/warranty/w-2')?.params['id']).to.equal('w-2');
  });
});
