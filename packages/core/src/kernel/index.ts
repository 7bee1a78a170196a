/**
 * @module What features are made with, and no feature: `@shopdesk/core/kernel`. Who imports it instead of the whole of core
 * spares the compiler the types of all features of Shopdesk.
 */
export * from './action.ts';
export * from './actor.ts';
export * from './audit.ts';
export { whenChanged, whenSettled, type ChangeReaction, type Deed } from './changes.ts';
export { clip } from './clip.ts';
export * from './certainty.ts';
export {
  codeNames,
  codes,
  codesOf,
  codeWord,
  codeWords,
  someOf,
  wordlessCodes,
  type Codes,
  type CodeSets,
} from './codes.ts';
export {
  refuse,
  type ActionContext,
  type ChangedRow,
  type FindOptions,
  type NewRow,
  type ReadContext,
} from './context.ts';
export { comparisonsOf, matches } from './filter.ts';
export { DEMO_CUSTOMER, DEMO_OWNER, type DemoCourse, type DemoInput, type DemoKnown, type DemoStep } from './demo.ts';
export * from './denial.ts';
export { DenialCodes, reasons, type Reasons } from './denial-codes.ts';
export * from './desk.ts';
export * from './desk-api.ts';
export * from './effect.ts';
export { decideEffect, type EffectDecision } from './effect-steps.ts';
export * from './entity.ts';
export type { CallSignal } from './host.ts';
export * from './event.ts';
export type { Ports } from '../ports/index.ts';
export { extend, isSame, type Extension } from './extend.ts';
export * from './feature.ts';
export { defineFile, type FileKind, type FileRow } from './file.ts';
export { IdempotencyKey } from './idempotency.ts';
export * from './input.ts';
export { Languages, SOURCE_LANGUAGES, type LanguageFile, type ToldDenial, type ToldText } from './languages.ts';
export * from './machine.ts';
export { pageAddress } from './page-address.ts';
export { layered, withRequired, type Layer } from './order.ts';
export * from './personal.ts';
export { answer, point, type Answer, type Point } from './point.ts';
export { ownTexts } from './own-texts.ts';
export { issue, readInput, says } from './problems.ts';
export { mayAsk, staffOf } from './question.ts';
export {
  placesIn,
  quoted,
  texts,
  verbatim,
  type DeclaredText,
  type Moment,
  type Place,
  type Said,
  type Texts,
} from './said.ts';
export { inWords, sayEnglish, sentence, sourceOf, type Reader } from './sentence.ts';
export * from './store.ts';
export * from './text.ts';
export * from './timer.ts';
export {
  addTo,
  memberOf,
  vocabulary,
  type Added,
  type AddedCodes,
  type Addition,
  type CodeOf,
  type MembersOf,
  type Vocabulary,
  type Worded,
} from './vocabulary.ts';
export {
  describeWork,
  endedStates,
  wallHours,
  wallMinutes,
  MOST_FILES,
  movesOf,
  officeHours,
  serviceMinutes,
  workFieldsOf,
  type Advice,
  type LateMove,
  type Move,
  type Span,
  type Work,
  type WorkClock,
  type WorkFiles,
  type WorkGroup,
} from './work.ts';
export type { Fields, Given, Shape } from './shape.ts';
export { spokenSchema } from './spoken-schema.ts';
export { FieldHomes, fieldWords, wordlessFields, type FieldPlace, type Home, type WordList } from './words.ts';
