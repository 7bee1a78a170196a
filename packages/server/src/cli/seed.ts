import { ROLES } from '@shopdesk/core';
import { defineCommand } from 'citty';
import { DEMO_PASSWORD, seedDemo } from '../demo-seed.ts';
import { run, withRuntime, type CommandContext } from './command.ts';
import { PLACE_ARGS } from './environment.ts';

const seed = async ({ flags, words, print }: CommandContext): Promise<void> =>
  withRuntime(
    flags,
    async ({ desk }) => {
      const { store, people } = await seedDemo(desk, { courses: true });
      print(words.seeded(store.key));
      print(words.signIns(DEMO_PASSWORD));
      for (const { role, email } of people) print(`  ${email}  ${ROLES[role].en} · ${ROLES[role].zh}`);
    },
    { demo: true },
  );

export const seedCommand = defineCommand({
  meta: { name: 'seed', description: 'Add the demo tenant: a store and one member of staff per role' },
  args: PLACE_ARGS,
  run: run(seed),
});
