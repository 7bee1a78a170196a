/** @module Working on a flow: the draft is saved as it is, and published only when nothing is wrong with it. */
import { z } from 'zod';
import { defineAction, one, value } from '../../kernel/action.ts';
import type { ReadContext } from '../../kernel/context.ts';
import { deny } from '../../kernel/denial.ts';
import { says } from '../../kernel/problems.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { LocalText } from '../access/index.ts';
import { FlowDefinition, flowContent } from './entities.ts';
import { faultsOf, refusalOf } from './faults.ts';
import { addEdition, editionOf, flowId, hashOf, MOST_FLOWS, flowsOf, shipFlows as ship } from './published.ts';
import { flowTexts as t } from './texts.ts';

const nameless = ({ zh, en }: z.output<typeof LocalText>) =>
  zh.trim() && en.trim()
    ? undefined
    : deny('VALIDATION_FAILED', { fields: [{ path: 'name', text: ownTexts.required }] });
const me = ({ actor }: Pick<ReadContext, 'actor'>): string | null => (actor.kind === 'staff' ? actor.userId : null);

/** Flows are the whole tenant's, so who works for some stores only does not change them. */
const shared = { allow: { staff: 'flow.edit' }, output: one(FlowDefinition), tenantWide: true } as const;
const onFlow = { ...shared, on: FlowDefinition } as const;

export const createFlow = defineAction({
  ...shared,
  title: { en: 'Create a flow', zh: '新建流程' },
  input: z.object({
    code: z
      .string()
      .trim()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,19}$/, says(t.codeForm)),
    name: LocalText,
  }),
  check: async (ctx, { code, name }) => {
    if (await ctx.maybe(FlowDefinition, flowId(ctx.actor.tenantId, code))) return deny('DUPLICATE');
    const full = (await flowsOf(ctx)).length >= MOST_FLOWS;
    return full ? deny('LIMIT_EXCEEDED', { details: { limit: MOST_FLOWS } }) : nameless(name);
  },
  run: async (ctx, { code, name }) => {
    await ship(ctx);
    const id = flowId(ctx.actor.tenantId, code);
    return (
      (await ctx.maybe(FlowDefinition, id)) ??
      ctx.insert(FlowDefinition, { id, code, name, nodes: [], starts: [], edition: 0, isDraft: true })
    );
  },
});

/** Keeps the draft as it is, with whatever is still missing; nothing that runs changes by it. */
export const saveFlowDraft = defineAction({
  ...onFlow,
  title: { en: 'Save the draft', zh: '保存草稿' },
  input: z.object({ name: LocalText.optional(), nodes: flowContent.nodes, starts: flowContent.starts }),
  check: (_ctx, _flow, { name }) => (name ? nameless(name) : undefined),
  run: async (ctx, flow, { name = flow.name, nodes, starts }) => {
    const running = await editionOf(ctx, flow);
    const isDraft =
      hashOf({ nodes, starts }) !== running?.hash || JSON.stringify(name) !== JSON.stringify(running.name);
    return ctx.update(FlowDefinition, flow, { name, nodes, starts, isDraft });
  },
});

/** Takes the draft back to what is published. */
export const discardFlowDraft = defineAction({
  ...onFlow,
  title: { en: 'Discard the draft', zh: '放弃草稿' },
  manner: 'grave',
  about: { en: 'The draft becomes what is published again.', zh: '草稿将恢复为已发布的版本。' },
  input: z.object({}),
  when: (_ctx, { isDraft, edition }) =>
    isDraft && edition > 0 ? undefined : deny('INVALID_TRANSITION', { text: t.nothingChanged }),
  run: async (ctx, flow) => {
    const running = await editionOf(ctx, flow);
    if (!running) return flow;
    const { name, nodes, starts } = running;
    return ctx.update(FlowDefinition, flow, { name, nodes, starts, isDraft: false });
  },
});

/** New items begin with it from now on; those that run keep theirs (R-AFT-17). */
export const publishFlow = defineAction({
  ...onFlow,
  allow: { staff: 'flow.publish' },
  title: { en: 'Publish', zh: '发布' },
  about: {
    en: 'New tickets begin with this version. Those that run keep theirs.',
    zh: '新工单将使用此版本，进行中的工单保持原版本。',
  },
  inPerson: true,
  input: z.object({ note: z.string().trim().max(500).default('') }),
  when: (_ctx, { isDraft }) => (isDraft ? undefined : deny('DUPLICATE', { text: t.nothingChanged })),
  check: async (ctx, flow) => refusalOf(await faultsOf(ctx, flow)),
  run: (ctx, flow, { note }) => addEdition(ctx, flow, { note, publishedById: me(ctx) }),
});

/** Puts the flows that come with the desk into a tenant; those that are there stay as they are. */
export const shipFlows = defineAction({
  title: { en: 'Bring the flows of the desk', zh: '导入内置流程' },
  allow: { system: true },
  unaudited: true,
  input: z.object({}),
  output: value('ShippedFlows', z.object({ count: z.int() })),
  run: async (ctx) => ({ count: await ship(ctx) }),
});
