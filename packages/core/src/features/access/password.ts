/**
 * @module Which passwords staff may choose: long enough, and not what a guesser tries first. How many guesses a
 * password takes is estimated by zxcvbn, which knows common passwords, words, names, dates, keyboards, repetitions and
 * disguises ("P@ssw0rd"). Words that everybody knows of the person and the shop count for nothing.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { z } from 'zod';
import type { ActionContext } from '../../kernel/context.ts';
import { deny, type Denial } from '../../kernel/denial.ts';
import { Store, Tenant, type User } from './entities.ts';
import { secret, type RowOf } from '../../kernel/entity.ts';
import { ownTexts } from '../../kernel/own-texts.ts';
import { says } from '../../kernel/problems.ts';
import { accessTexts as t } from './texts.ts';

/** A new password as a field of an input. */
export const newPassword = secret(
  z
    .string()
    .min(10, says(ownTexts.atLeastCharacters({ least: 10 })))
    .max(200),
);

/** Guesses, as a power of ten, that a password must withstand: zxcvbn's "safely unguessable" begins there. */
const GUESSES_LOG10 = 8;
/** Beyond it nothing is looked at: so long a password is not found by guessing, unless its beginning repeats. */
const MOST_LOOKED_AT = 72;
/** Shorter words stand in any password. */
const SHORTEST_WORD = 3;
/**
 * What everybody tries at a desk of this name, and what zxcvbn's lists do not know: the favourites of Chinese users.
 */
const KNOWN_WORDS = [
  'shopdesk',
  'shop',
  'desk',
  'admin',
  'support',
  'service',
  'kefu',
  'woaini',
  'aini',
  'wobuaini',
  '5201314',
  '1314520',
  '1314',
  '520',
  'mima',
  'wodemima',
  'nihao',
  'zhongguo',
  'woaizhongguo',
  'laopo',
  'laogong',
  'baobei',
  'taobao',
  'tianmao',
  'alibaba',
  'weixin',
  '密码',
  '我的密码',
  '客服',
  '你好',
  '管理员',
];

type Person = Pick<RowOf<typeof User>, 'name' | 'email' | 'agentNo'>;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** Loaded with the first password: the lists are large, and most processes never need them. */
function loadEstimator(): Promise<ZxcvbnFactory> {
  estimator ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs: graphs }]) =>
      new Factory({ dictionary, graphs, maxLength: MOST_LOOKED_AT }, {}),
  );
  return estimator;
}

/**
 * Why a password may not be chosen: VALIDATION_FAILED naming the field at `path`. `ctx` reads in the person's tenant.
 */
export async function passwordDenial(
  ctx: Pick<ActionContext, 'trusted' | 'ports'>,
  path: string,
  { password, person }: { password: string; person: Person },
): Promise<Denial | undefined> {
  if (password === ctx.ports.demoPassword) return undefined;
  if (!(await isGuessable(password, [...wordsOf(person), ...(await wordsOfShop(ctx))]))) return undefined;
  return deny('VALIDATION_FAILED', {
    fields: [
      {
        path,
        text: t.guessablePassword,
      },
    ],
  });
}

/** Whether a guesser who knows these words finds the password soon. */
export async function isGuessable(password: string, words: readonly string[]): Promise<boolean> {
  const zxcvbn = await loadEstimator();
  const known = [...new Set([...words, ...KNOWN_WORDS].map(plain))]
    .filter(({ length }) => length >= SHORTEST_WORD)
    .toSorted((a, b) => b.length - a.length);
  const guesses = (text: string) => zxcvbn.check(text.normalize('NFKC'), known).guessesLog10;
  const rest = known
    .reduce((text, word) => text.replaceAll(word, ' '), plain(password))
    .replace(/\s+/g, ' ')
    .trim();
  return (
    guesses(password) < GUESSES_LOG10 || (rest !== plain(password) && (rest === '' || guesses(rest) < GUESSES_LOG10))
  );
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/** A name as a whole and in its parts. */
const withParts = (text: string): string[] => [
  text,
  text.replace(/[^\p{L}\p{N}]+/gu, ''),
  ...text.split(/[^\p{L}\p{N}]+/u),
];

function wordsOf({ name, email, agentNo }: Person): string[] {
  const [local = '', domain = ''] = email.split('@');
  return [
    email,
    domain,
    ...withParts(name),
    ...withParts(local),
    ...withParts(domain.replace(/\.[^.]+$/, '')),
    ...withParts(agentNo),
  ];
}

/** Names of the tenant and its stores; at most a hundred, more are no longer what a guesser tries first. */
async function wordsOfShop(ctx: Pick<ActionContext, 'trusted'>): Promise<string[]> {
  const desk = ctx.trusted('names that make a weak password');
  const [tenants, stores] = await Promise.all([desk.find(Tenant, { limit: 1 }), desk.find(Store, { limit: 100 })]);
  return [
    ...tenants.flatMap(({ name, slug }) => [name, slug]),
    ...stores.flatMap(({ name, key }) => [name, key]),
  ].flatMap(withParts);
}
