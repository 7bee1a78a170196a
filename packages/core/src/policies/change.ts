/**
 * @module What would change a decision. Candidates come from the cells nearest to the facts; each is tried on the
 * policy before it is told.
 */
import { ConditionFailed } from './condition.ts';
import { TableConflict } from './evaluate.ts';
import { FactsInvalid, type FactValue } from './facts.ts';
import { findingsOf, type Findings, type Hit, type Question } from './hits.ts';
import { favours, type Answers } from './merge.ts';
import { movesInto, movesOutOf, tellMove, textOfNames, type ChangeForm, type Move } from './move.ts';
import type { Failure } from './near-miss.ts';
import type { Policy } from './policy.ts';
import type { Showing } from './scalar.ts';
import { joinTexts, type Text } from './text.ts';

/** Something that would make it another decision. Applying `facts` to the question does change it. */
export interface Change {
  readonly form: ChangeForm;
  readonly inputs: readonly string[];
  readonly facts: Readonly<Record<string, FactValue>>;
  /** The time limit, ISO: the instant from which it is late, or from which it is allowed. */
  readonly instant?: string;
  /** How far the fact is away, in minor units, milliseconds or the column's unit. */
  readonly difference?: number;
  readonly ruleIds: readonly string[];
  /** What the decision would then be. */
  readonly becomes: Answers;
  readonly text: Text;
}

const MOST_TRIALS = 60;
const MOST_CHANGES = 6;

/** A question that is answered. */
interface Answered {
  readonly policy: Policy;
  readonly kind: string;
  readonly question: Question;
  readonly findings: Findings;
  /** The rows that are near, the nearest first. */
  readonly failures: readonly Failure[];
}

interface Search extends Answered {
  trials: number;
}

interface Candidate {
  readonly hit: Hit;
  readonly moves: readonly Move[];
}

interface Tried extends Candidate {
  readonly becomes: Answers;
  /** `becomes` as text, to compare it. */
  readonly signed: string;
  readonly facts: Readonly<Record<string, FactValue>>;
}

function tryOut(search: Search, { hit, moves }: Candidate): Tried[] {
  if (search.trials >= MOST_TRIALS) return [];
  search.trials += 1;
  const { policy, kind, question, findings } = search;
  const facts: Record<string, FactValue> = Object.assign({}, ...moves.map((move) => move.facts));
  try {
    const before = { asked: findings.asked, changed: Object.keys(facts) };
    const { signature, signed } = findingsOf(
      policy,
      kind,
      { ...question, facts: { ...question.facts, ...facts } },
      before,
    );
    return signed === findings.signed ? [] : [{ hit, moves, becomes: signature, signed, facts }];
  } catch (error) {
    // A move may lead where the question makes no sense; that is no advice.
    if (error instanceof FactsInvalid || error instanceof TableConflict || error instanceof ConditionFailed) return [];
    throw error;
  }
}

function showingOf({ table }: Hit, { store }: Question): Showing {
  const currency = table.table.currency ?? store.currency;
  return { zone: store.zone, ...(currency ? { currency } : {}) };
}

function fromFailure({ hit, cells }: Failure, question: Question): Candidate[] {
  const [first = [], second] = cells.map((cell) => movesInto(cell, question));
  if (cells.length === 1) return first.map((move) => ({ hit, moves: [move] }));
  return first[0] && second?.[0] ? [{ hit, moves: [first[0], second[0]] }] : [];
}

function fromHit(hit: Hit, { asked }: Findings, question: Question): Candidate[] {
  const keys = asked.find((one) => one.table === hit.table)?.keys ?? [];
  return hit.table.columns.flatMap(({ input, restricts }, index) => {
    if (!restricts || input.fixed || hit.row.row.when[input.name] === undefined) return [];
    const place = { input, key: keys[index] ?? null, set: hit.row.sets[index]! };
    return movesOutOf(place, question).map((move) => ({ hit, moves: [move] }));
  });
}

/** Several ways into one and the same case are one story; so are names of one column that lead to the same decision. */
function storiesOf(tried: readonly Tried[]): Tried[][] {
  const stories = new Map<string, Tried[]>();
  for (const one of tried) {
    const names = one.moves.every((move) => move.kind === 'name');
    const key = names ? `${one.moves.map((move) => move.input.name).join()} ${one.signed}` : JSON.stringify(one.facts);
    const story = stories.get(key);
    if (!story) stories.set(key, [one]);
    else if (names && !story.some((other) => JSON.stringify(other.facts) === JSON.stringify(one.facts)))
      story.push(one);
  }
  return [...stories.values()];
}

function tell(story: readonly Tried[], { question, findings }: Search): Change[] {
  const [first] = story;
  const [move] = first?.moves ?? [];
  if (!first || !move) return [];
  const verdict = favours(first.becomes, findings.signature, findings.outputs);
  const showing = showingOf(first.hit, question);
  // Where the consumer's favour has no say, less is taken to help and more to hurt.
  const told = first.moves.map((one) =>
    tellMove(one, verdict === 0 ? one.kind === 'amount' && one.to < one.from : verdict > 0, showing),
  );
  if (told.some(({ form }) => form === 'WAS_UNTIL') && verdict < 0) return [];
  const names = story.flatMap(({ moves }) => moves.map((one) => (one.kind === 'name' ? one.name : '')));
  const text =
    story.length > 1
      ? textOfNames(move.input, names, showing)
      : joinTexts(
          told.map((one) => one.text),
          { zh: '，且', en: ', and ' },
        );
  const instant = told.find((one) => one.instant !== undefined)?.instant;
  const difference = told.length === 1 ? told[0]?.difference : undefined;
  return [
    {
      form: told[0]!.form,
      inputs: first.moves.map((one) => one.input.name),
      facts: first.facts,
      ...(instant === undefined ? {} : { instant: new Date(instant).toISOString() }),
      ...(difference === undefined ? {} : { difference }),
      ruleIds: first.hit.row.row.rules ?? [first.hit.row.row.id],
      becomes: first.becomes,
      text,
    },
  ];
}

function nearer(a: Change, b: Change): number {
  return a.inputs.length - b.inputs.length || (a.difference ?? 0) - (b.difference ?? 0);
}

/** What would change the decision, nearest first. */
export function changesOf(answered: Answered): Change[] {
  const { question, findings, failures } = answered;
  const search: Search = { ...answered, trials: 0 };
  const basis = findings.hits.length > 0 ? findings.deciding : findings.barred;
  const candidates = [
    ...[...basis, ...findings.protections].flatMap((hit) => fromHit(hit, findings, question)),
    ...failures.flatMap((failure) => fromFailure(failure, question)),
  ];
  const tried = candidates.flatMap((candidate) => tryOut(search, candidate));
  return storiesOf(tried)
    .flatMap((story) => tell(story, search))
    .toSorted(nearer)
    .slice(0, MOST_CHANGES);
}
