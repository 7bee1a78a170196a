/**
 * @module What can be done with work items of every kind. A feature lists what its kind offers, by names of its own:
 * `takeComplaint: takeItem(Complaint)`.
 */
import { z } from 'zod';
import { defineAction, one, type TypedAction } from '../../kernel/action.ts';
import { may } from '../../kernel/actor.ts';
import { refuse, type ActionContext, type ReadContext } from '../../kernel/context.ts';
import { ConfigError, deny, type Denial } from '../../kernel/denial.ts';
import { worded, type BaseRow, type Entity, type RowOf } from '../../kernel/entity.ts';
import type { Shape } from '../../kernel/shape.ts';
import { staffOf } from '../../kernel/question.ts';
import { endedStates, workFieldsOf, type Work, type WorkRow } from '../../kernel/work.ts';
import { permissionsOf, Tenant, User } from '../access/index.ts';
import { WorkItem } from './entities.ts';
import { keepItem, whom } from './keep.ts';
import { tellCustomer, workLate } from './points.ts';
import { addStep, type StepDetails } from './steps.ts';
import { workTexts as t } from './texts.ts';

type Item = RowOf<typeof WorkItem>;

/** The trait of an entity whose rows are work items. @throws ConfigError where they are none */
function traitOf(entity: Entity): Work {
  if (!entity.work) throw new ConfigError([`${entity.name} is no work item`]);
  return entity.work;
}

/** The entity of whatever kind: all of them have the fields that the trait names. */
const rowsOf = (kind: Entity): Entity<WorkRow> => kind as Entity<WorkRow>;

/** The action with the row of the kind, which its caller gets. */
const ofKind = <R extends BaseRow, S extends Shape>(_kind: Entity<R>, action: TypedAction<S, WorkRow, WorkRow>) =>
  action as unknown as TypedAction<S, R, R>;

function ownerField(entity: Entity): string {
  const { owner } = workFieldsOf(entity);
  if (!owner) throw new ConfigError([`the work item ${entity.name} has no field for its owner`]);
  return owner;
}

const fieldOf = (row: BaseRow, field: string): unknown => (row as WorkRow)[field];
/** Why an item is not for this person to work on: it is in somebody else's hands. */
export function heldByOther(ctx: Pick<ReadContext, 'actor'>, on: Entity, row: BaseRow): Denial | undefined {
  const holder = fieldOf(row, ownerField(on));
  if (!holder || isMine(ctx, holder) || ctx.actor.kind === 'system') return undefined;
  return deny('FORBIDDEN', { text: t.inOtherHands });
}

const isMine = ({ actor }: Pick<ReadContext, 'actor'>, owner: unknown): boolean =>
  actor.kind === 'staff' && owner === actor.userId;

/** Nothing is done with an item in which nothing is left to do. */
function ended(entity: Entity, row: BaseRow, event: string): Denial | undefined {
  const from = String(fieldOf(row, entity.machine?.field ?? 'state'));
  return endedStates(entity).includes(from) ? deny('INVALID_TRANSITION', { details: { from, event } }) : undefined;
}

/** Somebody takes an item that nobody has in hand. */
export const takeItem = <R extends BaseRow>(kind: Entity<R>) => {
  const on = rowsOf(kind);
  const owner = ownerField(on);
  return ofKind(
    kind,
    defineAction({
      title: { en: 'Take', zh: '接手' },
      allow: { staff: traitOf(on).handle },
      inPerson: true,
      on,
      input: z.object({}),
      output: one(on),
      when: (ctx, row) => {
        const holder = fieldOf(row, owner);
        if (isMine(ctx, holder)) return deny('DUPLICATE');
        return heldByOther(ctx, on, row) ?? ended(on, row, 'take');
      },
      run: (ctx, row) => ctx.update(on, row, { [owner]: staffOf(ctx).userId }),
    }),
  );
};

/**
 * Whoever has an item in hand gives it to a colleague, or back to all; with the permission `assign` also what is in
 * another's hand, or in nobody's.
 */
export const assignItem = <R extends BaseRow>(kind: Entity<R>, { assign }: { readonly assign: string }) => {
  const on = rowsOf(kind);
  const owner = ownerField(on);
  const { handle } = traitOf(on);
  return ofKind(
    kind,
    defineAction({
      title: { en: 'Hand over', zh: '转交' },
      allow: { staff: handle },
      on,
      input: z.object({ userId: z.string().nullable(), reason: z.string().trim().max(500).default('') }),
      output: one(on),
      when: (ctx, row) => {
        const { actor } = ctx;
        const leads = actor.kind === 'system' || may(actor, assign);
        if (!leads && !isMine(ctx, fieldOf(row, owner)))
          return deny('FORBIDDEN', { text: t.inOtherHands, details: { permission: assign } });
        return ended(on, row, 'assign');
      },
      check: async (ctx, row, { userId, reason }) => {
        const holder = fieldOf(row, owner);
        if (holder === userId) return deny('DUPLICATE');
        if (holder && !reason) return deny('REASON_REQUIRED');
        return userId ? cannotHold(ctx, userId, { storeId: String(fieldOf(row, 'storeId')), handle }) : undefined;
      },
      run: (ctx, row, { userId }) => ctx.update(on, row, { [owner]: userId }),
    }),
  );
};

