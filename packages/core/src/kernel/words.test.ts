import { describe, expect, test } from 'vitest';
import { MemoryStore, testPorts } from '../testing/index.ts';
import { ConfigError } from './denial.ts';
import { createDesk } from './desk.ts';
import { defineFeature, type Feature } from './feature.ts';

const problemsOf = (...features: Feature[]): readonly string[] => {
  try {
    createDesk({ features, store: new MemoryStore(), clock: () => new Date(), newId: () => 'id', ports: testPorts() });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
};

describe('words', () => {
  test('a desk refuses a permission that an administrator could not read in one of the languages', () => {
    const boxes = (words: { en: string; zh: string }) =>
      defineFeature({ name: 'boxes', permissions: { 'box.read': { roles: ['AD'], ...words } } });
    expect(problemsOf(boxes({ en: 'See boxes', zh: ' ' }))).toEqual([
      'the permission box.read of boxes has no words in both languages',
    ]);
    expect(problemsOf(boxes({ en: '', zh: '查看箱子' }))).toHaveLength(1);
    expect(problemsOf(boxes({ en: 'See boxes', zh: '查看箱子' }))).toEqual([]);
  });
});
