/**
 * @module How Vendure's two GraphQL APIs are asked: the Admin API as somebody who is signed in, the Shop API as
 * anybody. Each attempt has a time limit; what gets no answer is sent again, which is harmless because every change has
 * a key.
 */
import { faultOfStatus, judge, ShopError, type CallFault } from '@shopdesk/core';
import { z } from 'zod';

export interface VendureClientOptions {
  /** Where Vendure is: `https://shop.example`. */
  readonly url: string;
  /** An administrator whose role may read and update orders and customers. */
  readonly username: string;
  readonly password: string;
  /** Token of the channel, where the shop has several. */
  readonly channelToken?: string;
  /** @defaultValue "admin-api" */
  readonly adminApiPath?: string;
  /** @defaultValue "shop-api" */
  readonly shopApiPath?: string;
  /** For one attempt, in milliseconds. @defaultValue 5,000 */
  readonly timeoutMs?: number;
  /** How often a request that got no answer is sent again. @defaultValue 2 */
  readonly retries?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** What GraphQL answers has one of the two; anything else was said by another server. */
const Answer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z
      .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
      .optional(),
  })
  .refine(({ data, errors }) => data !== undefined || errors !== undefined, 'This is no answer of GraphQL.');
type Answer = z.output<typeof Answer>;

interface Question {
  readonly query: string;
  readonly variables?: object;
}

const Login = z.object({ login: z.object({ __typename: z.string() }) });
const LOGIN =
  'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { __typename } }';

const unavailable = (message: string, cause?: unknown, fault?: CallFault): ShopError =>
  new ShopError('UNAVAILABLE', message, { cause, ...(fault ? { fault } : {}) });
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One connection to a Vendure shop. */
export class VendureClient {
  readonly #options: VendureClientOptions;
  #token: Promise<string> | undefined;

  constructor(options: VendureClientOptions) {
    this.#options = options;
  }

  /** Asks the Admin API; signs in first, and once more where the session has ended. */
  async admin<S extends z.ZodType>(schema: S, query: string, variables: object = {}): Promise<z.output<S>> {
    const { adminApiPath = 'admin-api' } = this.#options;
    const ask = async () => this.#send(adminApiPath, { query, variables }, await this.#signIn());
    let { answer } = await ask();
    if (answer.errors?.some(({ extensions }) => extensions?.code === 'FORBIDDEN')) {
      this.#token = undefined;
      ({ answer } = await ask());
    }
    return dataOf(schema, answer);
  }

  /** Asks the Shop API, as everybody may. */
  async shop<S extends z.ZodType>(schema: S, query: string, variables: object = {}): Promise<z.output<S>> {
    const { answer } = await this.#send(this.#options.shopApiPath ?? 'shop-api', { query, variables });
    return dataOf(schema, answer);
  }

  #signIn(): Promise<string> {
    this.#token ??= this.#newToken().catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    return this.#token;
  }

  async #newToken(): Promise<string> {
    const { username, password, adminApiPath = 'admin-api' } = this.#options;
    const { token, answer } = await this.#send(adminApiPath, { query: LOGIN, variables: { username, password } });
    dataOf(Login, answer);
    const refused = 'Vendure does not accept the desk’s name and password';
    return token ?? Promise.reject(unavailable(refused, undefined, 'UNAUTHORISED'));
  }

  async #send(path: string, question: Question, token?: string): Promise<{ answer: Answer; token: string | null }> {
    const { retries = 2 } = this.#options;
    let doubtful: unknown;
    for (let tries = 0; ; tries += 1) {
      try {
        return await this.#attempt(path, question, token);
      } catch (error) {
        // One attempt that may have arrived leaves the doubt, whatever becomes of the others.
        if (judge(error).verdict !== 'NOT_SENT') doubtful ??= error;
        const told = doubtful ?? error;
        if (tries >= retries) throw told instanceof ShopError ? told : unavailable('Vendure does not answer', told);
        await wait(100 * 2 ** tries);
      }
    }
  }

  async #attempt(path: string, question: Question, token?: string): Promise<{ answer: Answer; token: string | null }> {
    const { url, channelToken, timeoutMs = 5000, fetch = globalThis.fetch } = this.#options;
    const response = await fetch(`${url}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(channelToken ? { 'vendure-token': channelToken } : {}),
      },
      body: JSON.stringify(question),
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });
    if (response.status === 429)
      throw new ShopError('UNAVAILABLE', 'Vendure answered 429', { sent: false, fault: 'TOO_OFTEN' });
    if (response.status >= 500 || response.status === 401 || response.status === 403)
      throw unavailable(`Vendure answered ${response.status}`, undefined, faultOfStatus(response.status));
    return { answer: Answer.parse(await response.json()), token: response.headers.get('vendure-auth-token') };
  }
}

function dataOf<S extends z.ZodType>(schema: S, { data, errors = [] }: Answer): z.output<S> {
  const [error] = errors;
  // What Vendure cannot say now – a lost database, a dead lock – it may say in a minute.
  if (error)
    throw unavailable(
      `Vendure says: ${error.message}`,
      undefined,
      error.extensions?.code === 'FORBIDDEN' ? 'UNAUTHORISED' : 'FAILED',
    );
  const known = schema.safeParse(data);
  if (!known.success) throw unavailable('Vendure’s answer has another form than expected', known.error);
  return known.data;
}
