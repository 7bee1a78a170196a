/**
 * @module `pnpm pictures --out FOLDER [--against FOLDER] [--only PAGE,PAGE]`: a picture book of the panel. Every page that
 * its features declare is taken full, empty, loading, with an error and refused; in English and Chinese, 1440 and 390
 * pixels wide, light and dark. A page that does not show one of its states, that axe finds barriers on, or whose parts
 * move while it loads is a fault: the faults are printed, and the exit code is 1.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import { Agent } from '../e2e/support/agent.ts';
import { launchBrowser, openContext } from '../e2e/support/browser.ts';
import { askAs, startDemo, type Demo } from '../e2e/support/demo.ts';
import { WORDS, type Locale } from '../e2e/support/words.ts';
import { SAME, writeBook, type Compared } from './book.ts';
import { Camera, SIZES, type Finding, type Picture, type State } from './camera.ts';
import { differenceOf } from './compare.ts';
import { absentAddress, addressAmong, isAboutRow, linksOf, panelPages, plainAddress, type PanelPage } from './pages.ts';

const LOCALES: readonly Locale[] = ['en', 'zh-CN'];
/** Who looks at a page: the first of these who may. */
const PEOPLE = ['sv', 'mg', 'ad', 'tr', 'aa', 'pa'] as const;
type Person = (typeof PEOPLE)[number];
const ROOT = '/admin/';
const REFUSED = 'desk-admin main .state';

