import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { parse } from 'acorn';
import { VERSION } from '../src/version.ts';
import { cleanPage, deep, textOf, until } from './page.ts';
import { afterEach, beforeEach, describe, it } from './suite.ts';
import { createWidgetDesk, type WidgetDesk } from './widget-desk.ts';

interface ShopPage {
  readonly fetch: typeof fetch;
  readonly violations: string[];
  readonly errors: string[];
  readonly warnings: string[];
  readonly told: unknown[];
  globals: Set<string>;
}

type Shopdesk = ((...command: unknown[]) => unknown) & { open(): Promise<void>; remove(): void; version: string };
const top = window as unknown as { shopPage: ShopPage };

/** The widget looks for its desk in the folder that its script came from; the desk in memory has no folder. */
const atRoot = (url: string) => url.replace('/shipped/', '/');

describe('what is shipped', () => {
  let desk: WidgetDesk;
  let frame: HTMLIFrameElement;

  /** Opens a page of a shop in a frame of its own. */
  async function visit(page: string): Promise<Document> {
    frame = Object.assign(document.createElement('iframe'), {
      src: `/pages/${page}.html`,
      width: '1000',
      height: '760',
    });
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    return frame.contentDocument as Document;
  }
  const shopdesk = () => (frame.contentWindow as unknown as { Shopdesk: Shopdesk }).Shopdesk;
  const inFrame = <E extends Element = HTMLElement>(selector: string) =>
    deep<E>(selector, frame.contentDocument as Document);

  beforeEach(async () => {
    cleanPage();
    await setViewport({ width: 1280, height: 900 });
    desk = await createWidgetDesk();
    top.shopPage = {
      fetch: ((url: string, init: RequestInit) => desk.fetch(atRoot(url), init)) as never,
      violations: [],
      errors: [],
      warnings: [],
      told: [],
      globals: new Set(),
    };
  });
  afterEach(() => frame?.remove());

  async function chatInFrame(): Promise<void> {
    await until(() => inFrame('.launcher'), 'the button is there');
    await shopdesk().open();
    await until(() => inFrame('desk-composer'), 'the window is there');
    const composer = inFrame<HTMLElementTagNameMap['desk-composer']>(
      'desk-composer',
    ) as HTMLElementTagNameMap['desk-composer'];
    composer.value = 'hello';
    inFrame<HTMLButtonElement>('.send')?.click();
    await until(() => desk.inState('QUEUED'), 'the message is sent');
  }

  it('is syntax that every browser of 2022 knows', async () => {
    const { files } = (await (await fetch('/shipped/manifest.json')).json()) as { files: string[] };
    expect(files).to.include('widget.js');
    for (const file of files) {
      const text = await (await fetch(`/shipped/${file}`)).text();
      parse(text, { ecmaVersion: 2022, sourceType: file === 'widget.js' ? 'script' : 'module' });
    }
  });

  it('shows the window and sends a message', async () => {
    await visit('plain');
    await chatInFrame();
    expect(await desk.said()).to.deep.equal(['hello']);
    expect(top.shopPage.errors).to.deep.equal([]);
  });

  it('loads no more than is counted until the first message can be sent', async () => {
    const { launcher, chat, languages } = (await (await fetch('/shipped/manifest.json')).json()) as {
      launcher: string[];
      chat: string[];
      languages: { en: string[] };
    };
    await visit('plain');
    await until(() => inFrame('.launcher'), 'the button is there');
    await shopdesk().open();
    await until(() => inFrame('desk-composer'), 'the window is there');
    await until(() => desk.network.calls.includes('serviceState'), 'the window knows who serves');
    const loaded = (frame.contentWindow?.performance.getEntriesByType('resource') ?? []) as PerformanceResourceTiming[];
    const nameOf = ({ name }: PerformanceEntry) => name.split('/shipped/')[1] ?? '';
    const counted = [...launcher, ...chat, ...languages.en];
    const needed = loaded.filter((file) => counted.includes(nameOf(file)));
    expect(needed.map(nameOf).sort()).to.deep.equal(counted.sort());
    // The store's colour is asked for by the button, after it is there; the first view and what features add by the
    // window, after it can be written in.
    const ready = Math.max(...needed.map(({ responseEnd }) => responseEnd));
    const others = loaded.filter((file) => nameOf(file) && !needed.includes(file) && !nameOf(file).includes('/look-'));
    expect(others.filter(({ startTime }) => startTime < ready).map(nameOf)).to.deep.equal([]);
  });

  it('violates nothing of a strict content security policy with trusted types', async () => {
    const page = await visit('strict');
    const image = page.createElement('img');
    image.src = 'https://elsewhere.example/x.png';
    await until(() => top.shopPage.violations.length === 1, 'the policy is in force');
    await chatInFrame();
    await desk.take();
    await desk.say('您好');
    for (const tool of frame.contentDocument
      ? [inFrame<HTMLButtonElement>('.tool'), inFrame<HTMLButtonElement>('header button:not(.back)')]
      : [])
      tool?.click();
    await until(() => inFrame('desk-history'), 'the history is there');
    await desk.finish();
    inFrame<HTMLButtonElement>('.back')?.click();
    await until(() => inFrame('desk-stars'), 'the rating is there');
    expect(top.shopPage.violations).to.have.length(1);
    expect(top.shopPage.errors).to.deep.equal([]);
  });

  it('does in order what was asked for before it came', async () => {
    await visit('queue');
    await until(() => top.shopPage.told.length === 2, 'all was done');
    expect(top.shopPage.told).to.deep.equal([['ready', VERSION], ['open']]);
    expect(inFrame<HTMLButtonElement>('.launcher')?.ariaLabel).to.equal('关闭客服窗口');
  });

  it('is there once when a page brings it three times', async () => {
    const page = await visit('twice');
    await until(() => inFrame('.launcher'), 'the button is there');
    const hosts = [...page.querySelectorAll('desk-widget')].filter(({ shadowRoot }) => shadowRoot);
    expect(hosts).to.have.length(1);
    expect(top.shopPage.warnings).to.deep.equal([]);
    expect(top.shopPage.errors).to.deep.equal([]);
  });

  it('gives way to another version, and says so', async () => {
    await visit('other-version');
    await until(() => top.shopPage.warnings.length === 1, 'it warns');
    expect(top.shopPage.warnings[0]).to.equal(`Shopdesk: version 0.0.1 is on this page, ${VERSION} is ignored.`);
    expect(inFrame('.launcher')).to.equal(undefined);
  });

  it('finds the element that the page has written', async () => {
    await visit('element');
    await until(() => inFrame('.launcher'), 'the button is there');
    expect(inFrame<HTMLButtonElement>('.launcher')?.ariaLabel).to.equal('在线客服');
    expect(inFrame('.launcher')?.getBoundingClientRect().x).to.equal(20);
    shopdesk()('setLocale', 'en');
    expect(inFrame<HTMLButtonElement>('.launcher')?.ariaLabel).to.equal('Chat with us');
  });

  for (const [page, what] of [
    ['form', 'a form'],
    ['clobbered', 'the page itself'],
  ] as const)
    it(`loads its code from where its script came, though an image of the page is named currentScript and ${what} Shopdesk`, async () => {
      await visit(page);
      await chatInFrame();
      const loaded =
        frame.contentWindow?.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname) ?? [];
      const code = loaded.filter((path) => path.endsWith('.js') && !path.startsWith('/pages/from-parent'));
      expect(code.length).to.be.greaterThan(3);
      expect(code.filter((path) => !path.startsWith('/shipped/'))).to.deep.equal([]);
      expect([top.shopPage.warnings, top.shopPage.errors]).to.deep.equal([[], []]);
      expect(inFrame<HTMLButtonElement>('.launcher')?.ariaExpanded).to.equal('true');
    });

  it('keeps its shape on a page that resets, hides and moves everything', async () => {
    await visit('hostile');
    await until(() => inFrame('.launcher'), 'the button is there');
    const { x, y, width, height } = (inFrame('.launcher') as HTMLElement).getBoundingClientRect();
    expect([x, y, width, height]).to.deep.equal([924, 684, 56, 56]);
    await chatInFrame();
    await new Promise((resolve) => void setTimeout(resolve, 250));
    const panel = (inFrame('.panel') as HTMLElement).getBoundingClientRect();
    expect([panel.x, panel.width, panel.height]).to.deep.equal([600, 380, 640]);
    const style = frame.contentWindow?.getComputedStyle(inFrame('textarea') as Element);
    expect([style?.fontSize, style?.display, style?.opacity]).to.deep.equal(['16px', 'block', '1']);
    expect(frame.contentDocument?.elementFromPoint(950, 700)?.tagName).to.equal('DESK-WIDGET');
  });

  it('leaves nothing on the page when it is removed', async () => {
    const page = await visit('plain');
    await chatInFrame();
    shopdesk().remove();
    expect(page.querySelector('desk-widget')).to.equal(null);
    const left = Object.getOwnPropertyNames(frame.contentWindow).filter(
      (name) => !top.shopPage.globals.has(name) && !/^lit|^reactiveElement/.test(name),
    );
    // A page may call the function later all the same.
    expect(left).to.deep.equal(['Shopdesk']);
    const calls = desk.network.calls.length;
    await desk.take();
    await new Promise((resolve) => void setTimeout(resolve, 800));
    expect(desk.network.calls.length).to.equal(calls);
  });

  it('answers calls after its removal with a warning and never throws, and comes back when it is mounted or loaded again', async () => {
    const page = await visit('element');
    await until(() => inFrame('.launcher'), 'the button is there');
    const element = page.querySelector('desk-widget') as HTMLElement;
    element.remove();
    await until(() => !inFrame('.launcher'), 'the button is gone');
    for (const name of ['open', 'close', 'on', 'identify', 'remove']) shopdesk()(name);
    shopdesk().open();
    shopdesk()('mount');
    expect(top.shopPage.warnings).to.deep.equal([
      ...Array.from({ length: 6 }, () => 'Shopdesk: removed'),
      'Shopdesk: no data-store',
    ]);
    page.body.append(element);
    expect(inFrame('.launcher')).not.to.equal(undefined);
    shopdesk().remove();
    shopdesk()('mount', { store: 'store-1' });
    await chatInFrame();
    shopdesk().remove();
    const again = Object.assign(page.createElement('script'), { src: '/shipped/widget.js?again' });
    again.dataset['store'] = 'store-1';
    page.body.append(again);
    await until(() => inFrame('.launcher'), 'the button is back');
    expect(top.shopPage.errors).to.deep.equal([]);
  });

  it('says when the window could not be loaded, and loads it at the next try', async () => {
    await visit('flaky');
    await until(() => inFrame('.launcher'), 'the button is there');
    shopdesk()('on', 'error', ({ code }: { code: string }) => top.shopPage.told.push(code));
    inFrame<HTMLButtonElement>('.launcher')?.click();
    await until(() => textOf(inFrame('.note')).includes('The chat did not load.'), 'it says so');
    expect(top.shopPage.told).to.deep.equal(['LOAD_FAILED']);
    inFrame<HTMLButtonElement>('.note button')?.click();
    await until(() => inFrame('desk-composer'), 'the window is there');
    expect(inFrame('.note')?.hidden).to.equal(true);
  });
});
