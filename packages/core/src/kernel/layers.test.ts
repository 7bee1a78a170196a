import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyWords, MemoryStore, testPorts } from '../testing/index.ts';
import { defineAction, defineView, one, value } from './action.ts';
import type { StaffActor } from './actor.ts';
import { AuditEvent } from './audit.ts';
import type { ActionContext } from './context.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineEntity, staffOnly, type RowOf } from './entity.ts';
import { defineEvent, inCommit } from './event.ts';
import { extend } from './extend.ts';
import { defineFeature, unless, type Feature } from './feature.ts';
import { withRequired } from './order.ts';
import { answer, point } from './point.ts';

const someone: StaffActor = {
  kind: 'staff',
  tenantId: 't',
  userId: 'u',
  name: 'U',
  agentNo: '1',
  roles: [],
  permissions: new Set(['audit.read']),
};
const title = { en: 'T', zh: '题' };

const deskOf = <const F extends readonly Feature[]>(...features: F) => {
  let ids = 0;
  return createDesk({
    features,
    store: new MemoryStore(),
    clock: () => new Date('2025-03-10T01:00:00.000Z'),
    newId: () => `id-${(ids += 1)}`,
    ports: testPorts(),
  });
};
const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    deskOf(...features);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

const Note = defineEntity({
  name: 'Note',
  title,
  schema: z.object({ text: z.string(), pinned: z.boolean().default(false) }),
  audited: ['text'],
  visible: () => 'all',
  list: { filters: ['text'], orders: [[['text', 'asc']]] },
});
const noted = defineEvent<RowOf<typeof Note>>('note.noted');
const remarks = point<RowOf<typeof Note>, string>('note.remarks');
const counting = point<RowOf<typeof Note>, number, ActionContext>('note.counting');

const notes = defineFeature({
  words: anyWords,
  name: 'notes',
  entities: [Note],
  actions: {
    write: defineAction({
      title,
      allow: { staff: true },
      input: z.object({ text: z.string() }),
      output: one(Note),
      run: async (ctx, { text }) => {
        const note = ctx.insert(Note, { text });
        ctx.emit(noted, note);
        await ctx.ask(counting, note);
        return note;
      },
    }),
  },
  views: {
    remarksOn: defineView({
      title,
      allow: { staff: true },
      input: z.object({ id: z.string() }),
      output: value('RemarksOn', z.array(z.string())),
      run: async (ctx, { id }) => [...(await ctx.ask(remarks, await ctx.get(Note, id)))],
    }),
  },
});

const Rated = extend(Note, {
  fields: { stars: staffOnly(z.int().default(3)), raters: z.array(z.string()).default([]) },
  index: [['stars']],
  filters: ['stars'],
  orders: [[['stars', 'desc']]],
  audited: ['stars'],
});

const heard: string[] = [];
const hears = (name: string) => inCommit(noted, () => void heard.push(name));

/** Builds on notes; `late` reacts after `stars` because it requires it, although its name comes first. */
const stars = defineFeature({
  words: anyWords,
  name: 'stars',
  requires: [notes],
  extensions: [Rated],
  actions: {
    rate: defineAction({
      title,
      allow: { staff: true },
      on: Note,
      input: z.object({ stars: z.int() }),
      output: one(Rated),
      run: (ctx, row, { stars: given }) => ctx.update(Rated, row, { stars: given }),
    }),
  },
  inCommit: [hears('stars')],
  answers: [
    answer(remarks, async (ctx, { id }) => `${(await ctx.get(Rated, id)).stars} stars`),
    answer(counting, (ctx, note) => ctx.update(Rated, note, { stars: 4 }).stars),
  ],
});
const late = defineFeature({
  words: anyWords,
  name: 'late',
  requires: [stars],
  inCommit: [hears('late')],
  unless: [unless(stars.actions.rate, { check: () => undefined })],
  answers: [
    answer(remarks, (_ctx, { text }) => (text === 'quiet' ? undefined : `about ${text}`)),
    answer(remarks, () => undefined),
  ],
});

describe('what a feature builds on', () => {
  test('says in which order features react and answer, whatever the order of the list', async () => {
    for (const list of [
      [notes, stars, late],
      [late, stars, notes],
      [stars, late, notes],
    ] as const) {
      heard.length = 0;
      const desk = deskOf(...(list as readonly [typeof notes, typeof stars, typeof late]));
      const note = await desk.as(someone).notes.write({ text: 'tea' });
      expect(heard).toEqual(['stars', 'late']);
      expect(await desk.as(someone).notes.remarksOn({ id: note.id })).toEqual(['4 stars', 'about tea']);
      expect(desk.features.map(({ name }) => name)).toEqual(['notes', 'stars', 'late']);
    }
  });

  test('that is missing is named at the start', () => {
    expect(problemsOf(late, notes)).toEqual(['late requires stars, which is not in `features`']);
    expect(problemsOf(late, notes, stars)).toEqual([]);
  });

  test('in a circle is named at the start, with its members', () => {
    const a = { ...defineFeature({ words: anyWords, name: 'a' }), requires: [] as Feature[] };
    const b = defineFeature({ words: anyWords, name: 'b', requires: [a] });
    const c = defineFeature({ words: anyWords, name: 'c', requires: [b] });
    a.requires.push(c);
    expect(problemsOf(a, b, c)).toEqual(['the features a → c → b → a require each other in a circle']);
  });

  test('gives the smallest desk on which a feature works', () => {
    const other = defineFeature({ words: anyWords, name: 'other' });
    expect(withRequired<Feature>(late).map(({ name }) => name)).toEqual(['notes', 'stars', 'late']);
    expect(
      withRequired<Feature>(stars, late, other)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['late', 'notes', 'other', 'stars']);
  });
});

