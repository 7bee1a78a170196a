interface Clipboard<F> {
  getData(type: string): string;
  readonly files: Iterable<F> | ArrayLike<F>;
}

/**
 * The files that somebody means to send by pasting. None where there is text as well: a spreadsheet and a word
 * processor put a picture of what was copied beside it, and whoever pastes into a text field wants the text.
 */
export const pastedFiles = <F>(clipboard: Clipboard<F> | null | undefined): F[] =>
  clipboard && !clipboard.getData('text/plain') ? Array.from(clipboard.files) : [];
