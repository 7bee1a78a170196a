/**
 * @module What a record may hang on. A feature adds its kind of subject (`addTo(FormSubject, …)`, `formSubject`) and
 * says how one is found and what it knows; fields of those ids begin with that.
 */
import type { ReadContext } from '../../kernel/context.ts';
import { answer, point, type Answer } from '../../kernel/point.ts';
import { vocabulary, type AddedCodes } from '../../kernel/vocabulary.ts';
import { Store, User } from '../access/index.ts';
import { Customer } from '../customers/index.ts';
import type { FormValues } from './model/index.ts';

export const FormSubject = vocabulary('FormSubject', {
  NONE: { en: 'Nothing in particular', zh: '无关联' },
  CUSTOMER: { en: 'Customer', zh: '顾客' },
  STAFF: { en: 'Member of staff', zh: '员工' },
});

/** A subject as a record sees it. */
export interface SubjectFound {
  /** Null: it belongs to no single store. */
  readonly storeId: string | null;
  /** What people call it, such as its number; never a customer's name. */
  readonly label: string;
  readonly customerId?: string | null;
  /** What it knows, by the ids of fields: `orderNumber`, `customerNick`. What a form does not take is left out. */
  readonly facts?: FormValues;
}

/** A kind of subject, by its code in the vocabulary. */
export interface SubjectKind {
  readonly code: string;
  /** The entity whose rows they are, so that pages of a row find their kind; absent: they are no rows of the desk. */
  readonly entity?: string;
  /** Codes of forms that a subject fills in by itself, so that it can be printed as one of them. */
  readonly prints?: readonly string[];
  /** The subject, if whoever asks may see it. */
  readonly find: (ctx: ReadContext, id: string, storeId: string) => Promise<SubjectFound | undefined>;
}

/** Says how subjects of a kind that this feature adds are found; `codes` is what `addTo(FormSubject, …)` gave. */
export const formSubject = <Code extends string>(
  _codes: Pick<AddedCodes<Code>, 'codes'>,
  kind: SubjectKind & { readonly code: NoInfer<Code> },
): SubjectKind => kind;

/** Which kinds of subjects there are. */
export const formSubjects = point<Record<string, never>, readonly SubjectKind[]>('forms.subjects');

/** Makes kinds known to the desk; a feature lists it in `answers`. */
export const knownSubjects = (...kinds: readonly SubjectKind[]): Answer => answer(formSubjects, () => kinds);

export const ofNothing: SubjectKind = {
  code: 'NONE',
  find: async (_ctx, _id, storeId) => ({ storeId, label: '' }),
};

export const ofCustomer: SubjectKind = {
  code: 'CUSTOMER',
  entity: Customer.name,
  find: async (ctx, id) => {
    const row = await ctx.maybe(Customer, id);
    return (
      row && {
        storeId: row.storeId,
        label: '',
        customerId: row.id,
        facts: { customerNick: row.nick || row.name },
      }
    );
  },
};

export const ofStaff: SubjectKind = {
  code: 'STAFF',
  entity: User.name,
  find: async (ctx, id, storeId) => {
    const row = await ctx.maybe(User, id);
    const here = row && (row.storeIds.length === 0 || row.storeIds.includes(storeId));
    return here ? { storeId: null, label: `${row.name} · ${row.agentNo}`, facts: { person: row.id } } : undefined;
  },
};

/** What every record knows of where and by whom it is begun. */
async function storeFacts(ctx: ReadContext, storeId: string): Promise<FormValues> {
  const store = await ctx.maybe(Store, storeId);
  return {
    ...(store ? { store: store.name } : {}),
    ...(ctx.actor.kind === 'staff' ? { agent: ctx.actor.userId } : {}),
  };
}

/** The subject of a kind, if whoever asks may see it and it belongs to the store. */
export async function findSubject(
  ctx: ReadContext,
  { kind, id, storeId }: { readonly kind: string; readonly id: string; readonly storeId: string },
): Promise<(SubjectFound & { readonly kind: SubjectKind }) | undefined> {
  const known = (await ctx.ask(formSubjects, {})).flat().find(({ code }) => code === kind);
  const found = known && (await known.find(ctx, id, storeId));
  if (!known || !found || (found.storeId !== null && found.storeId !== storeId)) return undefined;
  const facts = { ...(await storeFacts(ctx, storeId)), ...found.facts };
  return { ...found, facts, kind: known };
}
