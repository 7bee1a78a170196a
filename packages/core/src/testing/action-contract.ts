/**
 * @module What every action must do, whoever wrote it: a stranger and a wrong role are denied, bad input is denied,
 * a refused call leaves nothing behind, the same key acts once, and a change leaves an entry in the audit trail.
 */
import type { Actor } from '../kernel/actor.ts';
import { AuditEvent } from '../kernel/audit.ts';
import { DeniedError } from '../kernel/denial.ts';
import type { Desk } from '../kernel/desk.ts';
import { expectEqual, expectRejects, type ContractCase } from './contract.ts';

/** A desk of whatever features; an action is called by its name. */
type AnyDesk = Omit<Desk, 'as' | 'features'>;

/** One action in a state where `actor` may perform it. `prepare` makes that state anew for every case. */
export interface ActionUnderTest {
  readonly action: string;
  readonly prepare: () => Promise<{
    readonly desk: AnyDesk;
    readonly actor: Actor;
    readonly input: unknown;
    /**
     * Somebody of the same kind to whom the row does not belong: must get NOT_FOUND or FORBIDDEN. Absent when there is
     * no such person.
     */
    readonly stranger?: Actor;
    /** Somebody whose role lacks the permission. */
    readonly wrongRole?: Actor;
  }>;
  /** True for signals, which leave no entry. */
  readonly unaudited?: boolean;
  /** Entries that it leaves when more follows it at once (the shop is told, the refund is paid). @defaultValue 1 */
  readonly entries?: number;
}

const ANONYMOUS: Actor = { kind: 'anonymous', tenantId: '' };

const entries = (desk: AnyDesk, actor: Actor) =>
  desk.read({ kind: 'system', tenantId: actor.tenantId, name: 'contract' }).count(AuditEvent, {}, 10_000);

async function deniedWithout(
  desk: AnyDesk,
  witness: Actor,
  work: () => Promise<unknown>,
  codes: readonly string[],
): Promise<void> {
  const before = await entries(desk, witness);
  const { denial } = await expectRejects(work, DeniedError);
  if (!codes.includes(denial.code)) throw new Error(`Expected one of ${codes.join(', ')}, but got ${denial.code}`);
  expectEqual(await entries(desk, witness), before);
}

/** The cases of one action. */
export function actionContract({
  action,
  prepare,
  unaudited = false,
  entries: leaves = 1,
}: ActionUnderTest): ContractCase[] {
  const left = unaudited ? 0 : leaves;
  /** Of two callers at once one may get his answer while what follows is still under way: then it is the same row. */
  const same = (answer: unknown) => (leaves > 1 ? (answer as { id?: string }).id : answer);
  return [
    {
      title: `${action}: works for whom it is meant${unaudited ? '' : ' and is audited'}`,
      run: async () => {
        const { desk, actor, input } = await prepare();
        const before = await entries(desk, actor);
        await desk.perform(actor, action, input);
        expectEqual((await entries(desk, actor)) - before, left);
      },
    },
    {
      title: `${action}: is denied to a stranger, a wrong role and nobody at all`,
      run: async () => {
        const { desk, actor, input, stranger, wrongRole } = await prepare();
        if (stranger)
          await deniedWithout(desk, actor, () => desk.perform(stranger, action, input), ['NOT_FOUND', 'FORBIDDEN']);
        if (wrongRole)
          await deniedWithout(desk, actor, () => desk.perform(wrongRole, action, input), ['NOT_FOUND', 'FORBIDDEN']);
        if (!desk.actions.get(action)?.allow.anonymous)
          await deniedWithout(desk, actor, () => desk.perform(ANONYMOUS, action, input), ['UNAUTHENTICATED']);
      },
    },
    {
      title: `${action}: denies input of the wrong shape`,
      run: async () => {
        const { desk, actor, input } = await prepare();
        const fields = Object.keys(input as object);
        for (const field of fields) {
          const wrong = { ...(input as object), [field]: { $ne: null } };
          await deniedWithout(desk, actor, () => desk.perform(actor, action, wrong), ['VALIDATION_FAILED']);
        }
        if (fields.length > 0)
          await deniedWithout(desk, actor, () => desk.perform(actor, action, 'text'), ['VALIDATION_FAILED']);
      },
    },
    {
      title: `${action}: acts once for one idempotency key, also when called twice at once`,
      run: async () => {
        const { desk, actor, input } = await prepare();
        const before = await entries(desk, actor);
        const call = () => desk.perform(actor, action, input, { idempotencyKey: 'contract-key-1' });
        const [first, second] = await Promise.all([call(), call()]);
        expectEqual([second, await call()].map(same), [first, first].map(same));
        expectEqual((await entries(desk, actor)) - before, left);
      },
    },
  ];
}
