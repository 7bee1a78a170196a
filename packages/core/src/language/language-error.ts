export const LANGUAGE_ERROR_CODES = ['NO_EXAMPLES', 'CORRUPT_SNAPSHOT'] as const;

/** Why a model or index cannot be built from what it was given. */
export type LanguageErrorCode = (typeof LANGUAGE_ERROR_CODES)[number];

/** A model or index cannot be built: no examples, or bytes that are not a snapshot of its kind. */
export class LanguageError extends Error {
  override readonly name = 'LanguageError';
  readonly code: LanguageErrorCode;

  constructor(code: LanguageErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
