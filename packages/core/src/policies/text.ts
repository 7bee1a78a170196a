/** One sentence in both languages the desk ships. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** A language the engine writes its explanations in. */
export type Language = keyof Text;

/** Between a name and what it stands for. */
export const COLON: Text = { zh: '：', en: ': ' };

/** Joins sentences in both languages at once. */
export function joinTexts(texts: readonly Text[], { zh = '；', en = '; ' }: Partial<Text> = {}): Text {
  return { zh: texts.map((text) => text.zh).join(zh), en: texts.map((text) => text.en).join(en) };
}

/** Writes a sentence in both languages from one builder. */
export function inBoth(write: (language: Language) => string): Text {
  return { zh: write('zh'), en: write('en') };
}

/** The name of a unit beside a count of it: `1 day` and `2 days`. English names are given in the plural, with an s. */
export const unitFor = (count: number, unit: Text, language: Language): string =>
  language === 'en' && count === 1 ? unit.en.replace(/s$/, '') : unit[language];
