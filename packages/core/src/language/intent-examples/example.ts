/** Example questions by intent key and language, separated by `|`. */
export type IntentExamples = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

/** One question with the intent it expresses. */
export interface IntentExample {
  readonly text: string;
  readonly intent: string;
}
