/** @module Sees that somebody asks for a script. */

const SLASH = /(?:^|\s)\/([^\s/]{0,30})$/u;

/** What is typed behind a slash that begins a word, before the cursor. */
export const slashQuery = (text: string, cursor: number): string | undefined => SLASH.exec(text.slice(0, cursor))?.[1];
