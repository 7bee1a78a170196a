/** @module What people do with notices: acknowledge them, put them away, send one, and say which they want. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { ref } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import { memberOf } from '../../kernel/vocabulary.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { Role, Store } from '../access/index.ts';
import { Notice, NoticeMark, NoticePolicy, NoticePreference } from './entities.ts';
import { announcement, NoticeKind, noticeKinds, type NoticeKindRule } from './kinds.ts';
import { goOn, notify } from './notify.ts';
import { noticeTexts as t } from './texts.ts';
import { escalationTimer } from './timers.ts';

/** Says that somebody deals with it: nobody else need, and it goes to nobody further. */
export const acknowledgeNotice = defineAction({
  title: { en: 'Acknowledge', zh: '确认' },
  allow: { staff: true },
  inPerson: true,
  on: Notice,
  event: 'acknowledge',
  input: z.object({}),
  output: one(Notice),
  run: async (ctx, row) => {
    if (row.acknowledgeBy) await ctx.unset(escalationTimer, row);
    return ctx.fire(Notice, row, 'acknowledge', {
      acknowledgeBy: null,
      acknowledgedAt: ctx.now,
      acknowledgedById: staffOf(ctx).userId,
    });
  },
});

/** Puts a notice away for oneself; others still see it. It comes back only when it has become worse. */
export const seeNotice = defineAction({
  title: { en: 'Mark as seen', zh: '标记为已读' },
  allow: { staff: true },
  inPerson: true,
  unaudited: true,
  manner: 'light',
  on: Notice,
  input: z.object({}),
  output: one(Notice),
  run: async (ctx, row) => {
    const { userId } = staffOf(ctx);
    const { severity } = row;
    const mark = await ctx.first(NoticeMark, { noticeId: row.id, userId });
    if (!mark) ctx.insert(NoticeMark, { noticeId: row.id, userId, severity });
    else if (mark.severity !== severity) ctx.update(NoticeMark, mark, { severity });
    return row;
  },
});

/** Nobody has acknowledged it in time. */
export const escalateNotice = defineAction({
  title: { en: 'Go on to the next people', zh: '升级通知' },
  allow: { system: true },
  on: Notice,
  event: 'acknowledge',
  stays: true,
  input: z.object({}),
  output: one(Notice),
  check: (ctx, { acknowledgeBy }) => (acknowledgeBy && acknowledgeBy <= ctx.now ? undefined : deny('NOT_FOUND')),
  run: goOn,
});

/** Tells colleagues something: some people, or all who have some of the roles. */
export const sendNotice = defineAction({
  title: { en: 'Send a notice', zh: '发送通知' },
  allow: { staff: 'notice.send' },
  input: z.object({
    /** Null: it goes to people of all stores. */
    storeId: ref('Store').nullable().default(null),
    title: z.string().trim().min(1).max(300),
    note: z.string().trim().max(1000).default(''),
    toUserIds: z.array(ref('User')).max(100).default([]),
    toRoles: z.array(memberOf(Role)).max(20).default([]),
  }),
  output: one(Notice),
  check: async (ctx, { storeId, toUserIds, toRoles }) => {
    if (storeId !== null) await ctx.get(Store, storeId);
    return toUserIds.length + toRoles.length > 0
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'toUserIds', text: t.nobodyNamed }] });
  },
  run: (ctx, { storeId, title, note, toUserIds: userIds, toRoles: roles }) =>
    notify(ctx, announcement, { storeId, key: ctx.newId(), title, note, to: { userIds, roles } }),
});

/** The kind, as the feature that gives it says. */
const ruleOf = async (ctx: ReadContext, kind: string): Promise<NoticeKindRule | undefined> =>
  (await ctx.ask(noticeKinds, {})).flat().find(({ code }) => code === kind);

const mayBeOff = async (ctx: ReadContext, kind: string, on: boolean) =>
  !on && (await ruleOf(ctx, kind))?.locked
    ? deny('VALIDATION_FAILED', { fields: [{ path: 'on', text: t.locked }] })
    : undefined;

/** Decides for a store whether a kind of notice is given, and how often in a day at most (R-QA-07). */
export const setNoticePolicy = defineAction({
  title: { en: 'Set the rule of a kind of notice', zh: '设置通知规则' },
  allow: { staff: 'notice.configure' },
  on: Store,
  input: z.object({
    kind: memberOf(NoticeKind),
    on: z.boolean().default(true),
    perDay: z.int().min(1).max(1000).nullable().default(null),
  }),
  output: one(NoticePolicy),
  check: (ctx, _store, { kind, on }) => mayBeOff(ctx, kind, on),
  run: async (ctx, { id: storeId }, { kind, on, perDay }) => {
    const known = await ctx.first(NoticePolicy, { storeId, kind });
    return known
      ? ctx.update(NoticePolicy, known, { on, perDay })
      : ctx.insert(NoticePolicy, { storeId, kind, on, perDay });
  },
});

/** Says for oneself whether one wants to be told of a kind. */
export const setNoticePreference = defineAction({
  title: { en: 'Choose what to be told', zh: '设置接收的通知' },
  allow: { staff: true },
  inPerson: true,
  input: z.object({ kind: memberOf(NoticeKind), on: z.boolean() }),
  output: one(NoticePreference),
  check: (ctx, { kind, on }) => mayBeOff(ctx, kind, on),
  run: async (ctx, { kind, on }) => {
    const { userId } = staffOf(ctx);
    const known = await ctx.first(NoticePreference, { userId, kind });
    return known ? ctx.update(NoticePreference, known, { on }) : ctx.insert(NoticePreference, { userId, kind, on });
  },
});
