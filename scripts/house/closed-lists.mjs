// Lists that every new feature would have to edit, each with the sign in the code that it is still closed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, isTestFile, root, textOf } from './sources.mjs';

const FEATURES = 'packages/core/src/features';

/** A name for the list, where it stands, and what stands there as long as nobody else can add to it. */
const LISTS = [
  ['fields of a conversation', 'conversations/entities.ts', /\.\.\.(?:slaFields|escalationFields)/],
  ['starting values of a conversation', 'conversations/open.ts', /const fresh = /],
  ['starting values of a case', 'aftersales/submit.ts', /const NOTHING_YET/],
  ['timeline of a customer', 'customers', /\['CONVERSATION', 'RATING'/],
  ['items of a hand-over', 'shifts', /const ITEM_KINDS = \[/],
  ['steps of a macro', 'macros', /const STEP_KINDS = \[/],
  ['subjects of a policy decision', 'policies', /\['ORDER_REQUEST', 'CASE'/],
  ['cards of a message', 'conversations', /\['PRODUCT', 'ORDER', 'ARTICLE'/],
  ['alerts', 'routing', /const ALERT_KINDS = \[/],
  ['figures', 'kpis', /interface Figures \{/],
  ['files', 'packages/server/src', /\b(?:Attachment|CasePhoto|addAttachment|addCasePhoto)\b/],
  ['codes of a denial', 'packages/core/src/kernel/denial.ts', /\bTRANSFER_NOT_AUTHORISED\b|DenialCode = keyof/],
  ['roles', 'access/permission.ts', /const ROLE_CODES\b/],
  ['live events', 'packages/server/src/live/live-event.ts', /kind: '(?:transfer|staff)'/],
];

/** Files at a place, which is a file or a folder, of core's features unless it names a package. */
function filesAt(place) {
  const path = place.startsWith('packages/') ? place : `${FEATURES}/${place}`;
  if (!existsSync(join(root, path))) return [];
  return path.endsWith('.ts') ? [path] : filesBelow(path).filter((file) => !isTestFile(file));
}

/** The names of the lists that are still closed. */
export const closedLists = () =>
  LISTS.filter(([, place, sign]) => filesAt(place).some((path) => sign.test(textOf(path)))).map(([name]) => name);
