// Type-checks a generated desk of 150 entities and 600 actions (with calls that must and must not compile) as a shop's
// developer does, on the built types of core's kernel. The baseline is what they would write without it: the same entities and
// the same inputs as plain zod schemas, a function for each action, and the same calls. Prints the seconds of each, the
// best of several rounds in turn, and how often the compiler allocated memory and made a type of another one, which are
// about the same on every machine. More of these than the limits say fails; seconds are only told, since they depend on
// what else the machine does.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ENTITIES = 150;
const ACTIONS = 600;
const FEATURES = 30;
const ROUNDS = Number(/^--rounds=(\d+)$/.exec(process.argv[2] ?? '')?.[1] ?? 5);
const MOST = { seconds: Infinity, allocations: 1.65, instantiations: 1.05 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}test/scale/generated`;

const tsc = (...args) =>
  spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, ...args], { encoding: 'utf8' });

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
import { defineAction, defineEntity, defineFeature, deny, one } from '@shopdesk/core/kernel';
${entities.map((name) => `export const ${name} = defineEntity({ name: '${name}', title: { en: '', zh: '' }, schema: ${schema}, visible: () => 'all' });`).join('\n')}
${actions
  .map((name, n) => {
    const entity = entities[n % entities.length];
    return `export const ${name} = defineAction({
  title: { en: '', zh: '' }, allow: { staff: true }, on: ${entity}, output: one(${entity}),
  when: (_ctx, row) => (row.state === 'DONE' ? deny('CONFLICT') : undefined),
  input: z.object({ note: z.string().optional(), amount: z.int().default(1) }),
  run: (ctx, row, { amount }) => ctx.update(${entity}, row, { field1: amount }),
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
  return `import { createDesk, type Actor, type DeskStore, type Ports } from '@shopdesk/core/kernel';
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
  // @ts-expect-error the row is named by its id
  await api.feature0.act0x0({ amount: 2 });
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
    return `const input${f}x${n} = z.object({ id: z.string(), note: z.string().optional(), amount: z.int().default(1) });
export async function act${f}x${n}(given: z.input<typeof input${f}x${n}>): Promise<z.output<typeof ${entity}>> { return ${entity}.parse(input${f}x${n}.parse(given)); }`;
  });
  return `import { z } from 'zod';\n${schemas.join('\n')}\n${functions.join('\n')}\n`;
}

function plainUse() {
  const names = Array.from({ length: FEATURES }, (_, f) => `plain${f}`);
  const calls = names.map((name, f) =>
    Array.from({ length: per }, (_, n) => `  await ${name}.act${f}x${n}({ id: 'x' });`).join('\n'),
  );
  return `${names.map((name) => `import * as ${name} from './${name}.ts';`).join('\n')}
export async function use() {
${calls.join('\n')}
}
`;
}

/** What one compiler without helpers needs for a project; an error in it is printed and fails the run. */
function measured(project) {
  const run = tsc('-p', project, '--singleThreaded', '--extendedDiagnostics');
  if (run.status !== 0) {
    console.error(run.stdout.slice(0, 4000));
    process.exitCode = 1;
  }
  const said = (name) => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(run.stdout)?.[1]);
  return { seconds: said('Total time'), allocations: said('Memory allocs'), instantiations: said('Instantiations') };
}

function write(kind, files) {
  const project = `${folder}/${kind}`;
  mkdirSync(project, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${project}/${name}.ts`, text);
  const config = {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: {
      customConditions: [],
      composite: false,
      noEmit: true,
      incremental: false,
      declaration: false,
      sourceMap: false,
    },
    include: ['*.ts'],
  };
  writeFileSync(`${project}/tsconfig.json`, JSON.stringify(config));
  return project;
}

const built = tsc('-b', `${root}packages/core`);
if (built.status !== 0) throw new Error(built.stdout);
const numbers = Array.from({ length: FEATURES }, (_, f) => f);
rmSync(folder, { recursive: true, force: true });
const projects = {
  desk: write('desk', { ...Object.fromEntries(numbers.map((f) => [`feature${f}`, deskFeature(f)])), use: deskUse() }),
  plain: write('plain', { ...Object.fromEntries(numbers.map((f) => [`plain${f}`, plainFeature(f)])), use: plainUse() }),
};
const rounds = Array.from({ length: ROUNDS }, () => ({
  desk: measured(projects.desk),
  plain: measured(projects.plain),
}));
rmSync(folder, { recursive: true, force: true });

console.log(`types at scale (${ENTITIES} entities, ${ACTIONS} actions), the desk and plain zod:`);
for (const [what, most] of Object.entries(MOST)) {
  const least = (kind) => Math.min(...rounds.map((round) => round[kind][what]));
  const ratio = least('desk') / least('plain');
  console.log(
    `  ${what}: ${least('desk')} and ${least('plain')}, ratio ${ratio.toFixed(2)}${most < Infinity ? `, at most ${most}` : ''}`,
  );
  if (!(ratio <= most)) process.exitCode = 1;
}
