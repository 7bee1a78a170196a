import type { Directory } from '../../desk/directory.ts';
import type { Language } from '../../kit/language.ts';
import type { Scope } from './data.ts';
import { serviceLevelWords } from './words.ts';

/** What a rule is about, in words. */
export function scopeName(scope: Scope, language: Language, directory: Directory | undefined): string {
  const parts = [
    scope.tier,
    scope.intent && language.code('Intent', scope.intent),
    scope.priority && language.code('Priority', scope.priority),
    scope.channel && language.code('Channel', scope.channel),
    scope.storeId && (directory?.stores.get(scope.storeId)?.name ?? scope.storeId),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : language.words(serviceLevelWords).everything;
}

/** The key that core gives a scope, read back. */
export function scopeOfKey(key: string): Scope {
  const [tier, intent, priority, channel, storeId] = key.split('|').map((part) => (part === '*' ? null : part));
  return { tier, intent, priority, channel, storeId } as Scope;
}
