/**
 * @module The pages of work: what the viewer has in hand, and for each kind that has a name for many a list and a board.
 * A kind of a third party has the same, and needs no line of the panel.
 */
import { defineAdminFeature, type AdminFeature, type AdminPage, type PanelContext } from '../../desk/feature.ts';
import { record } from '../../desk/record.ts';
import type { LocalText } from '../../kit/language.ts';
import { workKinds, type WorkKind } from './data.ts';

const LIST: LocalText = { en: 'List', zh: '列表' };
const BOARD: LocalText = { en: 'Board', zh: '看板' };

/** `WarrantyClaims` → `warranty-claims`. */
const pathOf = (plural: string): string => plural.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

type Placed = WorkKind & { readonly called: LocalText };

const tabsOf = ({ plural }: Placed) => [
  { path: `/${pathOf(plural)}`, title: LIST },
  { path: `/${pathOf(plural)}/board`, title: BOARD },
];

const listOf = (kind: Placed) =>
  record(kind.entity, {
    path: pathOf(kind.plural),
    title: kind.called,
    nav: { order: 26, icon: 'flag' },
    details: async () => ({ details: { tabs: tabsOf(kind) } }),
  });

const boardOf = (kind: Placed): AdminPage => ({
  path: `${pathOf(kind.plural)}/board`,
  title: kind.called,
  tag: 'desk-admin-work-board',
  load: () => import('../../records/board.ts'),
  values: { start: listOf(kind), path: `/${pathOf(kind.plural)}/board` },
});

const myWork: AdminPage = {
  path: 'work',
  title: { en: 'My work', zh: '我的工作' },
  tag: 'desk-admin-my-work',
  load: () => import('./my-work.ts'),
  nav: { order: 12, icon: 'check' },
};

export async function kindPages({ client }: PanelContext): Promise<AdminFeature> {
  const { kinds } = await client.query(workKinds, {});
  const placed = kinds.filter((kind): kind is Placed => kind.called !== null);
  return defineAdminFeature({
    name: 'work-kinds',
    pages: [...(kinds.some(({ handles }) => handles) ? [myWork] : []), ...placed.map(boardOf)],
    records: placed.map(listOf),
    shortcuts: [
      { keys: 'j', title: { en: 'Next item of my work', zh: '我的工作：下一项' } },
      { keys: 'k', title: { en: 'Previous item of my work', zh: '我的工作：上一项' } },
      { keys: 'm', title: { en: 'Move the card of a board', zh: '看板：移动卡片' } },
    ],
  });
}
