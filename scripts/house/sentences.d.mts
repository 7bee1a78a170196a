export interface FoundSentence {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

export function sentencesIn(source: { readonly path: string; readonly text: string }): FoundSentence[];
export function sentences(): FoundSentence[];
export function madeTwice(): FoundSentence[];
