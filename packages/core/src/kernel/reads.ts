/**
 * @module What one unit of work asks the store for: questions that are put without waiting for each other's answers go
 * to the database together. So a read that is planned as a whole costs one statement.
 */
import type { BaseRow, Entity } from './entity.ts';
import type { DeskStore, Query, Question } from './store.ts';

type Answer = BaseRow[] | number;

interface Asked {
  readonly question: Question;
  readonly answer: (answer: Promise<Answer>) => void;
}

interface WantedRow {
  readonly entity: Entity;
  readonly tenantId: string;
  readonly id: string;
  readonly answer: (row: Promise<BaseRow | undefined>) => void;
}

/** How many steps of the program a read waits for company: what the store has at hand is answered within them. */
const STEPS = 16;

export class Reads {
  readonly #store: DeskStore;
  #asked: Asked[] = [];
  #wanted: WantedRow[] = [];
  /** How often the store was asked, one question after the other. */
  statements = 0;

  constructor(store: DeskStore) {
    this.#store = store;
  }

  find(query: Query): Promise<BaseRow[]> {
    return query.entity.kept ? this.#store.find(query) : (this.#ask({ kind: 'find', ...query }) as Promise<BaseRow[]>);
  }

  count(query: Query): Promise<number> {
    return this.#ask({ kind: 'count', ...query }) as Promise<number>;
  }

  async row(entity: Entity, tenantId: string, id: string): Promise<BaseRow | undefined> {
    if (entity.kept) return (await this.#store.find({ entity, tenantId, where: [{ id }], limit: 1 }))[0];
    this.#plan();
    return new Promise((resolve) => this.#wanted.push({ entity, tenantId, id, answer: resolve }));
  }

  #ask(question: Question): Promise<Answer> {
    this.#plan();
    return new Promise((resolve) => this.#asked.push({ question, answer: resolve }));
  }

  #plan(): void {
    if (this.#asked.length + this.#wanted.length === 0) void this.#answerSoon();
  }

  async #answerSoon(): Promise<void> {
    for (let step = 0; step < STEPS; step += 1) await undefined;
    const [asked, wanted] = [this.#asked, this.#wanted];
    this.statements += 1;
    this.#asked = [];
    this.#wanted = [];
    const groups = [...Map.groupBy(wanted, ({ entity, tenantId }) => `${entity.name} ${tenantId}`).values()];
    const answers = this.#answers([...groups.map(rowsOf), ...asked.map(({ question }) => question)]);
    for (const [n, group] of groups.entries())
      for (const { id, answer } of group)
        answer((answers[n] as Promise<BaseRow[]>).then((rows) => rows.find((row) => row.id === id)));
    for (const [n, { answer }] of asked.entries()) answer(answers[groups.length + n] as Promise<Answer>);
  }

  #answers(questions: readonly Question[]): Promise<Answer>[] {
    const all = questions.length > 1 && this.#store.answer ? this.#together(questions) : undefined;
    return questions.map(async (question, n) => (all ? ((await all)[n] as Answer) : this.#one(question)));
  }

  // A store that throws instead of rejecting has answered too: whoever asked must not wait for ever.
  async #together(questions: readonly Question[]): Promise<readonly Answer[]> {
    return (await this.#store.answer?.(questions)) ?? [];
  }

  async #one(question: Question): Promise<Answer> {
    return question.kind === 'find' ? this.#store.find(question) : this.#store.count(question);
  }
}

function rowsOf(group: readonly WantedRow[]): Question {
  const [{ entity, tenantId, id }] = group as [WantedRow];
  const ids = [...new Set(group.map((wanted) => wanted.id))];
  return ids.length === 1
    ? { kind: 'find', entity, tenantId, where: [{ id }], limit: 1 }
    : { kind: 'find', entity, tenantId, where: [{ id: { in: ids } }], limit: roundedUp(ids.length) };
}

/** The limit is part of a statement's text: few different ones mean few statements to prepare. */
function roundedUp(count: number): number {
  let limit = 2;
  while (limit < count) limit *= 2;
  return limit;
}
