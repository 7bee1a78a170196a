/**
 * @module Alerts of a desk from before there were notices: rows of their own, which become notices at the first start,
 * one for one.
 */
import { z } from 'zod';
import { defineAction, value } from '../../kernel/action.ts';
import type { Desk } from '../../kernel/desk.ts';
import { timer } from '../../kernel/timer.ts';
import { Tenant, User } from '../access/index.ts';
import { Notice, NoticeKind } from '../notices/index.ts';
import { StaffAlert } from './entities.ts';

const PAGE = 100;
const MOST_TENANTS = 10_000;

export const alertsTimer = timer({ key: 'staff-alerts', input: z.object({ after: z.string().default('') }) });

const keyOf = ({ id }: { readonly id: string }): string => `alert:${id}`;

/** Makes the next page of alerts notices, and leaves the old rows as they are. What was put away is settled. */
export const moveStaffAlerts = defineAction({
  title: { en: 'Move the alerts of before', zh: '迁移旧版提醒' },
  allow: { system: true },
  unaudited: true,
  input: z.object({ after: z.string().default('') }),
  output: value('MovedStaffAlerts', z.object({ rows: z.int() })),
  run: async (ctx, { after }) => {
    const rows = await ctx.find(StaffAlert, { where: {}, limit: PAGE, ...(after ? { after: [after] } : {}) });
    const keys = rows.map(keyOf);
    const moved = keys.length > 0 ? await ctx.all(Notice, { where: { key: { in: keys } } }) : [];
    const known = new Set(moved.map(({ key }) => key));
    const ids = [...new Set(rows.flatMap(({ aboutUserId }) => aboutUserId ?? []))];
    const people = ids.length > 0 ? await ctx.all(User, { where: { id: { in: ids } } }) : [];
    const kinds = ctx.members(NoticeKind);
    for (const row of rows.filter((one) => !known.has(keyOf(one)))) {
      const { storeId, kind, conversationId, caseId, toUserId, aboutUserId, note, at, seenAt, seenById } = row;
      ctx.insert(Notice, {
        storeId,
        kind: kinds.has(kind as never) ? (kind as never) : 'ANNOUNCEMENT',
        key: keyOf(row),
        severity: 'IMPORTANT',
        title: people.find((one) => one.id === aboutUserId)?.name ?? '…',
        note,
        aboutEntity: caseId ? 'AfterSalesCase' : conversationId ? 'Conversation' : null,
        aboutId: caseId ?? conversationId,
        byUserId: null,
        toUserIds: toUserId ? [toUserId] : [],
        toPermission: toUserId ? null : 'conversation.assign',
        toRoles: [],
        state: seenAt ? 'CLEARED' : 'OPEN',
        notToldBecause: null,
        at,
        lastAt: at,
        count: 1,
        level: 0,
        acknowledgeBy: null,
        acknowledgedAt: seenAt,
        acknowledgedById: seenById,
        locked: false,
        levels: [],
        within: null,
      });
    }
    const last = rows.at(PAGE - 1);
    if (last) await ctx.at(alertsTimer, ctx.now, { after: last.id });
    return { rows: rows.length };
  },
});

/** Begins to move the alerts of tenants that have some of which the notices are not there. */
export async function moveAlerts(desk: Desk): Promise<void> {
  const anybody = { kind: 'system', tenantId: '', name: 'alerts' } as const;
  for (const { id: tenantId } of await desk.read(anybody).lookupAll(Tenant, {}, MOST_TENANTS)) {
    const actor = { ...anybody, tenantId };
    const [first] = await desk.read(actor).find(StaffAlert, { limit: 1 });
    if (first && !(await desk.read(actor).first(Notice, { key: keyOf(first) })))
      await desk.perform(actor, 'moveStaffAlerts', {});
  }
}
