/** @module Takes a page of the chat window in its states, on the pages of the demo shop and on one of another origin. */
import type { Browser } from 'playwright-core';
import { openContext } from '../e2e/support/browser.ts';
import type { Demo } from '../e2e/support/demo.ts';
import { startShopPage } from '../e2e/support/fresh-desk.ts';
import { SelfService } from '../e2e/support/self-service.ts';
import { Shopper } from '../e2e/support/shopper.ts';
import { WORDS, type Locale } from '../e2e/support/words.ts';
import { Camera, type Look } from './camera.ts';
import type { Options } from './options.ts';
import { SIZES, type Finding, type Picture, type State, type Taken } from './plan.ts';
import { setClock } from './studio-clock.ts';
import { CUSTOMERS, SERVED, type Visit, type WindowPage } from './window-pages.ts';

const CHAT = 'desk-widget [role=dialog]';
const LOOK: Look = { root: 'desk-widget', frame: CHAT, busy: 'desk-widget [aria-busy=true]' };
const API = '**/shopper*';
/** What says that something is under way. */
const UNDER_WAY = '[role=status], [aria-busy=true], button:disabled';

interface Desks {
  readonly full: Demo;
  readonly empty: Demo | undefined;
  readonly browser: Browser;
  readonly options: Options;
}

/** Takes what the page owes of these states. */
export async function takeWindow(page: WindowPage, locale: Locale, desks: Desks): Promise<Taken> {
  const { full, empty, browser, options } = desks;
  const pictures: Picture[] = [];
  const findings: Finding[] = [];
  const wants = (state: State) => options.states.includes(state) && page.lacks[state] === undefined;

  /** One state in a browser of its own: nothing is left of the one before. */
  const take = async (
    state: State,
    demo: Demo,
    customer: Visit['customer'],
    act: (visit: Visit, camera: Camera, tell: (text: string) => void) => Promise<void>,
  ): Promise<void> => {
    if (!wants(state)) return;
    const tell = (text: string) => void findings.push({ page: page.name, state, locale, text });
    const watched = await openContext(browser, { locale, size: options.sizes[0] ?? SIZES[0] });
    await setClock(watched.context);
    const camera = await Camera.open(watched, locale, API, options);
    try {
      const shopper = new Shopper(camera.page, demo, WORDS[locale]);
      const visit: Visit = { demo, locale, shopper, service: new SelfService(shopper, locale), customer };
      await act(visit, camera, tell);
      const taken = await camera.take(page.name, state, {
        ...LOOK,
        thorough: state === 'full',
        whole: state === 'full',
      });
      pictures.push(...taken.pictures);
      findings.push(...taken.findings);
      await camera.release();
      await page.after?.(visit);
    } catch (error) {
      tell(String(error).split('\n')[0] ?? '');
      await camera.page.screenshot({ path: `${options.folder}/pictures/${page.name}.${state}.${locale}.failed.png` });
    } finally {
      await camera.release();
      await watched.context.close();
    }
  };
  const come = async ({ shopper, customer }: Visit) => {
    if (customer) await shopper.signIn(customer.id);
    else await shopper.visit('/');
    await shopper.launcher.waitFor();
  };
  const within = (selector: string) => `${CHAT} :is(${selector})`;
  const customer = (page.served ? SERVED : CUSTOMERS)[locale];

  await take('full', full, customer, async (visit, camera, tell) => {
    await come(visit);
    await page.before(visit);
    await camera.count();
    await page.open(visit);
    if (!(await camera.shows(within(page.full), 12_000))) tell(`it does not show ${page.full}`);
    await camera.idle();
  });
  await take('loading', full, customer, async (visit, camera, tell) => {
    await come(visit);
    await page.before(visit);
    camera.answers = 'held';
    await page.open(visit);
    await camera.shows(CHAT);
    if (!(await camera.shows(within(UNDER_WAY)))) tell('nothing says that it is loading');
  });
  await take('error', full, customer, async (visit, camera, tell) => {
    await come(visit);
    await page.before(visit);
    camera.answers = 'refused';
    await page.open(visit);
    await camera.shows(CHAT);
    if (!(await camera.shows(within('[role=alert], .bar:not([hidden])')))) tell('nothing says that it failed');
  });
  if (empty)
    await take('empty', empty, undefined, async (visit, camera, tell) => {
      await come(visit);
      await page.before(visit);
      await page.open(visit);
      await camera.idle();
      if (!/\S/.test(await camera.textOf(CHAT))) tell('it says nothing at all');
    });
  await take('not-allowed', full, undefined, async (visit, camera, tell) => {
    if (page.name === 'window-home') {
      // A page that the store has not named; in development those of `localhost` are the desk's own.
      const stranger = await startShopPage(locale, '127.0.0.2');
      try {
        stranger.put(`<script async src="${full.deskUrl}/widget.js" data-store="demo"></script>`);
        await camera.page.goto(stranger.origin);
        await visit.shopper.launcher.waitFor();
        await page.open(visit);
        if (!(await camera.shows(within('.refused')))) tell('it does not say that it is not available here');
      } finally {
        await stranger.stop();
      }
      return;
    }
    await come(visit);
    await page.before(visit);
    await page.open(visit);
    await camera.idle();
    if (!(await camera.shows(within('desk-self-service [role=status]')))) tell('it does not say why there is nothing');
  });
  return { page, pictures, findings };
}
