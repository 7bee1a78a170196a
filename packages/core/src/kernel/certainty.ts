/**
 * @module How sure the desk can be that a call to the outside was carried out: what a port promises, what a failure
 * says, and from both what may be done next. One rule for everything that leaves the desk.
 */

/** What an answer to a question about an earlier call says. `answer` is what the call would have answered. */
export type Asked<A> = { readonly happened: true; readonly answer: A } | { readonly happened: false };

/**
 * What a capability of a port promises about a call whose answer was lost.
 * KEYED: the same key acts once, as long as the other side keeps it. ASKABLE: it can be asked whether it happened.
 * NEITHER: only a person can find out.
 */
export type Certainty =
  | { readonly kind: 'KEYED'; readonly keptForMs: number }
  | { readonly kind: 'ASKABLE' }
  | { readonly kind: 'NEITHER'; readonly repeats: number };

/** The other side acts once per key and keeps a key for so many milliseconds after it first saw it. */
export const keyed = ({ keptFor }: { readonly keptFor: number }): Certainty => ({ kind: 'KEYED', keptForMs: keptFor });

/** The other side can be asked whether a call was carried out; the effect then has an `ask`. */
export const askable = (): Certainty => ({ kind: 'ASKABLE' });

/**
 * Nobody but a person can find out. `repeats`: so often a call in doubt is made again under the same key all the same,
 * where twice does little harm: a mail under its Message-ID.
 */
export const neither = ({ repeats = 0 }: { readonly repeats?: number } = {}): Certainty => ({
  kind: 'NEITHER',
  repeats,
});

/** A question changes nothing: asking again is always right. */
export const question = (): Certainty => keyed({ keptFor: Number.POSITIVE_INFINITY });

export const CALL_VERDICTS = ['NOT_SENT', 'REFUSED', 'IN_DOUBT'] as const;
/**
 * What a failure says of the call. NOT_SENT: nothing of it has reached the other side, or it was turned away for its
 * rate. REFUSED: the other side has answered no and done nothing. IN_DOUBT: it may have been carried out.
 */
export type CallVerdict = (typeof CALL_VERDICTS)[number];

/** An error of a port may say itself what it means for the call. */
export interface Judged {
  readonly verdict: CallVerdict;
  /** The other side repeats a failure that it has kept under this key: the same key will never bring another answer. */
  readonly replayed?: boolean;
}

/** Errors of the network before a connection stands: no byte of the request has left. */
const NEVER_CONNECTED: readonly string[] = [
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];
const TOO_MANY_REQUESTS = 429;
const REQUEST_TIMEOUT = 408;
/** An error wraps the one below it; so deep nobody nests. */
const DEEPEST_CAUSE = 8;

/** Judges a failure by what it says itself, by its HTTP status, or by the error of the network at its root. */
export function judge(error: unknown): Judged {
  let current = error;
  for (let depth = 0; depth < DEEPEST_CAUSE && current !== null && typeof current === 'object'; depth += 1) {
    const { verdict, replayed, status, code, cause, errors } = current as Readonly<Record<string, unknown>>;
    if (CALL_VERDICTS.includes(verdict as CallVerdict))
      return { verdict: verdict as CallVerdict, ...(replayed === true ? { replayed } : {}) };
    if (typeof status === 'number') return { verdict: ofStatus(status) };
    if (typeof code === 'string' && NEVER_CONNECTED.includes(code)) return { verdict: 'NOT_SENT' };
    // Node tries every address of a name and wraps what became of them.
    current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return { verdict: 'IN_DOUBT' };
}

/** A 503 may come from something in between after the work was done, so it leaves doubt like every other 5xx. */
function ofStatus(status: number): CallVerdict {
  if (status === TOO_MANY_REQUESTS) return 'NOT_SENT';
  return status >= 400 && status < 500 && status !== REQUEST_TIMEOUT ? 'REFUSED' : 'IN_DOUBT';
}

/** What is known of the calls that were made under the present key. */
export interface Doubt {
  /** Calls that may have been carried out. */
  readonly doubts: number;
  /** When the first of them was made; null when none was. */
  readonly doubtSince: string | null;
  readonly now: string;
}

/** What is done about an effect: the call under its key, a question whether it happened, or a person decides. */
export type NextStep = 'CALL' | 'ASK' | 'PERSON';

/** What may be done next, by what the port promises. `canAsk`: the effect knows how to ask. */
export function nextStep(certainty: Certainty, canAsk: boolean, { doubts, doubtSince, now }: Doubt): NextStep {
  if (doubts === 0) return 'CALL';
  switch (certainty.kind) {
    case 'KEYED':
      if (Date.parse(now) - Date.parse(doubtSince ?? now) < certainty.keptForMs) return 'CALL';
      return canAsk ? 'ASK' : 'PERSON';
    case 'ASKABLE':
      return 'ASK';
    case 'NEITHER':
      return doubts <= certainty.repeats ? 'CALL' : 'PERSON';
  }
}
