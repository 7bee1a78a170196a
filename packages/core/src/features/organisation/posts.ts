/** @module Posts with their duty sheets, and who has acknowledged them (R-ORG-05 to R-ORG-07). */
import { z } from 'zod';
import { defineAction, defineView, one, value } from '../../kernel/action.ts';
import { deny } from '../../kernel/denial.ts';
import { named, ref } from '../../kernel/entity.ts';
import { staffOf } from '../../kernel/question.ts';
import {
  ADMINISTERS,
  lastOwnerLeaves,
  LIVE_SKILL,
  LocalText,
  mayChangeAuthority,
  mayServe,
  MODES,
  noteOwnerLeaves,
  tellOfNewAuthority,
} from '../access/index.ts';
import { DutyAcknowledgement, Placed, Post, postFields, teamCode } from './entities.ts';
import { given, MANAGES } from './manage.ts';
import { organisationTexts as t } from './texts.ts';

const input = z.object(postFields);
const MOST_HOLDERS = 1000;

export const createPost = defineAction({
  title: { en: 'Make a post', zh: '新建岗位' },
  tenantWide: true,
  allow: { staff: MANAGES },
  input: input.extend({
    code: teamCode,
    modes: postFields.modes.default([]),
    duties: postFields.duties.default([]),
  }),
  output: one(Post),
  check: async (ctx, { code }) =>
    (await ctx.maybe(Post, code)) ? deny('DUPLICATE', { details: { field: 'code' } }) : undefined,
  run: (ctx, { code: id, ...fields }) => ctx.insert(Post, { id, ...fields, dutyVersion: 1 }),
});

/** Changes a post. Other duties are a new version, which whoever holds the post acknowledges anew. */
export const updatePost = defineAction({
  title: { en: 'Change the post', zh: '修改岗位' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Post,
  input: input.partial().extend({ active: z.boolean().optional() }),
  output: one(Post),
  run: (ctx, post, changes) => {
    const { duties } = changes;
    const said = (list: typeof post.duties) => JSON.stringify(list.map(({ en, zh }) => [en, zh]));
    const isNew = duties !== undefined && said(duties) !== said(post.duties);
    return ctx.update(Post, post, { ...given(changes), ...(isNew ? { dutyVersion: post.dutyVersion + 1 } : {}) });
  },
});

/**
 * Gives somebody a post: what it may do, the ways to talk that it serves and where its day begins. Who may not decide
 * what others may do gives only posts whose roles the person has already.
 */
export const givePost = defineAction({
  title: { en: 'Give a post', zh: '任命岗位' },
  tenantWide: true,
  allow: { staff: MANAGES },
  on: Placed,
  input: z.object({ postId: ref('Post').nullable() }),
  output: one(Placed),
  check: async (ctx, person, { postId }) => {
    if (postId === null) return undefined;
    const { roles, active } = await ctx.get(Post, postId);
    if (!active) return deny('VALIDATION_FAILED', { fields: [{ path: 'postId', text: t.postIsClosed }] });
    if (roles.every((role) => person.roles.includes(role)) && person.roles.length === roles.length) return undefined;
    const { actor } = ctx;
    if (actor.kind === 'staff' && !actor.permissions.has(ADMINISTERS))
      return deny('FORBIDDEN', { details: { permission: ADMINISTERS } });
    return mayChangeAuthority(actor, person, { roles }) ?? (await lastOwnerLeaves(ctx, person, { ...person, roles }));
  },
  run: async (ctx, person, { postId }) => {
    if (postId === null) return ctx.update(Placed, person, { postId });
    const { roles, modes } = await ctx.get(Post, postId);
    await noteOwnerLeaves(ctx, person, { ...person, roles });
    const others = person.skills.filter(
      (skill) => skill !== LIVE_SKILL && !(MODES as readonly string[]).includes(skill),
    );
    const skills = [...(mayServe(person) ? [LIVE_SKILL] : []), ...modes, ...others];
    const changed = ctx.update(Placed, person, { postId, roles, skills });
    await tellOfNewAuthority(ctx, changed, person.roles);
    return changed;
  },
});

/** Says that one has read the duties of one's post, as they are now. */
export const acknowledgeDuties = defineAction({
  title: { en: 'Acknowledge the duties', zh: '确认岗位职责' },
  allow: { staff: true },
  inPerson: true,
  on: Post,
  input: z.object({}),
  output: one(DutyAcknowledgement),
  when: async (ctx, { id, dutyVersion, duties }) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') return deny('FORBIDDEN');
    if ((await ctx.maybe(Placed, actor.userId))?.postId !== id || duties.length === 0)
      return deny('FORBIDDEN', { text: t.notYourPost });
    const known = await ctx.first(DutyAcknowledgement, { userId: actor.userId, postId: id, dutyVersion });
    return known ? deny('DUPLICATE') : undefined;
  },
  run: (ctx, { id: postId, dutyVersion }) =>
    ctx.insert(DutyAcknowledgement, { userId: staffOf(ctx).userId, postId, dutyVersion, at: ctx.now }),
});

