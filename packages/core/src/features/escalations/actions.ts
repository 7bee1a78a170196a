/**
 * @module Complex matters go up (R-CH-05): with a reason and a summary, to a level whose people accept in time; until
 * then the conversation stays with its owner.
 */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { may } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { inCommit } from '../../kernel/event.ts';
import { answer } from '../../kernel/point.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { Conversation, giveTo, OWNED_STATES, Transfer } from '../conversations/index.ts';
import { MOST_TIED, Placed, Team, teamClosed, teamTies } from '../organisation/index.ts';
import { slaSettingOf } from '../service-levels/index.ts';
import { Escalation } from './entities.ts';
import { escalationChanged } from './events.ts';
import { Escalated, HIGHEST } from './fields.ts';
import { escalationTimer } from './timers.ts';
import { escalationTexts as t } from './texts.ts';

type ConversationRow = RowOf<typeof Escalated>;
type EscalationRow = RowOf<typeof Escalation>;

/** Where no service level says how soon a level accepts. */
const ACCEPT_SECONDS = 600;

const isOwned = ({ state }: ConversationRow): boolean => (OWNED_STATES as readonly string[]).includes(state);

async function dueOf(ctx: ActionContext, conversation: ConversationRow): Promise<string> {
  const { policy } = await slaSettingOf(ctx, conversation);
  return new Date(Date.parse(ctx.now) + (policy?.acceptSeconds ?? ACCEPT_SECONDS) * 1000).toISOString();
}

async function waitFor(ctx: ActionContext, escalation: EscalationRow): Promise<EscalationRow> {
  await ctx.at(escalationTimer, escalation.dueAt, escalation);
  ctx.emit(escalationChanged, escalation);
  return escalation;
}

/** Asks a higher level to take a conversation over; its service level starts now. */
export const escalateConversation = defineAction({
  title: { en: 'Escalate', zh: '升级' },
  allow: { staff: 'customer.reply' },
  on: Escalated,
  input: z.object({
    level: z.int().min(2).max(HIGHEST),
    reason: z.string().trim().max(500).default(''),
    summary: z.string().trim().max(2000).default(''),
  }),
  output: one(Escalation),
  when: ({ actor }, conversation) => {
    const mine = actor.kind === 'staff' && conversation.ownerId === actor.userId;
    if (!mine && actor.kind !== 'system' && !may(actor, 'conversation.assign'))
      return deny('FORBIDDEN', { text: t.ownerOrLeadEscalates });
    if (!isOwned(conversation))
      return deny('INVALID_TRANSITION', { details: { from: conversation.state, event: 'escalate' } });
    if (conversation.escalatedTo !== null) return deny('DUPLICATE');
    return conversation.level >= HIGHEST ? deny('LIMIT_EXCEEDED', { details: { limit: HIGHEST } }) : undefined;
  },
  check: (_ctx, conversation, { level, reason, summary }) => {
    if (!reason) return deny('REASON_REQUIRED');
    if (!summary)
      return deny('VALIDATION_FAILED', {
        fields: [{ path: 'summary', text: t.saySummary }],
      });
    return level > conversation.level
      ? undefined
      : deny('VALIDATION_FAILED', { fields: [{ path: 'level', text: t.sameLevel }] });
  },
  run: async (ctx, conversation, { level, reason, summary }) => {
    const escalation = ctx.insert(Escalation, {
      storeId: conversation.storeId,
      conversationId: conversation.id,
      fromLevel: conversation.level,
      level,
      reason,
      summary,
      state: 'REQUESTED',
      teamId: await targetOf(ctx, conversation.ownerId),
      requestedById: ctx.actor.kind === 'staff' ? ctx.actor.userId : null,
      requestedAt: ctx.now,
      dueAt: await dueOf(ctx, conversation),
      raised: 0,
      overdue: false,
      decidedById: null,
      decidedAt: null,
      declineReason: null,
    });
    ctx.update(Escalated, conversation, { escalatedTo: level });
    return waitFor(ctx, escalation);
  },
});

/** The team to which that of a conversation's owner escalates; null: only those of the level are asked. */
async function targetOf(ctx: ReadContext, ownerId: string | null): Promise<string | null> {
  const owner = await ctx.maybe(Placed, ownerId);
  for (const id of owner?.teams ?? []) {
    const team = await ctx.maybe(Team, id);
    if (team?.active && team.escalatesToId) return team.escalatesToId;
  }
  return null;
}

/** Whether the actor belongs to a team or leads it. */
async function isOfTeam(ctx: ReadContext, teamId: string | null): Promise<boolean> {
  if (ctx.actor.kind !== 'staff' || teamId === null) return false;
  const { teams, leads } = await ctx.get(Placed, ctx.actor.userId);
  return teams.includes(teamId) || leads.includes(teamId);
}

/** Who of the level may answer: not who asked, and not who has the conversation anyway. */
async function mayAnswer(
  ctx: ReadContext,
  { level, requestedById, teamId }: EscalationRow,
): Promise<Denial | undefined> {
  const { actor } = ctx;
  const permission = `escalation.level${level}`;
  if (!may(actor, permission) && !(await isOfTeam(ctx, teamId)))
    return deny('FORBIDDEN', { details: { permission, teamId } });
  return actor.kind === 'staff' && actor.userId === requestedById
    ? deny('FORBIDDEN', { text: t.notOwnEscalation })
    : undefined;
}

