/** @module What owners of rules are told: that one has paused itself, or stopped in the middle. */
import type { ActionContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { clearNotices, noticeKind, NoticeKind, notify } from '../notices/index.ts';
import type { Rule } from './entities.ts';

export const RuleNotices = addTo(NoticeKind, {
  RULE_PAUSED: { en: 'Rule has paused itself', zh: '规则自动暂停' },
  RULE_STOPPED: { en: 'Rule was stopped', zh: '规则执行中止' },
});
export const rulePaused = noticeKind(RuleNotices, { code: 'RULE_PAUSED', severity: 'IMPORTANT' });
export const ruleStopped = noticeKind(RuleNotices, { code: 'RULE_STOPPED', severity: 'INFO' });

type RuleRow = RowOf<typeof Rule>;
type Why = { readonly zh: string; readonly en: string };

/** Whoever publishes rules hears of it where its owner does not. */
const PUBLISHERS = { permission: 'rule.publish' };

export async function tellOwner(
  ctx: ActionContext,
  kind: typeof rulePaused,
  { id, storeId, ownerId, name, code }: RuleRow,
  why: Why,
): Promise<void> {
  await notify(ctx, kind, {
    storeId,
    key: id,
    title: [...new Set([`${code}`, name.zh, name.en])].filter(Boolean).join(' · '),
    note: [...new Set([why.zh, why.en])].join('\n'),
    about: { entity: 'Rule', id },
    to: ownerId ? { userIds: [ownerId] } : PUBLISHERS,
    next: ownerId ? [PUBLISHERS] : [],
  });
}

/** Somebody has looked after it. */
export async function settled(ctx: ActionContext, { id }: RuleRow): Promise<void> {
  for (const kind of [rulePaused, ruleStopped]) await clearNotices(ctx, kind, id);
}