const DutyStanding = named(
  'DutyStanding',
  z.object({
    postId: ref('Post'),
    name: LocalText,
    holders: z.array(ref('User')),
    acknowledged: z.array(ref('User')),
  }),
);

/** Who holds which post, and who of them has acknowledged its duties as they are now: what G1 counts (R-ORG-07). */
export const dutyStanding = defineView({
  title: { en: 'Acknowledged duties', zh: '职责确认情况' },
  allow: { staff: 'staff.read' },
  input: z.object({}),
  output: value('DutyStandings', z.object({ posts: z.array(DutyStanding), holders: z.int(), acknowledged: z.int() })),
  run: async (ctx) => {
    const [posts, people, words] = await Promise.all([
      ctx.all(Post, { where: { active: true } }),
      ctx.find(Placed, { where: { active: true, postId: { ne: null } }, limit: MOST_HOLDERS }),
      ctx.find(DutyAcknowledgement, { order: [['at', 'desc']], limit: MOST_HOLDERS }),
    ]);
    const standings = posts
      .filter(({ duties }) => duties.length > 0)
      .map(({ id: postId, name, dutyVersion }) => {
        const holders = people.filter((person) => person.postId === postId).map(({ id }) => id);
        const acknowledged = holders.filter((userId) =>
          words.some((one) => one.userId === userId && one.postId === postId && one.dutyVersion === dutyVersion),
        );
        return { postId, name, holders, acknowledged };
      });
    const sum = (of: (standing: (typeof standings)[number]) => number) =>
      standings.reduce((total, standing) => total + of(standing), 0);
    return {
      posts: standings,
      holders: sum(({ holders }) => holders.length),
      acknowledged: sum(({ acknowledged }) => acknowledged.length),
    };
  },
});

const MyPost = z.object({
  postId: ref('Post'),
  name: LocalText,
  homePath: z.string(),
  duties: z.array(LocalText),
  acknowledged: z.boolean(),
});

/** One's own post: where the day begins, and its duties. Null: one has none. */
export const myPost = defineView({
  title: { en: 'My post', zh: '我的岗位' },
  allow: { staff: true },
  input: z.object({}),
  output: value('MyPost', z.object({ post: named('OwnPost', MyPost).nullable() })),
  run: async (ctx) => {
    const { actor } = ctx;
    const person = actor.kind === 'staff' ? await ctx.maybe(Placed, actor.userId) : undefined;
    const post = await ctx.maybe(Post, person?.postId);
    if (!person || !post?.active) return { post: null };
    const { id: postId, name, homePath, duties, dutyVersion } = post;
    const known = await ctx.first(DutyAcknowledgement, { userId: person.id, postId, dutyVersion });
    return { post: { postId, name, homePath, duties, acknowledged: known !== undefined } };
  },
});