const { values: options } = parseArgs({
  options: { out: { type: 'string' }, against: { type: 'string' }, only: { type: 'string' } },
});
if (!options.out) {
  console.error('Usage: pnpm pictures --out FOLDER [--against FOLDER] [--only PAGE,PAGE]');
  process.exit(2);
}
const folder = resolve(options.out);
const against = options.against ? resolve(options.against) : undefined;
const wanted = options.only?.split(',');
const unknown = wanted?.filter((name) => !panelPages.some((page) => page.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No page ${unknown.join(', ')}. Pages: ${panelPages.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const pages = panelPages.filter(({ name }) => wanted?.includes(name) ?? true);

/** A demo with one open panel for each person, in one language. */
class Studio {
  readonly #demo: Demo;
  readonly #browser: Browser;
  readonly #locale: Locale;
  readonly #cameras = new Map<Person, Promise<Camera>>();
  readonly #contexts: BrowserContext[] = [];
  /** How many questions the pages have asked, over all cameras. */
  asked = 0;

  constructor(demo: Demo, browser: Browser, locale: Locale) {
    this.#demo = demo;
    this.#browser = browser;
    this.#locale = locale;
  }

  camera(person: Person): Promise<Camera> {
    const open = this.#cameras.get(person) ?? this.#open(person);
    this.#cameras.set(person, open);
    return open;
  }

  async #open(person: Person): Promise<Camera> {
    const { context } = await openContext(this.#browser, { locale: this.#locale, size: SIZES[0] });
    this.#contexts.push(context);
    const camera = await Camera.open(context, { folder, locale: this.#locale, root: ROOT });
    const agent = new Agent(camera.page, this.#demo, WORDS[this.#locale]);
    await agent.openPanel();
    await agent.signIn(person);
    await agent.settled();
    camera.page.on('request', (request) => {
      if (request.url().includes('/graphql')) this.asked += 1;
    });
    return camera;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
  }
}

async function permissionsOf(demo: Demo): Promise<Map<Person, readonly string[]>> {
  const found = new Map<Person, readonly string[]>();
  for (const person of PEOPLE) {
    const ask = await askAs(demo, person);
    found.set(person, ((await ask('{ r: currentUser { permissions } }')) as { permissions: string[] }).permissions);
  }
  return found;
}

const taken: Picture[] = [];
const findings: Finding[] = [];
const browser = await launchBrowser();
// One after the other: each builds what the browser loads.
const full = await startDemo({ DEMO_CONTENT: 'on' });
const empty = await startDemo();
const permissions = await permissionsOf(full);
const may = (page: PanelPage) => (person: Person) =>
  page.allow === undefined || permissions.get(person)?.includes(page.allow) === true;

/** The address of an example of each page, found through the links of the others. */
async function addresses(studio: Studio): Promise<Map<PanelPage, string>> {
  const found = new Map(panelPages.filter((page) => !isAboutRow(page)).map((page) => [page, plainAddress(page)]));
  const looked = new Set<string>();
  for (let open = [...found]; open.length > 0;) {
    const links: string[] = [];
    for (const [page, path] of open) {
      looked.add(path);
      const person = PEOPLE.find(may(page));
      if (!person) continue;
      const camera = await studio.camera(person);
      await camera.visit(path);
      await camera.settled();
      links.push(...(await linksOf(camera.page, ROOT)));
    }
    for (const page of panelPages) {
      const path = found.has(page) ? undefined : addressAmong(page, links);
      if (path) found.set(page, path);
    }
    open = [...found].filter(([, path]) => !looked.has(path));
  }
  return found;
}

async function takePage(
  page: PanelPage,
  locale: Locale,
  path: string | undefined,
  [desk, bare]: readonly [Studio, Studio],
) {
  const tell = (state: State, text: string) => findings.push({ page: page.name, state, locale, text });
  const person = PEOPLE.find(may(page));
  if (!person) return tell('full', 'nobody of the demo may see it');
  if (!path) return tell('full', 'no other page links to an example of it');
  const shoot = async (camera: Camera, state: State, look: 'whole' | 'quick') => {
    const { pictures, found } = await camera.take(page.name, state, look);
    taken.push(...pictures);
    findings.push(...found);
  };
  const camera = await desk.camera(person);
  await camera.leave();
  const before = desk.asked;
  await camera.visit(path);
  if (!(await camera.settled())) tell('full', 'it is still loading after twelve seconds');
  const asks = desk.asked > before;
  if (await camera.shows('desk-admin main [role="alert"]')) tell('full', 'it shows an error');
  await shoot(camera, 'full', 'whole');
  if (asks) {
    await camera.leave();
    camera.answers = 'held';
    await camera.visit(path);
    await camera.page.waitForTimeout(300);
    if (!(await camera.shows('desk-admin main .spinner'))) tell('loading', 'nothing says that it is loading');
    await shoot(camera, 'loading', 'quick');
    await camera.leave();
    camera.answers = 'refused';
    await camera.visit(path);
    await camera.settled();
    if (!(await camera.shows('desk-admin main [role="alert"]'))) tell('error', 'nothing says that it failed');
    await shoot(camera, 'error', 'quick');
  }
  await camera.leave();
  const alone = await bare.camera(person);
  await alone.leave();
  await alone.visit(isAboutRow(page) ? absentAddress(page) : path);
  await alone.settled();
  await shoot(alone, 'empty', 'quick');
  const stranger = PEOPLE.find((one) => !may(page)(one));
  if (!stranger) return;
  const refused = await desk.camera(stranger);
  await refused.leave();
  await refused.visit(path);
  await refused.settled();
  if (!(await refused.shows(REFUSED))) tell('not-allowed', 'it does not say that it may not be seen');
  await shoot(refused, 'not-allowed', 'quick');
}

const start = Date.now();
try {
  await mkdir(join(folder, 'pictures'), { recursive: true });
  for (const locale of LOCALES) {
    const studios = [new Studio(full, browser, locale), new Studio(empty, browser, locale)] as const;
    const found = await addresses(studios[0]);
    for (const page of pages) {
      process.stdout.write(`${locale} ${page.name}\n`);
      await takePage(page, locale, found.get(page), studios).catch((error: unknown) =>
        findings.push({ page: page.name, state: 'full', locale, text: String(error) }),
      );
    }
    for (const studio of studios) await studio.close();
  }
  const eye = await (await browser.newContext()).newPage();
  const compared: Compared[] = [];
  for (const picture of taken)
    compared.push({
      ...picture,
      difference: against
        ? await differenceOf(eye, join(folder, picture.file), join(against, picture.file))
        : undefined,
    });
  await writeBook({ folder, against, pages, pictures: compared, findings });
  await writeFile(join(folder, 'faults.json'), `${JSON.stringify(findings, null, 2)}\n`);
  for (const { page, state, locale, text } of findings)
    console.log(`✗ ${page} ${state} ${locale}: ${text.split('\n')[0]}`);
  const changed = compared.filter(({ difference }) => difference !== undefined && difference > SAME).length;
  console.log(
    `${pages.length} pages, ${taken.length} pictures${against ? `, ${changed} changed` : ''}, ${findings.length} faults, ${Math.round((Date.now() - start) / 1000)} s. Open ${join(folder, 'index.html')}.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await Promise.all([full.stop(), empty.stop()]);
}
