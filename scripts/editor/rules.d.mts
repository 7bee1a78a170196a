export interface EditedText {
  readonly key: string;
  readonly en: string;
  readonly zh: string;
  /** A language may leave out a place. */
  readonly free?: boolean;
}

export function faultsOfText(text: EditedText): string[];

export function faultsOfCode(source: {
  readonly path: string;
  readonly text: string;
}): { readonly line: number; readonly what: string }[];
