/**
 * @module The panel's pages of which pictures are taken: those that its features declare, each with an address. A page
 * about one row takes the row from the first link to it that another page shows, and a page with sections is as many
 * pages as there are links to its sections: a feature adds none of its own here.
 */
import type { Page } from 'playwright-core';
import { standardAdminFeatures } from '../../packages/admin/src/features/index.ts';
import type { BookPage, State } from './plan.ts';

/** The panel's root. */
export const ROOT = '/admin/';

/** A kind of page, as a feature declares it. */
export interface Kind {
  /** URL pattern below the panel's root. */
  readonly pattern: string;
  readonly title: string;
  readonly titleZh: string;
  /** The permission without which it is refused. */
  readonly allow: string | undefined;
}

export interface PanelPage extends BookPage {
  readonly kind: Kind;
  /** Undefined while no other page leads to an example of it. */
  readonly path: string | undefined;
}

export const panelKinds: readonly Kind[] = standardAdminFeatures.flatMap(({ pages }) =>
  pages.map(({ path, title, allow }) => ({ pattern: path, title: title.en, titleZh: title.zh, allow })),
);

/** Parameters that an address may lack. */
const OPTIONAL = /\/?:\w+\?/g;
/** What an optional part of an address says when it names a section and no row. */
const SECTION = /^[A-Za-z]+(?:-[A-Za-z]+)*$/;
/** The pages that the panel draws from the description of the desk alone, which look alike for every entity. */
const DERIVED = /:entity\b/;

/** Whether an address needs the id of a row. */
export const isAboutRow = ({ pattern }: Pick<Kind, 'pattern'>): boolean => pattern.replace(OPTIONAL, '').includes(':');

/** The address of a page that needs no row. */
export const plainAddress = ({ pattern }: Pick<Kind, 'pattern'>): string => `/${pattern.replace(OPTIONAL, '')}`;

/** This page's address for a row that does not exist. */
export const absentAddress = ({ kind, path }: Pick<PanelPage, 'kind' | 'path'>): string => {
  const parts = kind.pattern.split('/');
  const own = (path ?? plainAddress(kind)).slice(1).split('/');
  const absent = (part: string, at: number) =>
    !part.startsWith(':') || own[at] === 'new' || (/\?$|^:entity$/.test(part) && SECTION.test(own[at] ?? ''))
      ? own[at]
      : '00000000-0000-7000-8000-000000000000';
  return `/${parts
    .map(absent)
    .filter((part) => part !== undefined)
    .join('/')}`;
};

/** The kind of a page that no feature declares here: the panel has it from the desk's own description, as its lists of work. */
function kindOf(path: string): Kind {
  const pattern = path
    .slice(1)
    .split('/')
    .map((part) => (/\d/.test(part) ? ':id' : part))
    .join('/');
  const title = pattern.replaceAll(/[/-]/g, ' ').replace(/^./, (first) => first.toUpperCase());
  return { pattern, title, titleZh: '', allow: undefined };
}

const lower = (text: string): string => text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Of which kind an address is, and the words by which it is told from others of the kind; undefined for the first view. */
export function pageAt(address: string, kinds: readonly Kind[] = panelKinds): PanelPage | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (path === '/' || path === '') return undefined;
  const declared = kinds.find(({ pattern }) => new URLPattern({ pathname: `/${pattern}` }).test({ pathname: path }));
  const kind = declared ?? kindOf(path);
  const own = path.slice(1).split('/').map(decodeURIComponent);
  const sections: string[] = [];
  const words = kind.pattern.split('/').map((part, at) => {
    const value = own[at];
    if (!part.startsWith(':') || value === undefined) return value;
    const isSection = value === 'new' || (/\?$|^:entity$/.test(part) && SECTION.test(value));
    if (isSection) sections.push(value);
    return isSection ? lower(value) : 'one';
  });
  const name = words.filter((word) => word !== undefined && word !== '').join('-');
  const more = sections.length > 0 ? ` · ${sections.join(' · ')}` : '';
  return {
    name: name.replaceAll('one-one', 'one') || 'home',
    title: kind.title + more,
    titleZh: kind.titleZh,
    lacks: declared ? {} : { 'not-allowed': 'The desk names it only to those who may see it.' },
    kind,
    path,
  };
}

/** The pages that need no row, and those about a row without one yet. */
export const declaredPages = (kinds: readonly Kind[] = panelKinds): readonly PanelPage[] =>
  kinds.map((kind) => {
    const plain = pageAt(isAboutRow(kind) ? absentAddress({ kind, path: undefined }) : plainAddress(kind), [kind]);
    if (!plain) throw new Error(`${kind.pattern} does not match its own address.`);
    return isAboutRow(kind) ? { ...plain, path: undefined } : plain;
  });

const ALIKE: Partial<Record<State, string>> = {
  empty: 'It looks like that of the first such list.',
  loading: 'It looks like that of the first such list.',
  error: 'It looks like that of the first such list.',
  'not-allowed': 'It looks like that of the first such list.',
};

/**
 * Every page that can be reached from the declared ones: `visit` answers the links of the page at an address. Of the
 * pages that are derived for each entity, only the first of a kind owes more than its full state.
 */
export async function allPages(
  visit: (page: PanelPage) => Promise<readonly string[]>,
  kinds: readonly Kind[] = panelKinds,
): Promise<readonly PanelPage[]> {
  const found = new Map<string, PanelPage>(declaredPages(kinds).map((page) => [page.name, page]));
  const looked = new Set<string>();
  for (;;) {
    const next = [...found.values()].find(({ name, path }) => path !== undefined && !looked.has(name));
    if (!next) break;
    looked.add(next.name);
    for (const link of await visit(next)) {
      const page = pageAt(link, kinds);
      if (!page || found.get(page.name)?.path !== undefined) continue;
      // The name of an example stands for all rows; the page that only its pattern was known of has an address now.
      found.set(page.name, page);
      for (const [name, other] of found)
        if (other.path === undefined && other.kind === page.kind && name !== page.name) found.delete(name);
    }
  }
  const first = new Set<Kind>();
  return [...found.values()].map((page) => {
    if (!DERIVED.test(page.kind.pattern) || !page.path?.split('/')[2]) return page;
    if (!first.has(page.kind)) {
      first.add(page.kind);
      return page;
    }
    return { ...page, lacks: ALIKE };
  });
}

/** Every address below the panel's root that the page links to, also inside its elements. */
export const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate((base) => {
    const found: string[] = [];
    const walk = (node: Document | ShadowRoot | Element): void => {
      for (const element of node.querySelectorAll('*')) {
        const { pathname, search } = element instanceof HTMLAnchorElement ? element : { pathname: '', search: '' };
        if (pathname.startsWith(base)) found.push(pathname.slice(base.length - 1) + search);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return found;
  }, ROOT);
