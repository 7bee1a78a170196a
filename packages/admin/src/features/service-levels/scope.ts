import type { Directory } from '../../desk/directory.ts';
import { terms } from '../../desk/terms.ts';
import type { Language } from '../../kit/language.ts';
import type { Scope } from './data.ts';
import { serviceLevelWords } from './words.ts';

/** What a rule is about, in words. */
export function scopeName(scope: Scope, language: Language, directory: Directory | undefined): string {
  const names = language.words(terms);
  const parts = [
    scope.tier,
    scope.intent && names.intent[scope.intent],
    scope.priority && names.priority[scope.priority],
    scope.channel && names.channel[scope.channel],
    scope.storeId && (directory?.stores.get(scope.storeId)?.name ?? scope.storeId),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : language.words(serviceLevelWords).everything;
}

/** The key that core gives a scope, read back. */
export function scopeOfKey(key: string): Scope {
  const [tier, intent, priority, channel, storeId] = key.split('|').map((part) => (part === '*' ? null : part));
  return { tier, intent, priority, channel, storeId } as Scope;
}
