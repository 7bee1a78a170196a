import * as core from '@shopdesk/core';
import { describe, expect, test } from 'vitest';
import { panelRules } from '../scripts/house/panel-rules.mjs';
import { trusted } from '../scripts/house/trusted.mjs';
import { crossings, largestComponent, undeclared } from '../scripts/house/graph.mjs';

const file = (path: string, ...targets: string[]) => ({
  path: `packages/core/src/features/${path}`,
  text: targets.map((target) => `import { thing } from '${target}';\n`).join(''),
});

describe('the counts of the house', () => {
  const ladder = [
    file('orders/views.ts', '../customers/index.ts', './entities.ts'),
    file('aftersales/plan.ts', '../orders/index.ts', '../../kernel/money.ts'),
  ];

  test('find imports from one feature into another, and those past an index', () => {
    const planted = file('aftersales/advance.ts', '../orders/settle.ts');
    expect(crossings(ladder).map(({ from, to, past }) => ({ from, to, past }))).toEqual([
      { from: 'orders', to: 'customers', past: false },
      { from: 'aftersales', to: 'orders', past: false },
    ]);
    expect(crossings([...ladder, planted]).filter(({ past }) => past)).toMatchObject([
      { file: planted.path, target: 'packages/core/src/features/orders/settle.ts' },
    ]);
  });

  test('find the circle that one planted import closes', () => {
    expect(largestComponent(crossings(ladder))).toBe(1);
    const planted = file('customers/timeline.ts', '../aftersales/index.ts');
    expect(largestComponent(crossings([...ladder, planted]))).toBe(3);
  });

  test('find an import of what a feature does not require, and allow what it requires through another', () => {
    const required = new Map([
      ['orders', ['customers']],
      ['aftersales', ['orders']],
    ]);
    const through = file('aftersales/submit.ts', '../customers/index.ts');
    const planted = file('orders/judge.ts', '../policies/index.ts');
    expect(undeclared(crossings([...ladder, through]), required)).toEqual([]);
    expect(undeclared(crossings([...ladder, through, planted]), required)).toMatchObject([
      { from: 'orders', to: 'policies' },
    ]);
  });

  test('find who passes the reach of an actor, and who does not say why', () => {
    const text = [
      "ctx.trusted('settings for everybody').get(Store, id);",
      'ctx\n  .trusted("the giver\'s rows")\n  .find(Shift, {});',
      "ctx.trusted('needed').get(Store, id);",
      'ctx.trusted(why).get(Store, id);',
      "ctx.trusted('').get(Store, id);",
    ].join('\n');
    const found = trusted([{ path: 'packages/core/src/features/orders/planted.ts', text }]);
    expect(found.map(({ line, named }) => [line, named])).toEqual([
      [1, true],
      [3, true],
      [5, false],
      [6, false],
      [7, false],
    ]);
  });

  test('find a rule of the panel however it is written, and allow what only shows', () => {
    const path = 'packages/admin/src/features/policies/version-chip.ts';
    const planted = [
      "import type { VersionItem } from './data.ts';",
      "type State = VersionItem['state'];",
      "const DRAFT = 'DRAFT';",
      "const OPEN = new Set<State>(['DRAFT', 'SUBMITTED']);",
      'const EDITS = { DRAFT: true } as Record<State, boolean>;',
      "const STEPS = { DRAFT: ['submitPolicy'] } as unknown as Record<State, string[]>;",
      "const LOOKS = { DRAFT: 'warn' } as Record<State, string>;",
      "const isDraft = (text: string) => text === 'DRAFT';",
      'export const stateChip = ({ state }: { state: State }, roles: string[], known: State[]) => [',
      "  state === 'DRAFT',",
      '  state !== DRAFT,',
      "  ['DRAFT', 'SUBMITTED'].includes(state),",
      '  OPEN.has(state),',
      '  EDITS[state],',
      '  STEPS[state],',
      "  roles.includes('SV'),",
      '  isDraft(state),',
      '  LOOKS[state],',
      '  known.includes(state),',
      '  // Shown: a draft is grey.',
      "  state === 'DRAFT',",
      '];',
      'export function next(state: State) {',
      '  switch (state) {',
      "    case 'DRAFT':",
      '  }',
      '}',
    ].join('\n');
    const found = panelRules(core, { files: [path], texts: new Map([[path, planted]]) });
    expect(found.map(({ line }) => line)).toEqual([8, 10, 11, 12, 13, 14, 15, 16, 25]);
  });

  test('find a list of codes or an action that the panel names to decide by, whatever the list is asked about', () => {
    const path = 'packages/admin/src/features/aftersales/consequences.ts';
    const planted = [
      "const PAYS: readonly string[] = ['REFUND_ONLY', 'COMPENSATION'];",
      "const GRAVE = new Set(['approveCase', 'rejectCase']);",
      "const SIDES = ['left', 'right'];",
      'export const decided = (type: unknown, name: string, list: readonly string[]) => [',
      '  PAYS.includes(String(type)),',
      "  ['RETURN_REFUND'].indexOf(`${type}`) >= 0,",
      '  GRAVE.has(name),',
      "  name === 'approveCase',",
      "  'settleReturn' !== name,",
      "  SIDES.includes(name) || name === 'left',",
      '  list.includes(name),',
      "  { action: 'approveCase' },",
      '];',
      'export function fields(name: string) {',
      '  switch (name) {',
      "    case 'offerSolution':",
      '  }',
      '}',
    ].join('\n');
    const found = panelRules(core, { files: [path], texts: new Map([[path, planted]]) });
    expect(found.map(({ line }) => line)).toEqual([5, 6, 7, 8, 9]);
  });

  test('see a reason at each place of core that passes the reach of an actor', () => {
    expect(trusted().filter(({ named }) => !named)).toEqual([]);
    expect(trusted().length).toBeGreaterThan(100);
  });
});