describe('fields that a feature adds to another’s entity', () => {
  test('begin with their default, are changed by their feature, and come with every read', async () => {
    const desk = deskOf(stars, notes);
    const note = await desk.as(someone).notes.write({ text: 'tea' });
    expect(note).toMatchObject({ pinned: false, stars: 4, raters: [] });
    const rated = await desk.as(someone).stars.rate({ id: note.id, stars: 5 });
    expect([rated.stars, rated.text]).toEqual([5, 'tea']);
    expect(await desk.read(someone).all(Note, { where: { stars: 5 } })).toMatchObject([{ raters: [], stars: 5 }]);
    expect((await desk.read(someone).get(Rated, note.id)).stars).toBe(5);
  });

  test('are in the entity as the desk knows it: its fields, indexes, filters, orders and audit', async () => {
    const desk = deskOf(notes, stars);
    expect(desk.whole(Note)).toMatchObject({
      index: [['stars']],
      audited: ['text', 'stars'],
      list: { filters: ['text', 'stars'], orders: [[['text', 'asc']], [['stars', 'desc']]] },
    });
    expect(Object.keys(desk.entities[0]?.schema.shape ?? {})).toEqual(['text', 'pinned', 'stars', 'raters']);
    expect(Object.keys(Note.schema.shape)).toEqual(['text', 'pinned']);
    const note = await desk.as(someone).notes.write({ text: 'tea' });
    await desk.as(someone).stars.rate({ id: note.id, stars: 1 });
    const [entry] = await desk.read(someone).all(AuditEvent, { where: { action: 'rate' } });
    expect(entry?.changes).toMatchObject([{ before: { stars: 4 }, after: { stars: 1 } }]);
  });

  test('do not exist on a desk without their feature', async () => {
    const note = await deskOf(notes).as(someone).notes.write({ text: 'tea' });
    expect(note).not.toHaveProperty('stars');
  });

  test('that two features add, or that nobody’s entity gets, are named at the start', () => {
    const again = defineFeature({
      words: anyWords,
      name: 'again',
      requires: [notes],
      extensions: [extend(Note, { fields: { stars: z.int().default(0) } })],
    });
    expect(problemsOf(notes, stars, again)).toEqual(['Note.stars is added by stars and by again']);
    expect(problemsOf(defineFeature({ words: anyWords, name: 'lost', extensions: [Rated] }))).toEqual([
      'lost extends Note, which no feature declares',
    ]);
    const vague = defineFeature({
      words: anyWords,
      name: 'vague',
      requires: [notes],
      extensions: [extend(Note, { fields: {}, filters: ['mood'] })],
    });
    expect(problemsOf(notes, vague)).toEqual(['entity Note names the unknown field mood']);
  });

  test('need a default and a name that is free', () => {
    expect(() => extend(Note, { fields: { mood: z.string() } })).toThrow(
      'the field mood, added to Note, needs a default: rows without it exist',
    );
    expect(() => extend(Note, { fields: { text: z.string().default('') } })).toThrow('Note has a field text already');
    expect(extend(Note, { fields: { mood: z.string().optional() } }).name).toBe('Note');
  });
});

describe('a point', () => {
  test('without answers is an empty list', async () => {
    const desk = deskOf(notes);
    const note = await desk.as(someone).notes.write({ text: 'tea' });
    expect(await desk.as(someone).notes.remarksOn({ id: note.id })).toEqual([]);
  });

  test('is answered in the reach of whoever asks', async () => {
    const Hidden = defineEntity({
      name: 'Hidden',
      title,
      schema: z.object({ word: z.string() }),
      visible: () => 'none',
    });
    const hiding = defineFeature({
      words: anyWords,
      name: 'hiding',
      requires: [notes],
      entities: [Hidden],
      inCommit: [inCommit(noted, (ctx) => void ctx.insert(Hidden, { word: 'secret' }))],
      answers: [
        answer(
          remarks,
          async (ctx) =>
            `${(await ctx.all(Hidden)).length} of ${(await ctx.trusted('all the words').all(Hidden)).length}`,
        ),
      ],
    });
    const desk = deskOf(notes, hiding);
    const note = await desk.as(someone).notes.write({ text: 'tea' });
    expect(await desk.as(someone).notes.remarksOn({ id: note.id })).toEqual(['0 of 1']);
  });

  test('takes answers of its own type only, and writes only where one acts', () => {
    // @ts-expect-error a number is no remark
    answer(remarks, () => 3);
    // @ts-expect-error a view reads
    answer(remarks, (ctx, note) => ctx.update(Note, note, { text: '' }).text);
    // @ts-expect-error an answer that writes is not given where one reads
    const ask = (note: RowOf<typeof Note>) => deskOf(notes).read(someone).ask(counting, note);
    // @ts-expect-error a field that the extension does not have
    const change = (ctx: ActionContext, note: RowOf<typeof Note>) => ctx.update(Rated, note, { moons: 1 });
    // @ts-expect-error a note without a text
    const begin = (ctx: ActionContext) => ctx.insert(Note, { pinned: true });
    expect([ask, change, begin]).toHaveLength(3);
  });
});
