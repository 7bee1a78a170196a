/** @module A word to the members of a team, or to who leads it. */
import { z } from 'zod';
import { defineAction, one } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { addTo } from '../../kernel/vocabulary.ts';
import { Notice, noticeKind, NoticeKind, notify } from '../notices/index.ts';
import { Team } from './entities.ts';
import { organisationTexts as t } from './texts.ts';

export const TeamNotices = addTo(NoticeKind, { TEAM_MESSAGE: { en: 'Message to a team', zh: '团队通知' } });
export const teamMessage = noticeKind(TeamNotices, { code: 'TEAM_MESSAGE', severity: 'IMPORTANT' });

/** Tells the members of a team something, or only who leads it. */
export const tellTeam = defineAction({
  title: { en: 'Tell the team', zh: '通知团队' },
  allow: { staff: 'notice.send' },
  on: Team,
  input: z.object({
    title: z.string().trim().min(1).max(300),
    note: z.string().trim().max(1000).default(''),
    leadOnly: z.boolean().default(false),
  }),
  output: one(Notice),
  when: (_ctx, { active }) => (active ? undefined : deny('CONFLICT', { text: t.teamIsClosed })),
  run: (ctx, { id }, { title, note, leadOnly }) =>
    notify(ctx, teamMessage, {
      storeId: null,
      key: ctx.newId(),
      title,
      note,
      about: { entity: Team.name, id },
      to: leadOnly ? { leadsOf: [id] } : { teams: [id] },
    }),
});
