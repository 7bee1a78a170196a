/** @module Rules whose process dies, and rules of any making: every step is done once, and everything ends. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../kernel/desk.ts';
import { StoreUnavailableError, type DeskStore } from '../../kernel/store.ts';
import { MemoryStore, testPorts } from '../../testing/index.ts';
import { Message } from '../conversations/index.ts';
import { standardFeatures } from '../index.ts';
import { FollowUpTask } from '../tasks/index.ts';
import { RuleRun, RuleTrigger } from './entities.ts';
import { FOLLOW_UP, ruleScene } from './testing/rule-scene.ts';

/** A store whose process dies at its commits: some before they are stored, some right after. */
function mortal(memory: DeskStore) {
  let until = Number.POSITIVE_INFINITY;
  let after = false;
  let dead = false;
  let kills = 0;
  const alive = () => {
    if (dead) throw new StoreUnavailableError();
  };
  const store: DeskStore = {
    checks: true,
    find: async (query) => {
      alive();
      return memory.find(query);
    },
    count: async (query) => {
      alive();
      return memory.count(query);
    },
    commit: async (writes) => {
      alive();
      until -= 1;
      dead = until < 0;
      if (dead) kills += 1;
      if (!dead || after) await memory.commit(writes);
      alive();
    },
  };
  return {
    store,
    kills: () => kills,
    /** The next process lives for so many commits, and dies before or after the one that follows. */
    begin: (commits: number, dies: 'before' | 'after') => {
      [until, after, dead] = [commits, dies === 'after', false];
    },
  };
}

const CHATS = 12;

describe('a process that dies while rules run', () => {
  test.each([
    ['before a commit is stored', 'before'],
    ['right after one is stored', 'after'],
  ] as const)('%s loses no step and does none twice', async (_name, dies) => {
    const { store, begin, kills } = mortal(new MemoryStore());
    const { desk, clock, system, atWork, chat, tasks } = await ruleScene({ store });
    await atWork(FOLLOW_UP);
    await atWork({ event: 'TASK_GIVEN', steps: [{ action: 'noteTask', input: { text: 'Seen by a rule.' } }] });
    const chats: string[] = [];
    for (let count = 0; count < CHATS; count += 1) chats.push(await chat());
    let ids = 0;
    // Each round is another process, which lives for no, one or two commits.
    for (let round = 0; ; round += 1) {
      begin(round % 3, dies);
      const process = createDesk({
        features: standardFeatures,
        store,
        clock: clock.now,
        newId: () => `process-${round}-${(ids += 1)}`,
        ports: testPorts(),
      });
      const left = await process.runTimers().catch(() => 1);
      begin(Number.POSITIVE_INFINITY, dies);
      clock.advance(1000);
      if (left === 0) break;
      expect(round).toBeLessThan(1000);
    }
    expect(kills()).toBeGreaterThan(20);
    const given = await tasks();
    expect(given.map(({ conversationId }) => conversationId).toSorted()).toEqual(chats.toSorted());
    const notes = await desk.read(system).all(Message, { where: { kind: 'NOTE' } });
    expect(notes.map(({ conversationId }) => conversationId).toSorted()).toEqual(chats.toSorted());
    const runs = await desk.read(system).all(RuleRun);
    expect(runs.map(({ state, step, steps }) => [state, step === steps])).toEqual(runs.map(() => ['DONE', true]));
    expect(runs).toHaveLength(2 * CHATS);
    expect(await desk.read(system).all(RuleTrigger)).toEqual([]);
  });
});

const EVENTS = [
  'CONVERSATION_OPENED',
  'CONVERSATION_CLOSED',
  'TASK_GIVEN',
  'TASK_ENDED',
  'ESCALATION_REQUESTED',
] as const;
const conversation = (event: string) =>
  event === 'CONVERSATION_OPENED' || event === 'CONVERSATION_CLOSED' ? 'id' : 'conversationId';
const STEPS: Readonly<Record<string, (event: string) => Readonly<Record<string, unknown>>>> = {
  createTask: () => ({ storeId: { field: 'storeId' }, subject: 'By a rule', doneBy: { hours: 1 } }),
  addNote: (event) => ({ conversationId: { field: conversation(event) }, text: 'By a rule' }),
  closeConversation: (event) => ({
    id: { field: conversation(event) },
    intent: 'OTHER',
    result: 'SOLVED',
    reason: 'x',
  }),
  escalateConversation: (event) => ({ id: { field: conversation(event) }, level: 3, reason: 'x', summary: 'y' }),
  noteTask: () => ({ text: 'By a rule' }),
  sendNotice: () => ({ storeId: { field: 'storeId' }, title: 'By a rule', toRoles: ['TL'] }),
};
const rule = fc.record({
  event: fc.constantFrom(...EVENTS),
  steps: fc.array(fc.constantFrom(...Object.keys(STEPS)), { minLength: 1, maxLength: 3 }),
  hours: fc.option(fc.integer({ min: 1, max: 3 })),
});

describe('rules of any making', () => {
  test('come to an end, whatever happens, and no run is left under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(rule, { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('NOT_SOLVED' as const, 'SOLVED' as const), { minLength: 1, maxLength: 3 }),
        async (rules, chats) => {
          const { desk, clock, system, atWork, chat, runs } = await ruleScene();
          let published = 0;
          for (const { event, steps, hours } of rules)
            await atWork({
              event,
              hours,
              steps: steps.map((action) => ({ action, input: STEPS[action]?.(event) ?? {} })),
            }).then(
              () => (published += 1),
              () => undefined,
            );
          for (const result of chats) await chat(result);
          let commits = 0;
          for (let hour = 0; hour < 12; hour += 1) {
            for (let left = 1; left > 0; commits += 1) {
              left = await desk.runTimers(20);
              expect(commits).toBeLessThan(2000);
            }
            clock.advance(3_600_000);
          }
          const all = await runs();
          expect(all.filter(({ state }) => state === 'RUNNING')).toEqual([]);
          expect(all.every(({ cause }) => new Set(cause).size === cause.length && cause.length <= 3)).toBe(true);
          expect(new Set(all.map(({ ruleVersionId, triggerId }) => `${ruleVersionId} ${triggerId}`)).size).toBe(
            all.length,
          );
          expect(await desk.read(system).all(RuleTrigger)).toEqual([]);
          const tasks = await desk.read(system).all(FollowUpTask);
          expect(tasks.length).toBeLessThanOrEqual(published * 60 + 10);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});
