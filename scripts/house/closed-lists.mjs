// Lists that every new feature would have to edit, each with the sign in the code that it is still closed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, isTestFile, root, textOf } from './sources.mjs';

const FEATURES = 'packages/core/src/features';

/** Some of a list's codes in one array or in one union, whatever it is called: then the codes are enumerated there. */
const enumerated = (...codes) =>
  new RegExp(codes.map((code) => `'${code}'`).join(String.raw`\s*[,|]\s*(?:'\w+'\s*[,|]\s*)*`));

/**
 * A name for the list, where it stands, what stands there as long as nobody else can add to it, its vocabulary and its
 * point.
 */
const LISTS = [
  ['fields of a conversation', 'conversations/entities.ts', /\.\.\.(?:slaFields|escalationFields)/],
  ['starting values of a conversation', 'conversations/open.ts', /const fresh = /],
  ['starting values of a case', 'aftersales/submit.ts', /const NOTHING_YET/],
  ['timeline of a customer', 'customers', enumerated('CONVERSATION', 'RATING'), 'TimelineKind', 'customer.timeline'],
  ['items of a hand-over', 'shifts', enumerated('PROMISE', 'PARCEL'), 'HandoverItemKind', 'shift.openWork'],
  ['steps of a macro', 'macros', enumerated('ADD_NOTE', 'TRANSFER'), 'MacroStepKind', 'macro.step'],
  ['subjects of a policy decision', 'policies', enumerated('ORDER_REQUEST', 'CASE'), 'PolicySubject'],
  ['cards of a message', 'conversations', /'ARTICLE'|z\.enum\(\[[^\]]*'PRODUCT'/, 'MessageCardType', 'message.card'],
  ['notices to staff', 'notices', enumerated('TASK_OVERDUE', 'TASK_GIVEN'), 'NoticeKind', 'notices.kinds'],
  [
    'notices to customers',
    'customer-notices',
    enumerated('CASE_NEWS', 'ORDER_NEWS'),
    'CustomerNoticeKind',
    'customerNotices.kinds',
  ],
  // What other features measure comes by a point, so the figures build on none of them.
  ['figures', 'metrics', /'\.\.\/(?:aftersales|kpis|service-levels)\//, 'MetricCode', 'metrics.known'],
  ['files', 'packages/server/src', /\b(?:Attachment|CasePhoto|addAttachment|addCasePhoto)\b/],
  ['codes of a denial', 'packages/core/src/kernel/denial.ts', /\bTRANSFER_NOT_AUTHORISED\b|DenialCode = keyof/],
  ['roles', 'access', /const ROLE_CODES\b|z\.enum\((?:ROLE|standardRoles)/],
  ['live events', 'packages/server/src/live', /kind: 'transfer'|(?:Transfer|Staff)Row\b|isSame\(entity, Transfer\)/],
];

/** Files at a place, which is a file or a folder, of core's features unless it names a package. */
function filesAt(place) {
  const path = place.startsWith('packages/') ? place : `${FEATURES}/${place}`;
  if (!existsSync(join(root, path))) return [];
  return path.endsWith('.ts') ? [path] : filesBelow(path).filter((file) => !isTestFile(file));
}

/**
 * A list with a vocabulary is open when its owner declares that one and asks its point, and no file of the owner
 * enumerates its codes.
 */
function isClosed([, place, sign, vocabulary, point]) {
  const texts = filesAt(place).map(textOf);
  const declares = (text) => new RegExp(String.raw`\bvocabulary\(\s*'${vocabulary}'`).test(text);
  const asks = (text) => new RegExp(String.raw`\bpoint<[^(]*\(\s*'${point}'`).test(text);
  return (
    texts.some((text) => sign.test(text)) ||
    (vocabulary !== undefined && !texts.some(declares)) ||
    (point !== undefined && !texts.some(asks))
  );
}

/** The names of the lists that are still closed. */
export const closedLists = () => LISTS.filter(isClosed).map(([name]) => name);
