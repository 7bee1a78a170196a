// Type-checks a generated desk of 60 entities and 200 actions (with calls that must and must not compile) against
// the same number of plain zod schemas and functions as a baseline, and prints the seconds of each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTITIES = 60;
const ACTIONS = 200;
const FEATURES = 20;
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}test/scale/generated`;

const fields = Array.from(
  { length: 12 },
  (_, n) =>
    `    field${n}: z.${['string()', 'int()', 'boolean()', "enum(['A', 'B'])"][n % 4]}${n % 3 ? '' : '.nullable()'},`,
);
const schema = `z.object({\n    state: z.enum(['OPEN', 'DONE']),\n${fields.join('\n')}\n  })`;
const per = ACTIONS / FEATURES;

function deskFeature(f) {
  const entities = Array.from({ length: ENTITIES / FEATURES }, (_, n) => `Thing${f}x${n}`);
  const actions = Array.from({ length: per }, (_, n) => `act${f}x${n}`);
  return `import { z } from 'zod';
import { defineAction, defineEntity, defineFeature, one } from '@shopdesk/core';
${entities.map((name) => `export const ${name} = defineEntity({ name: '${name}', title: { en: '', zh: '' }, schema: ${schema}, visible: () => 'all' });`).join('\n')}
${actions
  .map((name, n) => {
    const entity = entities[n % entities.length];
    return `export const ${name} = defineAction({
  title: { en: '', zh: '' }, allow: { staff: true }, on: ${entity}, output: one(${entity}),
  input: z.object({ id: z.string(), note: z.string().optional(), amount: z.int().default(1) }),
  run: async (ctx, { id, amount }) => ctx.update(${entity}, await ctx.get(${entity}, id), { field1: amount }),
});`;
  })
  .join('\n')}
export const feature${f} = defineFeature({ name: 'feature${f}', entities: [${entities}], actions: { ${actions} } });
`;
}

function deskUse() {
  const names = Array.from({ length: FEATURES }, (_, f) => `feature${f}`);
  const calls = names.map((name, f) =>
    Array.from({ length: per }, (_, n) => `  await api.${name}.act${f}x${n}({ id: 'x' });`).join('\n'),
  );
  return `import { createDesk, type Actor, type DeskStore, type Ports } from '@shopdesk/core';
${names.map((name) => `import { ${name} } from './${name}.ts';`).join('\n')}
declare const store: DeskStore; declare const ports: Ports; declare const actor: Actor;
const desk = createDesk({ features: [${names}], store, ports, clock: () => new Date(0), newId: () => '' });
const api = desk.as(actor);
export async function use() {
${calls.join('\n')}
  const row = await api.feature0.act0x0({ id: 'x', amount: 2 });
  const state: 'OPEN' | 'DONE' = row.state;
  // @ts-expect-error an unknown field of the input
  await api.feature0.act0x0({ id: 'x', amont: 2 });
  // @ts-expect-error an unknown action
  await api.feature0.act99({ id: 'x' });
  // @ts-expect-error an unknown field of the row
  return [state, row.feld1];
}
`;
}

function plainFeature(f) {
  const schemas = Array.from({ length: ENTITIES / FEATURES }, (_, n) => `export const Thing${f}x${n} = ${schema};`);
  const functions = Array.from({ length: per }, (_, n) => {
    const entity = `Thing${f}x${n % (ENTITIES / FEATURES)}`;
    return `export async function act${f}x${n}(input: { id: string; note?: string; amount?: number }): Promise<z.output<typeof ${entity}>> { return ${entity}.parse(input); }`;
  });
  return `import { z } from 'zod';\n${schemas.join('\n')}\n${functions.join('\n')}\n`;
}

function check(kind, files) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${folder}/${name}.ts`, text);
  const config = {
    extends: '../../../tsconfig.base.json',
    compilerOptions: { composite: false, noEmit: true, incremental: false, declaration: false, sourceMap: false },
    include: ['*.ts'],
  };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
  const started = performance.now();
  const run = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', folder], {
    encoding: 'utf8',
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) {
    console.error(run.stdout.slice(0, 4000));
    process.exitCode = 1;
  }
  rmSync(folder, { recursive: true, force: true });
  return `${kind} ${seconds.toFixed(1)} s`;
}

const numbers = Array.from({ length: FEATURES }, (_, f) => f);
const desk = check('desk', {
  ...Object.fromEntries(numbers.map((f) => [`feature${f}`, deskFeature(f)])),
  use: deskUse(),
});
const plain = check('baseline', Object.fromEntries(numbers.map((f) => [`plain${f}`, plainFeature(f)])));
console.log(`types at scale (${ENTITIES} entities, ${ACTIONS} actions): ${desk}, ${plain}`);
