/** @module Takes a page of the panel in its states: as somebody who may see it, and as somebody who may not. */
import type { Browser } from 'playwright-core';
import { standardRoles } from '@shopdesk/core';
import { Agent } from '../e2e/support/agent.ts';
import { openContext, type WatchedContext } from '../e2e/support/browser.ts';
import { askAs, type Demo } from '../e2e/support/demo.ts';
import { WORDS, type Locale } from '../e2e/support/words.ts';
import { Camera, type Look } from './camera.ts';
import type { Options } from './options.ts';
import { absentAddress, linksOf, ROOT, type PanelPage } from './pages.ts';
import { SIZES, type Finding, type Picture, type State, type Taken } from './plan.ts';
import { setClock } from './studio-clock.ts';

/** Who looks at a page: the first of these who may, beginning with whoever may change most there. */
const FIRST = ['ad', 'sv', 'mg', 'tr', 'aa', 'pa'];
const PEOPLE: readonly string[] = [
  ...FIRST,
  ...standardRoles()
    .map((role) => role.toLowerCase())
    .filter((role) => !FIRST.includes(role)),
];
const BUSY = 'desk-admin .spinner';
const LOOK: Look = { root: 'html', busy: BUSY };
const ALERT = 'desk-admin main [role="alert"]';
const REFUSED = 'desk-admin main .state';
const API = '**/graphql';

/** What a browser keeps of somebody who has signed in. */
type Kept = Readonly<Record<'localStorage' | 'sessionStorage', Readonly<Record<string, string>>>>;

/** A desk's panel, in which everybody of the demo has signed in once. */
export class Panel {
  readonly demo: Demo;
  readonly #browser: Browser;
  readonly #options: Options;
  readonly #permissions: ReadonlyMap<string, readonly string[]>;
  readonly #kept = new Map<string, Promise<Kept>>();

  private constructor(
    demo: Demo,
    browser: Browser,
    options: Options,
    permissions: ReadonlyMap<string, readonly string[]>,
  ) {
    this.demo = demo;
    this.#browser = browser;
    this.#options = options;
    this.#permissions = permissions;
  }

  static async open(demo: Demo, browser: Browser, options: Options): Promise<Panel> {
    const permissions = new Map<string, readonly string[]>();
    for (const person of PEOPLE) {
      const ask = await askAs(demo, person);
      permissions.set(
        person,
        ((await ask('{ r: currentUser { permissions } }')) as { permissions: string[] }).permissions,
      );
    }
    return new Panel(demo, browser, options, permissions);
  }

  #may({ kind: { allow } }: PanelPage, person: string): boolean {
    return allow === undefined || this.#permissions.get(person)?.includes(allow) === true;
  }

  viewerOf(page: PanelPage): string | undefined {
    return PEOPLE.find((person) => this.#may(page, person));
  }

  strangerTo(page: PanelPage): string | undefined {
    return PEOPLE.find((person) => !this.#may(page, person));
  }

  /** The panel in a browser of this person's own. */
  async camera(person: string, locale: Locale): Promise<[Camera, WatchedContext]> {
    const kept = await this.#signIn(person);
    const watched = await this.#context(locale);
    await watched.context.addInitScript(
      ([origin, storages]) => {
        if (location.origin !== origin) return;
        for (const [name, entries] of Object.entries(storages))
          for (const [key, value] of Object.entries(entries))
            (globalThis as unknown as Record<string, Storage>)[name]?.setItem(key, value);
      },
      [this.demo.deskUrl, kept] as const,
    );
    const camera = await Camera.open(watched, locale, API, this.#options);
    await camera.page.goto(this.demo.deskUrl + ROOT);
    await new Agent(camera.page, this.demo, WORDS[locale]).settled();
    return [camera, watched];
  }

  #signIn(person: string): Promise<Kept> {
    const known = this.#kept.get(person) ?? this.#signInOnce(person);
    this.#kept.set(person, known);
    return known;
  }

  async #signInOnce(person: string): Promise<Kept> {
    const { context, newPage } = await this.#context('en');
    const agent = new Agent(await newPage(), this.demo, WORDS.en);
    await agent.openPanel();
    await agent.signIn(person);
    const kept = await agent.page.evaluate(() => ({
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
    }));
    await context.close();
    return kept;
  }

  async #context(locale: Locale): Promise<WatchedContext> {
    const watched = await openContext(this.#browser, { locale, size: this.#options.sizes[0] ?? SIZES[0] });
    await setClock(watched.context);
    return watched;
  }
}

