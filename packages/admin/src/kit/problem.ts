/**
 * @module One shape for everything that can go wrong, however it arrived: a denial, a GraphQL error, a lost network.
 */
import { DeskError, DeskOffline } from '@shopdesk/core/client';
import { kitWords } from './words.ts';
import type { Language, LocalText } from './language.ts';

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  readonly details: Readonly<Record<string, unknown>>;
}

/** The page is of an earlier version than the desk, and the code that it asks for is gone: only a reload helps. */
export class NewVersion extends Error {}

/**
 * What to show of an error that was caught; a bug of ours says no more than that it is one, and goes to the console.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof DeskError) return error;
  if (error instanceof DeskOffline) return { code: 'SERVICE_UNAVAILABLE', message: '', fields: [], details: {} };
  if (error instanceof NewVersion) return { code: 'NEW_VERSION', message: '', fields: [], details: {} };
  console.error(error);
  return { code: 'INTERNAL', message: '', fields: [], details: {} };
}

const isText = (value: unknown): value is LocalText =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
const textsIn = (value: unknown): LocalText[] => (Array.isArray(value) ? value.filter(isText) : []);

/** The clause of the policy that refused, what would change it and the rules' ids; undefined when it was no policy. */
export function policyOf(
  { details }: Problem,
  language: Language,
): { clause: string; changes: string[]; ruleIds: string[] } | undefined {
  const { clause, whatWouldChangeIt, ruleIds } = details;
  if (!isText(clause)) return undefined;
  return {
    clause: language.of(clause),
    changes: textsIn(whatWouldChangeIt).map((text) => language.of(text)),
    ruleIds: Array.isArray(ruleIds) ? ruleIds.map(String) : [],
  };
}

/** The sentence for a person; the desk's own answers come in his language already, a policy's clause in both. */
export function sentenceOf(problem: Problem, language: Language): string {
  const { code, message, fields } = problem;
  const words = language.words(kitWords);
  const policy = policyOf(problem, language);
  if (policy) return policy.clause;
  if (code === 'SERVICE_UNAVAILABLE') return words.offline;
  if (code === 'NEW_VERSION') return words.newVersionText;
  if (code === 'RATE_LIMITED') return words.rateLimited;
  if (code === 'INTERNAL' || !message) return words.unexpected;
  return code === 'VALIDATION_FAILED' && fields.length > 0 ? words.fixFields : message;
}

/** The message of one field, or undefined. */
export const fieldMessage = (problem: Problem | undefined, path: string): string | undefined =>
  problem?.fields.find((field) => field.path === path)?.message;
