/** @module Which kinds of work items somebody sees, and how much of each is theirs to do. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { named, type Entity } from '../../kernel/entity.ts';
import type { Work } from '../../kernel/work.ts';
import { LocalText } from '../access/index.ts';
import { WorkItem } from './entities.ts';

/** More are not counted: nobody works through them by their number. */
const MOST_COUNTED = 100;

const WorkKind = named(
  'WorkKind',
  z.object({
    entity: z.string(),
    /** The name of many in an address, `Complaints`. */
    plural: z.string(),
    title: LocalText,
    called: LocalText.nullable(),
    handles: z.boolean(),
    mine: z.int(),
    free: z.int(),
  }),
);

/** The kinds that the viewer sees, by name, with what is open: in their own hands, and in nobody's. */
export const workKinds = defineView({
  title: { en: 'Kinds of work', zh: '工作事项类型' },
  allow: { staff: true },
  input: z.object({}),
  output: value('WorkKinds', z.object({ kinds: z.array(WorkKind), mostCounted: z.int() })),
  run: async (ctx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return { kinds: [], mostCounted: MOST_COUNTED };
    const seen = [...ctx.entities.values()]
      .filter((entity): entity is Entity & { readonly work: Work } => actor.permissions.has(entity.work?.read ?? ''))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const openOf = (entity: string, ownerId: string | null) =>
      ctx.count(WorkItem, { entity, ownerId, open: true }, MOST_COUNTED);
    const kinds = seen.map(async ({ name, plural, title: { en, zh }, work }) => {
      const handles = actor.permissions.has(work.handle);
      const [mine, free] = await Promise.all([openOf(name, actor.userId), handles ? openOf(name, null) : 0]);
      return { entity: name, plural, title: { en, zh }, called: work.called ?? null, handles, mine, free };
    });
    return { kinds: await Promise.all(kinds), mostCounted: MOST_COUNTED };
  },
});