/** What one lane of the work has open: a browser for each person of each desk, in one language. */
export class PanelLane {
  readonly #full: Panel;
  readonly #empty: Panel | undefined;
  readonly #locale: Locale;
  readonly #states: ReadonlySet<State>;
  readonly #cameras = new Map<string, Promise<[Camera, WatchedContext]>>();

  constructor(full: Panel, empty: Panel | undefined, locale: Locale, states: readonly State[]) {
    this.#full = full;
    this.#empty = empty;
    this.#locale = locale;
    this.#states = new Set(states);
  }

  async #camera(panel: Panel, person: string): Promise<Camera> {
    const key = `${panel.demo.deskUrl} ${person}`;
    const open = this.#cameras.get(key) ?? panel.camera(person, this.#locale);
    this.#cameras.set(key, open);
    return (await open)[0];
  }

  /** Where the page leads to. */
  async links(page: PanelPage): Promise<readonly string[]> {
    const person = this.#full.viewerOf(page);
    if (!person || !page.path) return [];
    const camera = await this.#camera(this.#full, person);
    await visit(camera, page.path);
    await camera.settled(BUSY);
    await camera.quiet(BUSY);
    return linksOf(camera.page);
  }

  async take(page: PanelPage): Promise<Taken> {
    const pictures: Picture[] = [];
    const findings: Finding[] = [];
    const tell = (state: State, text: string) => findings.push({ page: page.name, state, locale: this.#locale, text });
    const lacks: Partial<Record<State, string>> = { ...page.lacks };
    const shoot = async (camera: Camera, state: State, look: Partial<Look> = {}) => {
      const taken = await camera.take(page.name, state, { ...LOOK, ...look });
      pictures.push(...taken.pictures);
      findings.push(...taken.findings);
    };
    const wants = (state: State) => this.#states.has(state) && lacks[state] === undefined;
    const person = this.#full.viewerOf(page);
    if (!person) tell('full', 'nobody of the demo may see it');
    else if (!page.path) tell('full', 'no other page leads to an example of it');
    if (!person || !page.path) return { page, pictures, findings };

    const camera = await this.#camera(this.#full, person);
    const before = camera.asked;
    await visit(camera, page.path);
    if (!(await camera.settled(BUSY))) tell('full', 'it is still loading after fifteen seconds');
    await camera.quiet(BUSY);
    if (camera.asked === before) lacks.loading = lacks.error = 'It asks the desk nothing.';
    if (await camera.hasNow(ALERT)) tell('full', 'it shows an error');
    if (wants('full')) await shoot(camera, 'full', { whole: true, thorough: true });
    if (wants('loading')) {
      await visit(camera, page.path, 'held');
      if (!(await camera.shows('desk-admin main .spinner'))) tell('loading', 'nothing says that it is loading');
      await shoot(camera, 'loading');
    }
    if (wants('error')) {
      await visit(camera, page.path, 'refused');
      if (!(await camera.shows(ALERT))) tell('error', 'nothing says that it failed');
      else if (!(await camera.hasNow(`${ALERT} button`))) tell('error', 'it cannot be tried again');
      await shoot(camera, 'error');
    }
    await camera.release();
    if (wants('empty') && this.#empty) {
      const alone = await this.#camera(this.#empty, person);
      await visit(alone, absentAddress(page));
      await alone.settled(BUSY);
      if (!/\S/.test(await alone.textOf('desk-admin main'))) tell('empty', 'it says nothing at all');
      await shoot(alone, 'empty');
    }
    const stranger = this.#full.strangerTo(page);
    if (!stranger) lacks['not-allowed'] = 'Everybody may see it.';
    if (stranger && wants('not-allowed')) {
      const refused = await this.#camera(this.#full, stranger);
      await visit(refused, page.path);
      await refused.settled(BUSY);
      if (!(await refused.shows(REFUSED))) tell('not-allowed', 'it does not say that it may not be seen');
      await shoot(refused, 'not-allowed');
    }
    return { page: { ...page, lacks }, pictures, findings };
  }

  async close(): Promise<void> {
    for (const open of this.#cameras.values()) await (await open)[1].context.close();
  }
}

/** Goes there inside the open panel, as a link does, from a page that is none: all of it is drawn from the beginning. */
async function visit(camera: Camera, path: string, answers: Camera['answers'] = 'given'): Promise<void> {
  const go = (to: string) =>
    camera.page.evaluate(
      (address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      ROOT + to.slice(1),
    );
  await camera.release();
  await go('/no-such-page');
  await camera.quiet(BUSY);
  await camera.count();
  camera.answers = answers;
  await go(path);
}