async function decide(
  ctx: ActionContext,
  id: string,
  event: 'accept' | 'decline' | 'cancel',
  changes: Partial<EscalationRow> = {},
): Promise<EscalationRow> {
  await ctx.unset(escalationTimer, id);
  const decidedById = ctx.actor.kind === 'staff' ? ctx.actor.userId : null;
  const decided = ctx.fire(Escalation, await ctx.get(Escalation, id), event, {
    decidedById,
    decidedAt: ctx.now,
    ...changes,
  });
  ctx.emit(escalationChanged, decided);
  return decided;
}

/** Takes an escalated conversation over; from now on it has the level. */
export const acceptEscalation = defineAction({
  title: { en: 'Accept the escalation', zh: '接受升级' },
  allow: { staff: 'customer.reply' },
  on: Escalation,
  input: z.object({}),
  output: one(Escalation),
  event: 'accept',
  when: mayAnswer,
  run: async (ctx, row) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return refuse('FORBIDDEN');
    const escalation = await decide(ctx, row.id, 'accept');
    const conversation = ctx.update(Escalated, await ctx.get(Escalated, escalation.conversationId), {
      level: escalation.level,
      escalatedTo: null,
    });
    const open = await ctx.trusted('part of a seen row').first(Transfer, {
      conversationId: conversation.id,
      state: { in: ['OFFERED', 'APPROVAL_PENDING'] },
    });
    if (open) ctx.fire(Transfer, open, 'expire', { decidedAt: ctx.now });
    if (conversation.ownerId !== actor.userId)
      await giveTo(
        ctx,
        conversation,
        { id: actor.userId, name: actor.name },
        conversation.state === 'QUEUED' ? 'route' : 'reassign',
        'TRANSFERRED',
      );
    return escalation;
  },
});

/** Gives an escalation back with a reason; the conversation stays where it is. */
export const declineEscalation = defineAction({
  title: { en: 'Decline the escalation', zh: '拒绝升级' },
  allow: { staff: 'customer.reply' },
  on: Escalation,
  input: z.object({ reason: z.string().trim().max(500).default('') }),
  output: one(Escalation),
  event: 'decline',
  when: mayAnswer,
  check: (_ctx, _row, { reason }) => (reason ? undefined : deny('REASON_REQUIRED')),
  run: async (ctx, row, { reason }) => {
    const escalation = await decide(ctx, row.id, 'decline', { declineReason: reason });
    ctx.update(Escalated, await ctx.get(Escalated, escalation.conversationId), { escalatedTo: null });
    return escalation;
  },
});

/** Nobody accepted in time: the next level is asked; above the highest there is only the mark that it is overdue. */
export const raiseEscalation = defineAction({
  title: { en: 'Raise the escalation', zh: '自动升级' },
  allow: { system: true },
  on: Escalation,
  input: z.object({}),
  output: one(Escalation),
  event: 'raise',
  run: async (ctx, escalation) => {
    const conversation = await ctx.get(Escalated, escalation.conversationId);
    if (escalation.level >= HIGHEST) {
      const overdue = ctx.fire(Escalation, escalation, 'raise', { overdue: true });
      ctx.emit(escalationChanged, overdue);
      return overdue;
    }
    const level = escalation.level + 1;
    const raised = ctx.fire(Escalation, escalation, 'raise', {
      level,
      teamId: (await ctx.maybe(Team, escalation.teamId))?.escalatesToId ?? null,
      raised: escalation.raised + 1,
      dueAt: await dueOf(ctx, conversation),
    });
    ctx.update(Escalated, conversation, { escalatedTo: level });
    return waitFor(ctx, raised);
  },
});

/** Takes a level back; only a supervisor does (domain model 3.3). */
export const lowerEscalation = defineAction({
  title: { en: 'Lower the level', zh: '降低级别' },
  allow: { staff: 'escalation.lower' },
  on: Escalated,
  input: z.object({
    level: z
      .int()
      .min(1)
      .max(HIGHEST - 1),
    reason: z.string().trim().max(500).default(''),
  }),
  output: one(Conversation),
  when: (_ctx, { level }) =>
    level === 1 ? deny('INVALID_TRANSITION', { details: { from: 1, event: 'lower' } }) : undefined,
  check: (_ctx, conversation, { level, reason }) => {
    if (!reason) return deny('REASON_REQUIRED');
    return level < conversation.level
      ? undefined
      : deny('VALIDATION_FAILED', {
          fields: [{ path: 'level', text: t.levelNotBelow }],
        });
  },
  run: (ctx, row, { level }) => ctx.update(Escalated, row, { level }),
});

const openFor = (teamId: string) => ({ teamId, state: 'REQUESTED' });

export const escalationsToTeam = answer(teamTies, async (ctx, { teamId }) => [
  {
    entity: Escalation.name,
    count: await ctx.count(Escalation, openFor(teamId), MOST_TIED),
  },
]);

/** What a team that is closed was asked is asked of the next one, or of those of the level alone. */
export const askOn = inCommit(teamClosed, async (ctx, { team, to: teamId }) => {
  const open = await ctx.find(Escalation, { where: openFor(team.id), limit: MOST_TIED });
  for (const escalation of open) ctx.update(Escalation, escalation, { teamId });
});

/** A conversation that is over needs nobody of a higher level. */
export async function cancelFor(ctx: ActionContext, { id }: Pick<ConversationRow, 'id'>): Promise<void> {
  const conversation = await ctx.get(Escalated, id);
  if (conversation.escalatedTo === null) return;
  const open = await ctx.first(Escalation, { conversationId: id, state: 'REQUESTED' });
  if (open) await decide(ctx, open.id, 'cancel', { decidedById: null });
  ctx.update(Escalated, conversation, { escalatedTo: null });
}
