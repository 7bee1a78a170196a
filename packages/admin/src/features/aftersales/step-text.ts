import { nameOf, type Directory } from '../../desk/directory.ts';
import type { Language } from '../../kit/language.ts';
import type { Step } from './data.ts';
import { caseWords } from './words.ts';

interface Reader {
  readonly language: Language;
  readonly directory: Directory | undefined;
}

/** Who took a step: by name where it was a colleague. Empty where the rules did: what happened says so itself. */
export const actorOf = ({ actor, userId }: Step, { language, directory }: Reader): string =>
  actor === 'STAFF' ? nameOf(directory, userId) : actor === 'POLICY' ? '' : language.code('CaseStepActor', actor);

export function eventName({ event, actor, ruleIds }: Step, language: Language): string {
  const words = language.words(caseWords);
  const name = words.events[event] ?? event;
  return actor === 'POLICY' ? words.byRules(name, language.list(ruleIds)) : name;
}

/** What somebody else did last, as a sentence; empty when nothing is known. */
export function lastStepText(step: Step | undefined, reader: Reader): string {
  if (!step) return '';
  const { language } = reader;
  return language
    .words(caseWords)
    .meanwhile(eventName(step, language), actorOf(step, reader), language.moment(step.at));
}
