import type { Connection } from './documents.ts';

const PAGE = 100;
const MOST_PAGES = 20;

/** All rows of a list that is short by nature (people, stores), page by page. */
export async function loadAll<T>(
  ask: (page: { first: number; after: string | null }) => Promise<Connection<T>>,
): Promise<readonly T[]> {
  const rows: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { nodes, pageInfo }: Connection<T> = await ask({ first: PAGE, after });
    rows.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  return rows;
}
