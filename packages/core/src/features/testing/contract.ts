/**
 * @module What every action owes by its definition alone: who may not, what is no input of it, whose row it is not,
 * what happens twice and at once. Nothing is written by hand for it but the valid case that the scenes give.
 */
import { ANONYMOUS, type Actor } from '../../kernel/actor.ts';
import { AuditEvent } from '../../kernel/audit.ts';
import { DeniedError, type DenialCode } from '../../kernel/denial.ts';
import type { Desk } from '../../kernel/desk.ts';
import type { CallOptions } from '../../kernel/feature.ts';
import { jsonOf } from './sample.ts';
import type { Call, Values } from './scene.ts';
import type { ValidCase } from './valid-cases.ts';
import type { World } from './world.ts';

/** Longer than what anybody writes, in characters, where the schema as JSON names no limit. */
const UNHEARD_OF = 1_000_000;

/** How a call ended: DONE, or the code of its denial. */
async function ending(desk: Desk, call: Call, name: string, options: CallOptions = {}): Promise<string> {
  try {
    await desk.perform(call.actor, name, call.input, options);
    return 'DONE';
  } catch (error) {
    if (error instanceof DeniedError) return error.denial.code;
    return `a fault: ${String((error as Error).message)}`;
  }
}

/** Every way in which an action breaks what it owes; none for one that is in order. */
export async function breaches(world: World, valid: ValidCase): Promise<string[]> {
  const call = await valid.prepare();
  const back = world.keep();
  const found = [
    ...(await audited(world, valid, call)),
    ...(await wrongCalls(world, valid, call)),
    ...(await underOneKey(world, valid, call)),
    ...(await atOnce(world, valid, call)),
  ];
  back();
  world.undo();
  return found;
}

interface WrongCall {
  readonly about: string;
  readonly call: Call;
  readonly codes: readonly DenialCode[];
  readonly options?: CallOptions;
}

async function wrongCalls(world: World, valid: ValidCase, call: Call): Promise<string[]> {
  const found: string[] = [];
  for (const { about, call: wrong, codes, options } of [
    ...wrongInputs(valid, call),
    ...wrongPeople(world, valid, call),
    ...wrongRows(world, valid, call),
  ]) {
    const before = world.commits();
    const end = await ending(world.desk, wrong, valid.name, options);
    const wrote = world.commits() > before && !valid.action.refused;
    world.undo();
    if (!codes.includes(end as DenialCode)) found.push(`${about}: ${end}, not ${codes.join(' or ')}`);
    else if (wrote) found.push(`${about}: was refused, and something was written`);
  }
  return found;
}

/** What a field of this kind cannot be. */
const wrongValue = ({ type, anyOf }: { type?: string; anyOf?: readonly { type?: string }[] }): unknown =>
  type === 'object' || anyOf?.some((one) => one.type === 'object') ? 'text' : { $ne: null };

function wrongInputs({ action }: ValidCase, { actor, input }: Call): WrongCall[] {
  const { properties = {}, required = [] } = jsonOf(action.input);
  const fields = Object.entries(properties);
  const codes = ['VALIDATION_FAILED'] as const;
  // An id is looked up and found to be nobody's, and what the desk tells itself is as long as it is.
  const isId = (name: string) => actor.kind === 'system' || /(^id|Id)$/.test(name);
  const texts = fields.filter(([name, { type, enum: values }]) => type === 'string' && !values && !isId(name));
  return [
    ...fields.map(([name, field]) => ({
      about: `${name} of a wrong type`,
      call: { actor, input: { ...input, [name]: wrongValue(field) } },
      codes,
    })),
    ...required.map((name) => ({
      about: `without ${name}`,
      call: { actor, input: Object.fromEntries(Object.entries(input).filter(([field]) => field !== name)) },
      codes,
    })),
    ...texts.map(([name, { maxLength = UNHEARD_OF }]) => ({
      about: `${name} too long`,
      call: { actor, input: { ...input, [name]: 'x'.repeat(maxLength + 1) } },
      codes,
    })),
    ...(fields.length > 0 ? [{ about: 'no object', call: { actor, input: 'text' as never }, codes }] : []),
  ];
}

function wrongPeople({ staff, lily }: World, { action: { allow } }: ValidCase, { input }: Call): WrongCall[] {
  if (allow.anonymous) return [];
  const nobody: Actor = { ...staff.WH, roles: [], permissions: new Set<string>() };
  const codes = ['FORBIDDEN'] as const;
  return [
    { about: 'by nobody', call: { actor: ANONYMOUS, input }, codes: ['UNAUTHENTICATED'] as const },
    ...(allow.staff === true
      ? []
      : [{ about: 'by somebody without the permission', call: { actor: nobody, input }, codes }]),
    ...(allow.shopper ? [] : [{ about: 'by a shopper', call: { actor: lily, input }, codes }]),
  ];
}

/** Whether an input names a row of the world. */
function namesRow(world: World, input: Values): boolean {
  const ids = new Set<unknown>([...world.rows.values()].map(({ id }) => id));
  for (const [name, id] of Object.entries(world.known)) if (name.endsWith('Id')) ids.add(id);
  return Object.values(input).some((value) => ids.has(value));
}

