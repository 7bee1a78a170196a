import type { AdminFeature, AdminPage } from '../desk/feature.ts';

export interface Match {
  readonly page: AdminPage;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly search: URLSearchParams;
}

/** The pages of all features as one table of patterns, in the order of the features. */
export class RouteTable {
  readonly pages: readonly AdminPage[];
  readonly #routes: readonly { readonly pattern: URLPattern; readonly page: AdminPage }[];

  constructor(features: readonly AdminFeature[]) {
    this.pages = features.flatMap((feature) => feature.pages);
    this.#routes = this.pages.map((page) => ({ pattern: new URLPattern({ pathname: `/${page.path}` }), page }));
  }

  match(path: string): Match | undefined {
    const url = new URL(path, 'https://panel.invalid');
    for (const { pattern, page } of this.#routes) {
      const found = pattern.exec({ pathname: url.pathname });
      if (found) return { page, params: found.pathname.groups, search: url.searchParams };
    }
    return undefined;
  }
}
