/**
 * @module The picture book as HTML: a sheet for each page, what changed since an earlier book on top, and an index.
 */
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { STATES, type BookPage, type Finding, type Picture } from './plan.ts';

/** Below this share of differing pixels a picture counts as the same. */
export const SAME = 0.001;

export interface Compared extends Picture {
  /** 0 to 1; undefined where there is no earlier picture of this name. */
  readonly difference: number | undefined;
}

export interface Book {
  readonly folder: string;
  /** Folder of the earlier book. */
  readonly against: string | undefined;
  readonly pages: readonly BookPage[];
  readonly pictures: readonly Compared[];
  readonly findings: readonly Finding[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const hasChanged = ({ difference }: Compared): boolean => difference !== undefined && difference > SAME;

const STYLE = `
  :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
  body { margin: 1.5rem; }
  .pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1rem; align-items: start; }
  figure { margin: 0; }
  figure.pair div { display: grid; grid-template-columns: 1fr 1fr; gap: 0.25rem; }
  img { inline-size: 100%; border: 1px solid #8884; border-radius: 4px; }
  figcaption { font-size: 0.85em; opacity: 0.8; }
  .wrong { color: #c0392b; white-space: pre-wrap; }
  td, th { text-align: start; padding: 0.15rem 0.75rem 0.15rem 0; }`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title)}</title><style>${STYLE}</style><body><h1>${escape(title)}</h1>${body}</body></html>\n`;

const caption = ({ locale, width, scheme, difference }: Compared): string =>
  `${locale} · ${width} · ${scheme}${difference === undefined ? '' : ` · ${(difference * 100).toFixed(1)} % differs`}`;

const image = (file: string): string => `<a href="${file}"><img loading="lazy" alt="" src="${file}"></a>`;

/** The earlier picture beside the new one where the two differ. */
function figure({ folder, against }: Book, picture: Compared): string {
  const before =
    against && hasChanged(picture) ? image(relative(folder, join(against, picture.file)).replaceAll('\\', '/')) : '';
  return `<figure class="${before ? 'pair' : ''}"><div>${before}${image(picture.file)}</div><figcaption>${caption(picture)}</figcaption></figure>`;
}

function sheet(book: Book, name: string): string {
  const own = book.pictures.filter((picture) => picture.page === name);
  const wrong = book.findings.filter((finding) => finding.page === name);
  const changed = own.filter(hasChanged).toSorted((a, b) => (b.difference ?? 0) - (a.difference ?? 0));
  const group = (heading: string, pictures: readonly Compared[]) =>
    pictures.length === 0
      ? ''
      : `<h2>${escape(heading)}</h2><div class="pictures">${pictures.map((picture) => figure(book, picture)).join('')}</div>`;
  const states = Map.groupBy(own, ({ state }) => state);
  const lacks = book.pages.find((page) => page.name === name)?.lacks ?? {};
  return [
    wrong.map(({ state, locale, text }) => `<p class="wrong">${escape(`${state}, ${locale}: ${text}`)}</p>`).join(''),
    group('Changed', changed),
    ...STATES.map((state) =>
      lacks[state] ? `<h2>${state}</h2><p>${escape(lacks[state])}</p>` : group(state, states.get(state) ?? []),
    ),
  ].join('');
}

/** Writes `index.html` and a sheet for each page. */
export async function writeBook(book: Book): Promise<void> {
  const rows = book.pages.map(({ name, title, titleZh }) => {
    const own = book.pictures.filter((picture) => picture.page === name);
    const wrong = book.findings.filter((finding) => finding.page === name).length;
    const changed = own.filter(hasChanged).length;
    return { name, title, titleZh, pictures: own.length, changed, wrong };
  });
  const table = rows
    .toSorted((a, b) => b.wrong - a.wrong || b.changed - a.changed)
    .map(
      ({ name, title, titleZh, pictures, changed, wrong }) =>
        `<tr><td><a href="${name}.html">${escape(`${title} · ${titleZh}`)}</a></td><td>${pictures}</td><td>${changed}</td><td>${wrong}</td></tr>`,
    )
    .join('');
  await writeFile(
    join(book.folder, 'index.html'),
    page(
      'Pictures of Shopdesk',
      `<table><tr><th>Page</th><th>Pictures</th><th>Changed</th><th>Faults</th></tr>${table}</table>`,
    ),
  );
  for (const { name, title, titleZh } of book.pages)
    await writeFile(join(book.folder, `${name}.html`), page(`${title} · ${titleZh}`, sheet(book, name)));
}