async function cannotHold(
  ctx: ReadContext,
  userId: string,
  { storeId, handle }: { readonly storeId: string; readonly handle: string },
): Promise<Denial | undefined> {
  const user = await ctx.get(User, userId);
  const serves = user.storeIds.length === 0 || user.storeIds.includes(storeId);
  if (!user.active || !serves) return deny('NOT_FOUND');
  const tenant = await ctx.trusted('what another may do').get(Tenant, user.tenantId);
  return permissionsOf(user.roles, ctx.permissions, tenant.permissionOverrides).has(handle)
    ? undefined
    : deny('FORBIDDEN', { text: t.otherKindOfWork, details: { permission: handle } });
}

/** The row of an item in the index; one from before there was an index gets it now. */
export async function itemOf(ctx: ActionContext, entity: Entity, row: BaseRow): Promise<Item> {
  const kind = entity as Entity & { readonly work: Work };
  return (
    (await ctx.maybe(WorkItem, row.id)) ?? (await keepItem(ctx, kind, { row: row as WorkRow, known: undefined })).item
  );
}

/** Writes a note into the course of an item; the customer is told it on request. */
export const noteItem = <R extends BaseRow>(kind: Entity<R>, name: string) => {
  const on = rowsOf(kind);
  return ofKind(
    kind,
    defineAction({
      title: { en: 'Add a note', zh: '添加跟进' },
      allow: { staff: traitOf(on).handle },
      on,
      input: z.object({
        text: z.string().trim().min(1).max(2000),
        tellCustomer: worded(z.boolean().default(false), { en: 'Tell the customer', zh: '告知顾客' }),
      }),
      output: one(on),
      check: async (ctx, row, { tellCustomer: tells }) =>
        tells && !(await itemOf(ctx, on, row)).forCustomer
          ? deny('VALIDATION_FAILED', {
              fields: [{ path: 'tellCustomer', text: t.noCustomer }],
            })
          : undefined,
      run: async (ctx, row, { text, tellCustomer: tells }) => {
        const told = tells ? { zh: text, en: text } : null;
        await tellAbout(ctx, on, row, { action: name, because: text, told });
        return row;
      },
    }),
  );
};

/** Writes a step of an item that changes nothing of it, and tells its customer what it says to them. */
export async function tellAbout(ctx: ActionContext, on: Entity, row: BaseRow, details: StepDetails): Promise<void> {
  const item = await itemOf(ctx, on, row);
  const { told = null } = details;
  const step = addStep(ctx, item, { ...details, told: item.forCustomer ? told : null });
  if (step.told) await ctx.ask(tellCustomer, { ...whom(item), key: `work:${step.id}`, ...step.told });
}

/** A clock of an item has run out: that is a step, and the kind may have said what the desk does. */
export const passWorkClock = defineAction({
  title: { en: 'Pass a time limit', zh: '处理超时' },
  allow: { system: true },
  on: WorkItem,
  input: z.object({ clock: z.string() }),
  output: one(WorkItem),
  check: (ctx, { clocks }, { clock: name }) => {
    const clock = clocks.find((one) => one.clock === name);
    return clock?.dueAt && !clock.late && clock.dueAt <= ctx.now ? undefined : deny('NOT_FOUND');
  },
  run: async (ctx, row, { clock: name }) => {
    const clocks = row.clocks.map((one) => (one.clock === name ? { ...one, late: true } : one));
    const item = ctx.update(WorkItem, row, { clocks });
    addStep(ctx, item, { action: 'passWorkClock', clock: name });
    ctx.emit(workLate, { item, clock: name });
    const entity = (ctx.entities.get(item.entity) ?? refuse('NOT_FOUND')) as Entity<BaseRow, unknown>;
    const own = await ctx.get(entity, item.id);
    const move = entity.work?.clocks?.[name]?.late?.(own as never);
    if (move && entity.machine?.events[move.event]?.[item.state])
      ctx.fire(entity as Entity<BaseRow, unknown, string>, own, move.event, move.changes);
    return item;
  },
});
