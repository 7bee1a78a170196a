/** @module What is published: read, hashed, compared with the draft, counted with the records that are open. */
import { canonical } from '../../kernel/idempotency.ts';
import type { ReadContext } from '../../kernel/context.ts';
import type { RowOf } from '../../kernel/entity.ts';
import type { FieldProblem } from '../../kernel/denial.ts';
import { readStrict } from './definition-schema.ts';
import { FormRecord, FormVersion, type Form } from './entities.ts';
import { OPEN_RECORDS } from './codes.ts';
import { compareForms, type FormChange, type FormDefinition, type UsedIds } from './model/index.ts';

export type FormRow = RowOf<typeof Form>;
export type VersionRow = RowOf<typeof FormVersion>;
export type RecordRow = RowOf<typeof FormRecord>;

/** A JSON value without what is undefined in it. */
export const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as VersionRow['definition'];

export const definitionOf = ({ definition }: Pick<VersionRow, 'definition'>): FormDefinition =>
  definition as unknown as FormDefinition;

/** SHA-256 of whatever is said, in an order that does not depend on how it was written. */
export const hashOf = ({ ports }: Pick<ReadContext, 'ports'>, value: unknown): string =>
  ports.tokens.hash(canonical(value));

export const usedOf = ({ used }: Pick<FormRow, 'used'>): UsedIds => used as UsedIds;

/** The published version of a form. */
export const publishedOf = (ctx: ReadContext, { publishedId }: FormRow): Promise<VersionRow | undefined> =>
  ctx.maybe(FormVersion, publishedId);

/** How many open records more are not counted one by one. */
const MOST_COUNTED = 10_000;

/**
 * Records of a form that are not finished: they keep their version. Whoever publishes works for every store, and sees
 * the confidential ones of a form that has such.
 */
export const openRecords = (ctx: ReadContext, formId: string): Promise<number> =>
  ctx.count(FormRecord, { formId, state: { in: [...OPEN_RECORDS] } }, MOST_COUNTED);

export interface Difference {
  readonly problems: readonly FieldProblem[];
  readonly definition: FormDefinition | undefined;
  readonly changes: readonly FormChange[];
  readonly openRecords: number;
  /** Names what was looked at: the draft, the version before it and the number of open records. */
  readonly fingerprint: string;
}

/** What publishing the draft would do, or what keeps it from being published. */
export async function differenceOf(ctx: ReadContext, form: FormRow): Promise<Difference> {
  const read = readStrict(form.draft ?? {}, usedOf(form));
  const published = await publishedOf(ctx, form);
  const open = await openRecords(ctx, form.id);
  const fingerprint = hashOf(ctx, { draft: form.draft, before: published?.hash ?? null });
  if ('problems' in read)
    return { problems: read.problems, definition: undefined, changes: [], openRecords: open, fingerprint };
  const { definition } = read;
  const changes = published ? compareForms(definitionOf(published), definition) : [];
  return { problems: [], definition, changes, openRecords: open, fingerprint };
}
