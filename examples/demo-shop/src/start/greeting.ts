import { DEMO_PASSWORD, DEMO_PEOPLE } from './people.ts';
import type { RunningDemo } from './start-demo.ts';
import type { StartWords } from './words.ts';

/** A Chinese character is two columns wide. */
const padded = (text: string, columns: number) => text + ' '.repeat(Math.max(1, columns - text.length - (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)));

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;

/** Everything that one needs to look around: addresses and sign-ins, and what to mind. */
export function greeting({ deskUrl, shopUrl, database }: RunningDemo, { words, roleName }: StartWords, host = '127.0.0.1'): string {
  const addresses = [[words.shopPage, `${shopUrl}/`], [words.panel, `${deskUrl}/admin/`], ['GraphiQL', `${deskUrl}/graphql`], ['GraphQL', `${deskUrl}/graphql`]] as const;
  const people = DEMO_PEOPLE.map(({ role, email, name }) => `  ${padded(email, 30)}${padded(name, 14)}${roleName(role)}`);
  return [
    '',
    words.ready,
    '',
    ...addresses.map(([name, url]) => `  ${padded(name, 12)}${url}`),
    '',
    words.signIns(DEMO_PASSWORD),
    ...people,
    '',
    ...(LOOPBACK.test(host) ? [] : [words.reachable]),
    words.durability[database],
    words.toStop,
  ].join('\n');
}
