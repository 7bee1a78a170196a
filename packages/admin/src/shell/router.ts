import type { AdminFeature, AdminPage } from '../desk/feature.ts';

export interface Match {
  readonly page: AdminPage;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly search: URLSearchParams;
}

/**
 * The pages of all features as one table of patterns, in the order of the features; an address that a page names word
 * for word is that page, whatever pattern of another one fits it, too.
 */
export class RouteTable {
  readonly pages: readonly AdminPage[];
  readonly #routes: readonly { readonly pattern: URLPattern; readonly page: AdminPage }[];
  #last: Match | undefined;

  /** @param before the table in whose place this one comes */
  constructor(features: readonly Pick<AdminFeature, 'pages'>[], before?: RouteTable) {
    if (before) this.#last = before.#last;
    this.pages = features.flatMap((feature) => feature.pages);
    const isPattern = ({ path }: AdminPage) => /[:*{]/.test(path);
    const ordered = [...this.pages.filter((page) => !isPattern(page)), ...this.pages.filter(isPattern)];
    this.#routes = ordered.map((page) => ({ pattern: new URLPattern({ pathname: `/${page.path}` }), page }));
  }

  /** The page at a path, whether or not it is open. */
  pageAt(path: string): AdminPage | undefined {
    return this.#find(path)?.page;
  }

  /** The same objects as the last time where they say the same: a page that is drawn anew is not another page. */
  match(path: string): Match | undefined {
    const found = this.#find(path);
    return found && (this.#last = steady(found, this.#last));
  }

  #find(path: string): Match | undefined {
    const url = new URL(path, 'https://panel.invalid');
    for (const { pattern, page } of this.#routes) {
      const found = pattern.exec({ pathname: url.pathname });
      if (found) return { page, params: found.pathname.groups, search: url.searchParams };
    }
    return undefined;
  }
}

function steady(match: Match, last: Match | undefined): Match {
  if (match.page !== last?.page) return match;
  const params = JSON.stringify(match.params) === JSON.stringify(last.params) ? last.params : match.params;
  const search = String(match.search) === String(last.search) ? last.search : match.search;
  return { page: match.page, params, search };
}