function wrongRows(world: World, { action, row }: ValidCase, { actor, input }: Call): WrongCall[] {
  const elsewhere = { ...actor, tenantId: 'another-tenant' } as Actor;
  const codes = ['NOT_FOUND'] as const;
  const found: WrongCall[] = [];
  if (action.on)
    found.push({ about: 'a row that is not there', call: { actor, input: { ...input, id: 'nobody' } }, codes });
  // The desk itself has said which rows its timers are about.
  if (action.on || (namesRow(world, input) && actor.kind !== 'system' && actor.kind !== 'anonymous'))
    found.push({ about: 'from another tenant', call: { actor: elsewhere, input }, codes });
  const { storeId } = (row as Values | undefined) ?? {
    storeId: input['storeId'] ?? (input['conversationId'] && world.storeId),
  };
  if (storeId === world.storeId && actor.kind === 'staff')
    found.push({
      about: 'by somebody of another store',
      call: { actor: { ...actor, storeIds: [world.otherStoreId] }, input },
      codes: ['NOT_FOUND', 'FORBIDDEN'],
    });
  if (actor === world.lily && (namesRow(world, input) || 'orderId' in input))
    found.push({ about: 'by another shopper', call: { actor: world.bob, input }, codes: ['NOT_FOUND', 'FORBIDDEN'] });
  if (row)
    found.push({
      about: 'a row that has moved on',
      call: { actor, input },
      codes: ['CONFLICT'],
      options: { expectedVersion: row.version + 1 },
    });
  return found;
}

const entriesOf = (world: World, tenantId: string) =>
  world.memory.count({ entity: AuditEvent, tenantId, where: [], limit: 100_000 });

/** What has changed is in the audit trail, but for signals. */
async function audited(world: World, { name, action }: ValidCase, call: Call): Promise<string[]> {
  const tenantId = call.actor.tenantId || world.tenantId;
  const [entries, commits] = [await entriesOf(world, tenantId), world.commits()];
  const end = await ending(world.desk, call, name);
  const [left, wrote] = [(await entriesOf(world, tenantId)) - entries, world.commits() > commits];
  world.undo();
  if (end !== 'DONE') return [`a valid call: ${end}`];
  return action.unaudited || !wrote || left > 0 ? [] : ['a valid call: changes something and leaves no entry'];
}

/** The same key twice is once. */
async function underOneKey(world: World, { name, action }: ValidCase, call: Call): Promise<string[]> {
  const { tenantId } = call.actor;
  if (action.allow.anonymous || action.keyless) return [];
  const options = { idempotencyKey: 'contract-key-1' };
  const first = await ending(world.desk, call, name, options);
  const once = await entriesOf(world, tenantId);
  const second = await ending(world.desk, call, name, options);
  const twice = await entriesOf(world, tenantId);
  world.undo();
  return [
    ...(first === 'DONE' && second === 'DONE' ? [] : [`twice under one key: ${first}, then ${second}`]),
    ...(once === twice ? [] : ['twice under one key: acted twice']),
  ];
}

/**
 * What two calls have left: how each ended, how many rows there are of each entity, and how the row of the action is.
 */
async function left(world: World, valid: ValidCase, ends: readonly string[], tenantId: string) {
  const counts = await Promise.all(
    world.desk.entities.map(async (entity) => [
      entity.name,
      await world.memory.count({ entity, tenantId, where: [], limit: 100_000 }),
    ]),
  );
  const { on } = valid.action;
  const row =
    on && valid.row && (await world.memory.find({ entity: on, tenantId, where: [{ id: valid.row.id }], limit: 1 }))[0];
  // Two processes give ids of their own.
  const shown = JSON.stringify(row ?? null).replaceAll(/id-b?\d+/g, 'ID');
  return {
    done: ends.filter((end) => end === 'DONE').length,
    counts: Object.fromEntries(counts) as Values,
    row: shown,
  };
}

/** Two at once, in two processes, are as one after the other: nothing is lost and nothing comes twice. */
async function atOnce(world: World, valid: ValidCase, call: Call): Promise<string[]> {
  const { tenantId } = call.actor;
  const inTurn = [await ending(world.desk, call, valid.name), await ending(world.other, call, valid.name)];
  const afterTurns = await left(world, valid, inTurn, tenantId);
  world.undo();
  const together = await Promise.all([world.desk, world.other].map((desk) => ending(desk, call, valid.name)));
  const afterBoth = await left(world, valid, together, tenantId);
  world.undo();
  const faults = [...inTurn, ...together].filter((end) => end.startsWith('a fault'));
  const differing = Object.entries(afterTurns.counts).filter(([name, count]) => afterBoth.counts[name] !== count);
  return [
    ...faults,
    ...(afterTurns.done === afterBoth.done
      ? []
      : [`two at once: ${together.join(' and ')}, in turn ${inTurn.join(', then ')}`]),
    ...differing.map(([name, count]) => `two at once: ${afterBoth.counts[name]} rows of ${name}, in turn ${count}`),
    ...(afterTurns.row === afterBoth.row ? [] : [`two at once: ${afterBoth.row}, in turn ${afterTurns.row}`]),
  ];
}
