/**
 * @module `pnpm pictures --out FOLDER [--against FOLDER]`: a picture book of the panel and the chat window. Every page that
 * the panel's features declare, each of their sections, an example of each page about a row, and every page of the
 * window are taken full, empty, loading, with an error and refused; in English and Chinese, 1440 and 390 pixels wide,
 * light and dark. A page that does not show one of its states, that axe finds barriers on, that complains in the
 * console, or whose parts move while it loads is a fault: the faults are printed, and the exit code is 1.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../e2e/support/browser.ts';
import { buildPages, startDemo, type Demo } from '../e2e/support/demo.ts';
import type { Locale } from '../e2e/support/words.ts';
import { SAME, writeBook, type Compared } from './book.ts';
import { differenceOf } from './compare.ts';
import { pagesAmong, readOptions, USAGE, UsageError, type Options } from './options.ts';
import { allPages, declaredPages, type PanelPage } from './pages.ts';
import { Panel, PanelLane } from './panel.ts';
import type { BookPage, Taken } from './plan.ts';
import { STEADY_ENV } from './studio-clock.ts';
import { takeWindow } from './window.ts';
import { windowPages, type WindowPage } from './window-pages.ts';

function optionsOrEnd(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    process.exit(2);
  }
}

const options = optionsOrEnd();
const start = Date.now();
const seconds = () => Math.round((Date.now() - start) / 1000);
/** What is taken when: conversations that the window begins are seen in the panel. */
const isPanel = (page: BookPage): page is PanelPage => 'kind' in page;
const record = (page: BookPage, locale: Locale) => join(options.folder, 'taken', `${page.name}.${locale}.json`);
const keptOf = async (page: BookPage, locale: Locale): Promise<Taken | undefined> =>
  options.resume
    ? readFile(record(page, locale), 'utf8').then(
        (text) => JSON.parse(text) as Taken,
        () => undefined,
      )
    : undefined;

const all: Taken[] = [];
let done = 0;
let due = 0;

/** Takes a page, or what an earlier run has taken of it, and says so. */
async function takeOnce(page: BookPage, locale: Locale, take: () => Promise<Taken>): Promise<void> {
  const kept = await keptOf(page, locale);
  const taken =
    kept ??
    (await take().catch((error: unknown): Taken => {
      const text = `it could not be taken: ${String(error).split('\n')[0]}`;
      return { page, pictures: [], findings: [{ page: page.name, state: 'full', locale, text }] };
    }));
  all.push(taken);
  done += 1;
  const faults = taken.findings.length > 0 ? `, ${taken.findings.length} faults` : '';
  console.log(
    `[${done}/${due}] ${locale} ${page.name}: ${kept ? 'taken earlier' : `${taken.pictures.length} pictures`}${faults} (${seconds()} s)`,
  );
  if (!kept) await writeFile(record(page, locale), JSON.stringify(taken));
}

/** So many at a time, each beginning with the next when it is done. */
async function inLanes<T>(
  items: readonly T[],
  lanes: number,
  work: (item: T, lane: number) => Promise<void>,
): Promise<void> {
  const left = [...items];
  const lane = async (_: unknown, number: number) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next, number);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}

async function takeAll(full: Demo, empty: Demo | undefined): Promise<readonly BookPage[]> {
  const browser = await launchBrowser();
  try {
    const wantsPanel = !options.pages || options.pages.some((name) => !name.startsWith('window-'));
    const panel = wantsPanel ? await Panel.open(full, browser, options) : undefined;
    const bare = wantsPanel && empty ? await Panel.open(empty, browser, options) : undefined;
    const guide = panel && new PanelLane(panel, undefined, 'en', options.states);
    const plain = declaredPages();
    const known = guide && needsLooking(plain) ? await allPages((page) => guide.links(page)) : plain;
    await guide?.close();
    const pages = pagesAmong<PanelPage | WindowPage>([...known, ...windowPages], options.pages);
    if (options.list) {
      for (const { name, title } of pages) console.log(`${name}\t${title}`);
      return pages;
    }
    due = pages.length * options.locales.length;
    const shown = pages.filter(isPanel);
    for (const locale of options.locales) {
      if (!panel) break;
      const lanes = Array.from({ length: options.lanes }, () => new PanelLane(panel, bare, locale, options.states));
      await inLanes(shown, options.lanes, (page, lane) =>
        takeOnce(page, locale, async () => (lanes[lane] as PanelLane).take(page)),
      );
      for (const lane of lanes) await lane.close();
    }
    const windows = pages.filter((page): page is WindowPage => !isPanel(page));
    const desks = { full, empty, browser, options };
    const takePages = async (locale: Locale, served: boolean) => {
      for (const page of windows)
        if (page.served === served) await takeOnce(page, locale, () => takeWindow(page, locale, desks));
    };
    // While nobody is there nothing that one shopper does is seen by another.
    await inLanes(options.locales, options.lanes, (locale) => takePages(locale, false));
    for (const locale of options.locales) await takePages(locale, true);
    await compareAndWrite(pages, browser);
    return pages;
  } finally {
    await browser.close();
  }
}

/** Whether a page was asked for that only another page leads to. */
function needsLooking(plain: readonly PanelPage[]): boolean {
  return (
    !options.pages ||
    options.list ||
    options.pages.some(
      (name) => !name.startsWith('window-') && !plain.some((page) => page.name === name && page.path !== undefined),
    )
  );
}

async function compareAndWrite(pages: readonly BookPage[], browser: Awaited<ReturnType<typeof launchBrowser>>) {
  const eye = await (await browser.newContext()).newPage();
  const { folder, against } = options;
  const compared: Compared[] = [];
  for (const picture of all.flatMap(({ pictures }) => pictures))
    compared.push({
      ...picture,
      difference: against
        ? await differenceOf(eye, join(folder, picture.file), join(against, picture.file))
        : undefined,
    });
  const findings = all.flatMap((taken) => taken.findings);
  const shown = pages.map((page) => all.find((taken) => taken.page.name === page.name)?.page ?? page);
  await writeBook({ folder, against, pages: shown, pictures: compared, findings });
  await writeFile(join(folder, 'faults.json'), `${JSON.stringify(findings, null, 2)}\n`);
  for (const { page, state, locale, text } of findings)
    console.log(`✗ ${page} ${state} ${locale}: ${text.split('\n')[0]}`);
  const changed = compared.filter(({ difference }) => difference !== undefined && difference > SAME);
  for (const { file, difference = 0 } of changed) console.log(`≠ ${file}: ${(difference * 100).toFixed(2)} % differs`);
  console.log(
    `${pages.length} pages, ${compared.length} pictures${against ? `, ${changed.length} changed` : ''}, ${findings.length} faults, ${seconds()} s. Open ${join(folder, 'index.html')}.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}

await mkdir(join(options.folder, 'pictures'), { recursive: true });
await mkdir(join(options.folder, 'taken'), { recursive: true });
await buildPages();
const demos: Demo[] = [];
try {
  const needsEmpty = options.states.includes('empty') && !options.list;
  const starting = [
    startDemo({ ...STEADY_ENV, DEMO_CONTENT: 'on', DEMO_COLLEAGUE: 'off' }, { fresh: true }),
    ...(needsEmpty ? [startDemo(STEADY_ENV, { fresh: true })] : []),
  ];
  for (const demo of await Promise.allSettled(starting)) {
    if (demo.status === 'rejected') throw demo.reason;
    demos.push(demo.value);
  }
  console.log(`The desks are up (${seconds()} s).`);
  const [full, empty] = demos;
  if (full) await takeAll(full, empty);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await Promise.all(demos.map((demo) => demo.stop()));
}
