import { expect } from '@open-wc/testing';
import { standardAdminFeatures } from '../features/index.ts';
import {
  afterEach,
  all,
  cleanPage,
  describe,
  fill,
  isSeen,
  it,
  newPanel,
  openPanel,
  press,
  readable,
  reads,
  shows,
  until,
} from '../testing/page.ts';
import { defineAdminFeature } from './feature.ts';

const NEW = { en: 'A new version is there', 'zh-CN': '有新版本' };

/** What a browser throws when a chunk answers 404, is no script or does not come. */
const gone = () =>
  Promise.reject(new TypeError('Failed to fetch dynamically imported module: https://desk.example/late.js'));

/** A panel with a page whose chunk comes as `load` says. */
async function panelWith(load: () => Promise<unknown>, options: Parameters<typeof openPanel>[0] = {}) {
  const open = await openPanel(options);
  const page = { path: 'late', title: { en: 'Late', zh: '迟' }, tag: 'acme-late', load };
  open.panel.remove();
  const panel = newPanel(open.desk, options.locale);
  panel.features = [...standardAdminFeatures, defineAdminFeature({ name: 'late', pages: [page] })];
  document.body.append(panel);
  await shows('desk-admin-frame');
  return { ...open, panel };
}

/** The page as it was opened before an update: it runs a script that the page of the new version does not name. */
function openedBeforeUpdate(): void {
  const script = document.createElement('script');
  script.type = 'module';
  script.src = 'data:text/javascript,//panel-Aa11aa.js';
  script.className = 'before-update';
  document.head.append(script);
}

/** What the browser is asked to load anew; the test's own page stays. */
function reloads(): () => number {
  let count = 0;
  const { navigation } = globalThis as unknown as { navigation: EventTarget };
  const stay = (event: Event): void => {
    if ((event as Event & { navigationType: string }).navigationType !== 'reload') return;
    event.preventDefault();
    count += 1;
  };
  navigation.addEventListener('navigate', stay);
  ends.push(() => navigation.removeEventListener('navigate', stay));
  return () => count;
}

const ends: (() => void)[] = [];
const { fetch } = globalThis;

describe('a part of the panel that cannot be loaded', () => {
  afterEach(() => {
    cleanPage();
    for (const script of document.querySelectorAll('.before-update')) script.remove();
    for (const end of ends.splice(0)) end();
    globalThis.fetch = fetch;
  });

  for (const locale of ['en', 'zh-CN'] as const)
    it(`says after an update that a new version is there, and reloads the page (${locale})`, async () => {
      openedBeforeUpdate();
      const count = reloads();
      const { go } = await panelWith(gone, { locale });
      go('/late');
      await reads(NEW[locale]);
      expect(readable()).not.to.match(/Try again|重试/);
      await press(locale === 'en' ? 'Reload' : '重新加载');
      await until(() => count() === 1, 'the page is loaded anew');
    });

  it('leaves the reply that was begun before it on the device', async () => {
    openedBeforeUpdate();
    const { go, desk } = await panelWith(gone, { roles: ['SV'] });
    const lily = await desk.shopper('lily');
    const { openConversation, sendMessage } = desk.desk.as(lily).conversations;
    const { id } = await openConversation({ locale: 'en' });
    await sendMessage({ conversationId: id, clientMsgId: 'message-before-update', text: 'Where is it?' });
    go(`/inbox/queue/${id}`);
    await press('Take');
    const isReply = (one: HTMLTextAreaElement) => isSeen(one) && !one.disabled && one.ariaLabel?.startsWith('Reply to');
    const reply = () => all<HTMLTextAreaElement>('textarea').find(isReply);
    await until(reply, 'a reply can be written');
    await fill(reply()?.ariaLabel ?? '', 'half of it');
    go('/late');
    await reads(NEW.en);
    expect(JSON.stringify({ ...localStorage })).to.contain('half of it');
    go(`/inbox/mine/${id}`);
    await until(() => reply()?.value === 'half of it', 'the reply is there again');
  });

  it('can be asked for again where the page is of this version, and then comes', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      if (asked === 1) await gone();
      customElements.define('acme-late', class extends HTMLElement {});
    };
    const { go } = await panelWith(load);
    go('/late');
    await reads('This could not be loaded');
    expect(readable()).not.to.contain(NEW.en);
    await press('Try again');
    await until(() => all('acme-late').length === 1, 'the page is there');
  });

  it('says that the desk cannot be reached when nothing answers', async () => {
    openedBeforeUpdate();
    const { go } = await panelWith(gone);
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    go('/late');
    await reads('The desk cannot be reached');
    expect(readable()).not.to.contain(NEW.en);
  });
});
