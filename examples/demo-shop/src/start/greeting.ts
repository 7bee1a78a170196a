import { ROLES } from '@shopdesk/core';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '@shopdesk/server';
import type { RunningDemo } from './start-demo.ts';
import type { StartWords } from './words.ts';

/** A Chinese character is two columns wide. */
const padded = (text: string, columns: number) =>
  text + ' '.repeat(Math.max(1, columns - text.length - (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)));

/** Everything that one needs to look around: addresses and sign-ins, and what to mind. */
export function greeting({ deskUrl, shopUrl, database, insecure, colleague }: RunningDemo, words: StartWords): string {
  const addresses = [
    [words.shopPage, `${shopUrl}/`],
    [words.desk.panel, `${deskUrl}/admin/`],
    [words.desk.graphiql, `${deskUrl}/graphql`],
    [words.desk.graphql, `${deskUrl}/graphql`],
  ] as const;
  const people = DEMO_PEOPLE.map(
    ({ role, email, name }) => `  ${padded(email, 30)}${padded(name, 14)}${ROLES[role][words.language]}`,
  );
  return [
    '',
    words.desk.ready,
    '',
    ...addresses.map(([name, url]) => `  ${padded(name, 12)}${url}`),
    '',
    words.signIns(DEMO_PASSWORD),
    ...people,
    ...(colleague ? ['', words.colleague] : []),
    '',
    words.desk.insecure,
    ...insecure.map(({ code, detail }) => `  ! ${words.desk.insecureSettings[code](detail)}`),
    '',
    words.durability[database],
    words.toStop,
  ].join('\n');
}
