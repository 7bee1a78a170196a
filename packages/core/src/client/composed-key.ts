/** Of a key press, what tells whether it is an input method's. */
export interface PressedKey {
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/**
 * Whether a key press belongs to an input method, which composes a word with it: Enter takes a candidate and Escape
 * drops it, and neither sends or closes anything. 229 is what browsers report for such keys, some without
 * `isComposing`.
 */
export const isComposed = ({ isComposing, keyCode }: PressedKey): boolean => isComposing || keyCode === 229;
