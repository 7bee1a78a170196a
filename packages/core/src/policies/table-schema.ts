/**
 * @module What a decision table is made of, in DMN's sense. Types are read from these schemas; evaluating needs only
 * the types.
 */
import { z } from 'zod';

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/);
const scalar = z.union([z.boolean(), z.number(), z.string()]);
const bounds = { gt: scalar.optional(), gte: scalar.optional(), lt: scalar.optional(), lte: scalar.optional() };
const range = z.strictObject(bounds).refine((cell) => Object.keys(cell).length > 0, 'a range needs a bound');

/** One entry of the grid: `'-'` any, a plain value, `{in}`, `{not}`, a range, several ranges, or "not known". */
export const cellSchema = z.union([
  scalar,
  z.strictObject({ in: z.array(scalar).min(1), orNull: z.literal(true).optional() }),
  z.strictObject({ not: z.array(scalar).min(1), orNull: z.literal(true).optional() }),
  z
    .strictObject({ ...bounds, orNull: z.literal(true).optional() })
    .refine((cell) => Object.keys(cell).some((key) => key !== 'orNull'), 'a range needs a bound'),
  z.strictObject({ anyOf: z.array(range).min(1), orNull: z.literal(true).optional() }),
  z.strictObject({ isNull: z.literal(true) }),
]);

const derivation = z.strictObject({
  /** `days`, `months` and `businessDays` are counted from the day after the anchor; `elapsed` is exact. */
  measure: z.enum(['days', 'months', 'businessDays', 'elapsed', 'monthDay']),
  from: name,
  to: name,
});

/** A column one asks about: a typed fact, or one derived from two instants. */
export const inputSchema = z.strictObject({
  name,
  label: text,
  type: z.enum(['boolean', 'number', 'money', 'enum', 'string', 'duration', 'instant', 'date', 'monthDay']),
  values: z
    .array(z.strictObject({ value: z.string(), label: text }))
    .min(1)
    .optional(),
  integer: z.boolean().optional(),
  min: scalar.optional(),
  max: scalar.optional(),
  unit: text.optional(),
  nullable: z.boolean().optional(),
  default: scalar.optional(),
  derived: derivation.optional(),
  /** Phrases for a boolean: "with a recorded purchase confirmation". */
  whenTrue: text.optional(),
  whenFalse: text.optional(),
  /** Never propose another value: naming it would invite a false claim. */
  fixed: z.boolean().optional(),
});

const dueSchema = z
  .strictObject({
    from: name,
    minutes: z.number().int().nonnegative().optional(),
    hours: z.number().int().nonnegative().optional(),
    days: z.number().int().nonnegative().optional(),
    months: z.number().int().positive().optional(),
    businessDays: z.number().int().nonnegative().optional(),
  })
  .refine(
    (due) =>
      [due.minutes, due.hours, due.days, due.months, due.businessDays].filter((span) => span !== undefined).length ===
      1,
    'a due time needs exactly one of minutes, hours, days, months, businessDays',
  );

const outputValue = z.union([z.boolean(), z.number(), z.string(), z.array(z.string()), dueSchema, z.null()]);

/** A column that answers. `favour` orders its values from the consumer's side. */
export const outputSchema = z.strictObject({
  name,
  label: text,
  type: z.enum(['enum', 'set', 'boolean', 'number', 'money', 'duration', 'due']),
  /** From least to most favourable when `favour` is `ORDER`. */
  values: z
    .array(z.strictObject({ value: z.string(), label: text }))
    .min(1)
    .optional(),
  favour: z.enum(['ORDER', 'HIGH', 'LOW', 'EARLY', 'LATE', 'UNION']).optional(),
});

/** One rule of a table. `when` omits what may be anything; `rules` names the rules it states, its own id by default. */
export const rowSchema = z.strictObject({
  id: z.string().min(1),
  rules: z.array(z.string().min(1)).min(1).optional(),
  source: z.enum(['S', 'DK', 'DK✓']),
  asOf: z.iso.date(),
  volatile: z.boolean(),
  when: z.record(name, cellSchema),
  condition: z.string().min(1).optional(),
  answer: z.record(name, outputValue),
  clause: text,
  /**
   * What the customer reads in place of the general sentence for the outcome; the clause stands behind it. `{until}` is
   * the last day on which it can be asked for; where there is none the general sentence is told.
   */
  told: text.optional(),
  priority: z.number().int().optional(),
  /** Where this row speaks, no lower layer is heard: a prohibition. */
  final: z.literal(true).optional(),
  /** The promise of this row also holds for goods that an exclusion names. */
  evenIfExcluded: z.literal(true).optional(),
});

/** A decision table: typed columns, rows, and the hit policy that says which of the matching rows answers. */
export const decisionTableSchema = z.strictObject({
  code: z.string().min(1),
  title: text,
  decision: z.string().min(1),
  role: z.enum(['RULE', 'EXCLUSION']).optional(),
  hitPolicy: z.enum(['UNIQUE', 'FIRST', 'PRIORITY', 'COLLECT']),
  /** With COLLECT: keep only the rows that hold the least or greatest value of one output. */
  aggregate: z.strictObject({ output: name, by: z.enum(['MIN', 'MAX']) }).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Whether every possible fact must be answered; by default all but COLLECT tables must. */
  complete: z.boolean().optional(),
  inputs: z.array(inputSchema).min(1),
  outputs: z.array(outputSchema).min(1),
  rows: z.array(rowSchema),
});

/** One entry of the grid. */
export type Cell = z.infer<typeof cellSchema>;
/** A plain value inside a cell. */
export type Scalar = z.infer<typeof scalar>;
/** A column one asks about. */
export type InputDefinition = z.infer<typeof inputSchema>;
/** A column that answers. */
export type OutputDefinition = z.infer<typeof outputSchema>;
/** A span after a known instant, such as 7 days after the goods were received. */
export type DueSpan = z.infer<typeof dueSchema>;
/** A value of an output column. */
export type OutputValue = z.infer<typeof outputValue>;
/** One rule of a table. */
export type TableRow = z.infer<typeof rowSchema>;
/** A decision table. */
export type DecisionTable = z.infer<typeof decisionTableSchema>;
