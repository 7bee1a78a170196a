/**
 * @module The pages of which pictures are taken: those that the panel's features declare, with an address for each. A page
 * about one row takes the row from the first link to it that another page shows.
 */
import type { Page } from 'playwright-core';
import { standardAdminFeatures } from '../../packages/admin/src/features/index.ts';

export interface PanelPage {
  /** Its path without parameters, as a file name: `orders-one` for `orders/:store/:id`. */
  readonly name: string;
  /** URL pattern below the panel's root. */
  readonly pattern: string;
  readonly title: string;
  readonly titleZh: string;
  /** The permission without which it is refused. */
  readonly allow: string | undefined;
}

/** Parameters that an address may lack. */
const OPTIONAL = /\/?:\w+\?/g;

export const panelPages: readonly PanelPage[] = standardAdminFeatures.flatMap(({ pages }) =>
  pages.map(({ path, title, allow }) => ({
    name: path
      .replace(OPTIONAL, '')
      .replace(/(\/:\w+)+/g, '-one')
      .replaceAll('/', '-'),
    pattern: path,
    title: title.en,
    titleZh: title.zh,
    allow,
  })),
);

/** Whether an address needs the id of a row. */
export const isAboutRow = ({ pattern }: PanelPage): boolean => pattern.replace(OPTIONAL, '').includes(':');

/** The address of a page that needs no row. */
export const plainAddress = ({ pattern }: PanelPage): string => `/${pattern.replace(OPTIONAL, '')}`;

/** An address of this page for a row that does not exist. */
export const absentAddress = ({ pattern }: PanelPage): string =>
  `/${pattern.replace(OPTIONAL, '').replace(/:\w+/g, '00000000-0000-7000-8000-000000000000')}`;

/** The first of these addresses that is one of this page. */
export function addressAmong(page: PanelPage, addresses: Iterable<string>): string | undefined {
  const pattern = new URLPattern({ pathname: `/${page.pattern}` });
  const parts = page.pattern.split('/').map((part) => (part.startsWith(':') ? undefined : part));
  for (const address of addresses) {
    const [path = ''] = address.split('?');
    if (!pattern.test({ pathname: path })) continue;
    // `cases/:id` is not what `cases/new` means.
    const own = path.slice(1).split('/');
    if (parts.every((part, at) => part !== undefined || own[at] !== 'new')) return path;
  }
  return undefined;
}

/** Every address below the panel's root that the page links to, also inside its elements. */
export const linksOf = (page: Page, root: string): Promise<string[]> =>
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
  }, root);
