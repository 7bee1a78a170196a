/** @module What a person is told of, and which kinds there are to choose from. */
import { z } from 'zod';
import { defineView, value } from '../../kernel/action.ts';
import { instant, named, ref } from '../../kernel/entity.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import { noticeLayer, noticeSeverity } from './codes.ts';
import { Notice, NoticeMark, NoticePolicy, NoticePreference } from './entities.ts';
import { NoticeKind, noticeKinds } from './kinds.ts';

/** So many are looked at for one person, the newest first. */
const MOST_LOOKED_AT = 200;

const MyNotice = named(
  'MyNotice',
  z.object({
    id: z.string(),
    storeId: ref('Store').nullable(),
    kind: memberOf(NoticeKind),
    severity: noticeSeverity,
    title: z.string(),
    note: z.string(),
    aboutEntity: z.string().nullable(),
    aboutId: z.string().nullable(),
    lastAt: instant(),
    count: z.int(),
    level: z.int(),
    acknowledgeBy: instant().nullable(),
  }),
);

/** What one is told and has neither put away nor acknowledged, newest first. */
export const myNotices = defineView({
  title: { en: 'My notices', zh: '我的通知' },
  allow: { staff: true },
  input: z.object({ first: z.int().min(1).max(100).default(50) }),
  output: value('MyNotices', z.object({ notices: z.array(MyNotice), more: z.boolean() })),
  run: async (ctx, { first }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return { notices: [], more: false };
    const { userId } = actor;
    const rows = await ctx.find(Notice, {
      where: { state: 'OPEN' },
      order: [['lastAt', 'desc']],
      limit: MOST_LOOKED_AT,
    });
    const [marks, choices] = await Promise.all([
      ctx.find(NoticeMark, { where: { userId, noticeId: { in: rows.map(({ id }) => id) } }, limit: MOST_LOOKED_AT }),
      ctx.all(NoticePreference, { where: { userId, on: false } }),
    ]);
    const seen = new Map(marks.map((mark) => [mark.noticeId, mark.severity]));
    const off = new Set(choices.map(({ kind }) => kind));
    const told = rows.filter(
      (row) => row.byUserId !== userId && seen.get(row.id) !== row.severity && (row.locked || !off.has(row.kind)),
    );
    const notices = told.slice(0, first).map((row) => ({
      id: row.id,
      storeId: row.storeId,
      kind: row.kind,
      severity: row.severity,
      title: row.title,
      note: row.note,
      aboutEntity: row.aboutEntity,
      aboutId: row.aboutId,
      lastAt: row.lastAt,
      count: row.count,
      level: row.level,
      acknowledgeBy: row.acknowledgeBy,
    }));
    return { notices, more: told.length > first || rows.length === MOST_LOOKED_AT };
  },
});

const NoticeSetting = named(
  'NoticeSetting',
  z.object({
    kind: memberOf(NoticeKind),
    severity: noticeSeverity,
    locked: z.boolean(),
    onInStore: z.boolean().nullable(),
    perDay: z.int().nullable(),
    onForMe: z.boolean().nullable(),
    /** Whether the viewer is told, and who has decided that. */
    told: z.boolean(),
    decidedBy: noticeLayer,
  }),
);

/** A locked kind is told; what a store switches off nobody gets; of the rest each person says for themselves. */
export function decided({
  locked,
  onInStore,
  onForMe,
}: {
  readonly locked: boolean;
  readonly onInStore: boolean | null;
  readonly onForMe: boolean | null;
}): { readonly told: boolean; readonly decidedBy: z.output<typeof noticeLayer> } {
  if (locked) return { told: true, decidedBy: 'KIND' };
  if (onInStore === false) return { told: false, decidedBy: 'STORE' };
  if (onForMe !== null) return { told: onForMe, decidedBy: 'PERSON' };
  return { told: true, decidedBy: onInStore === null ? 'KIND' : 'STORE' };
}

/** Every kind of notice with what the store and the viewer have said of it; the store's word comes first. */
export const noticeSettings = defineView({
  title: { en: 'Kinds of notices', zh: '通知类型' },
  allow: { staff: true },
  input: z.object({ storeId: ref('Store').optional() }),
  output: value('NoticeSettings', z.object({ kinds: z.array(NoticeSetting) })),
  run: async (ctx, { storeId }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return { kinds: [] };
    const rules = (await ctx.ask(noticeKinds, {})).flat();
    const [policies, choices] = await Promise.all([
      storeId ? ctx.all(NoticePolicy, { where: { storeId } }) : [],
      ctx.all(NoticePreference, { where: { userId: actor.userId } }),
    ]);
    const kinds = rules.map(({ code, severity, locked = false }) => {
      const policy = policies.find(({ kind }) => kind === code);
      const onForMe = choices.find(({ kind }) => kind === code)?.on ?? null;
      return {
        kind: code,
        severity,
        locked,
        onInStore: storeId ? (policy?.on ?? true) : null,
        perDay: policy?.perDay ?? null,
        onForMe,
        ...decided({ locked, onInStore: policy?.on ?? null, onForMe }),
      };
    });
    return { kinds };
  },
});
