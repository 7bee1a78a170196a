/**
 * @module A language model behind the OpenAI chat protocol (`POST …/chat/completions`), as most hosts and local servers
 * speak it. Off unless it is configured. It never hangs, never spends more than it may, and tells its key to nobody.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigError, ModelError, type Model, type ModelRequest } from '@shopdesk/core';
import { z } from 'zod';
import { TokenBudget } from './token-budget.ts';

export interface ChatModelOptions {
  /** Base address, such as https://api.example/v1. Plain http only on this machine. */
  readonly url: string;
  readonly key?: string;
  /** Name of the model at that host. */
  readonly model: string;
  /** Milliseconds for everything, repetitions included. @defaultValue 10,000 */
  readonly timeoutMs?: number;
  /** Repetitions after an answer that may pass (429, 5xx, a cut connection). @defaultValue 2 */
  readonly retries?: number;
  /** Tokens that this process may spend in a day (UTC). @defaultValue 1,000,000 */
  readonly dailyTokens?: number;
  /** For tests. */
  readonly clock?: () => Date;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2000;
const MOST_BYTES = 256 * 1024;
const TEMPERATURE = 0.2;

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
  usage: z.object({ total_tokens: z.number().nonnegative() }).partial().optional(),
});

/** Makes the model. Throws `ConfigError` for an address that would show the key to the network. */
export function createChatModel(options: ChatModelOptions): Model {
  const { url, timeoutMs = 10_000, retries = 2, dailyTokens = 1_000_000, clock = () => new Date() } = options;
  const endpoint = endpointOf(url);
  const budget = new TokenBudget(dailyTokens, clock);
  return {
    async complete(request) {
      budget.reserve(request);
      const deadline = AbortSignal.timeout(timeoutMs);
      for (let attempt = 0; ; attempt += 1) {
        try {
          const { text, tokens } = await ask(endpoint, options, request, deadline);
          budget.spend(tokens ?? budget.estimate(request, text));
          return text;
        } catch (error) {
          const failed = asModelError(error, deadline);
          if (attempt >= retries || !(failed instanceof Passing))
            throw failed instanceof Passing ? failed.error : failed;
          await sleep(pauseBefore(attempt, failed.afterMs), undefined, { signal: deadline }).catch(() => {
            throw new ModelError('TIMEOUT', `The model took longer than ${timeoutMs} ms.`);
          });
        }
      }
    },
  };
}

function endpointOf(url: string): URL {
  const endpoint = new URL(`${url.replace(/\/+$/, '')}/chat/completions`);
  const here = ['localhost', '127.0.0.1', '[::1]'].includes(endpoint.hostname);
  if (endpoint.protocol !== 'https:' && !(here && endpoint.protocol === 'http:'))
    throw new ConfigError(['the address of the model must begin with https://, or be on this machine']);
  return endpoint;
}

/** A failure that may be over when one asks again. */
class Passing {
  readonly error: ModelError;
  readonly afterMs: number | undefined;

  constructor(error: ModelError, afterMs?: number) {
    this.error = error;
    this.afterMs = afterMs;
  }
}

/** The host's own wish when it is short, else longer each time and never in step with others. */
const pauseBefore = (attempt: number, afterMs: number | undefined) =>
  Math.min(LONGEST_PAUSE_MS, afterMs ?? FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random()));

async function ask(
  endpoint: URL,
  { key, model }: ChatModelOptions,
  { messages, maxTokens }: ModelRequest,
  signal: AbortSignal,
) {
  const response = await fetch(endpoint, {
    method: 'POST',
    // A host that sends the request elsewhere would send the key along.
    redirect: 'error',
    signal,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    },
    body: JSON.stringify({ model, messages, max_tokens: maxTokens, temperature: TEMPERATURE, stream: false }),
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw refusal(response);
  }
  return readAnswer(await limitedText(response));
}

function refusal({ status, headers }: Response): ModelError | Passing {
  if (status === 401 || status === 403)
    return new ModelError('UNAUTHORISED', `The model’s host refuses the key (${status}).`);
  if (status === 429)
    return new Passing(
      new ModelError('RATE_LIMITED', 'The model’s host asks for fewer requests (429).'),
      secondsOf(headers.get('retry-after')),
    );
  if (status >= 500) return new Passing(new ModelError('UNAVAILABLE', `The model’s host fails (${status}).`));
  return new ModelError('BAD_ANSWER', `The model’s host refuses the request (${status}).`);
}

const secondsOf = (retryAfter: string | null) =>
  retryAfter && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : undefined;

async function limitedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > MOST_BYTES) throw new ModelError('BAD_ANSWER', 'The model’s answer is too long.');
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function readAnswer(text: string): { text: string; tokens?: number } {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    throw new ModelError('BAD_ANSWER', 'The model’s answer is not JSON.', { cause });
  }
  const { success, data } = Completion.safeParse(body);
  if (!success) throw new ModelError('BAD_ANSWER', 'The model’s answer is not of the chat protocol.');
  const tokens = data.usage?.total_tokens;
  return { text: data.choices[0]?.message.content ?? '', ...(tokens === undefined ? {} : { tokens }) };
}

function asModelError(error: unknown, deadline: AbortSignal): ModelError | Passing {
  if (error instanceof ModelError || error instanceof Passing) return error;
  if (deadline.aborted) return new ModelError('TIMEOUT', 'The model took too long.', { cause: error });
  return new Passing(new ModelError('UNAVAILABLE', 'The model’s host cannot be reached.', { cause: error }));
}
