/** @module A denial as its reader is told it: the sentence is made here, from the text and what stands in it. */
import { DenialCodes, type Denial, type Desk, type ToldDenial } from '@shopdesk/core';

/** Whose language it is, and the desk that speaks. */
export interface Listener {
  readonly locale: string;
  readonly desk: Pick<Desk, 'languages' | 'members'>;
}

/** The denial in the reader's language. */
export function told(denial: Denial, { locale, desk }: Listener): ToldDenial {
  const { code } = denial;
  if (!desk.members(DenialCodes).has(code))
    throw new Error(`The denial code ${code} is listed by no feature of the desk: put it into \`members\`.`);
  return desk.languages.tell(denial, { language: locale });
}
