/**
 * @module Whose panel it is: the token, how it is got and kept, and what happens when it ends.
 */
import {
  browserStorage,
  createDeskClient,
  DENIED,
  DeskError,
  DeskOffline,
  graphql,
  type DeskClient,
  type DeskStorage,
  type Fetch,
  type VariablesOf,
} from '@shopdesk/core/client';
import { keylessActionMutation } from '../desk/documents.ts';
import { dropDrafts, keepOnlyDraftsOf } from '../desk/drafts.ts';
import { currentUser, type Viewer } from '../desk/viewer.ts';
import { deskClock } from '../kit/clock.ts';
import { deviceName } from './device-name.ts';
import { guarded } from './guarded-client.ts';

type SignInInput = VariablesOf<typeof signInDocument>['input'];

export const signInDocument = keylessActionMutation('signIn', 'SignedIn', 'token userId name expiresAt failedBefore');
export const signOutDocument = graphql(`mutation SignOut { signOut { signedOut { ok } ${DENIED} } }`);

export const codeNames = graphql('query CodeNames { codeNames }');

/** `expired`: the pages stay, so that nothing typed is lost, until the same person is back. */
export type SessionState = 'starting' | 'unreachable' | 'signed-out' | 'signed-in' | 'expired';

export interface SessionOptions {
  readonly url: string;
  readonly locale: () => string;
  /** The host's own sign-in; absent: the panel signs people in itself. */
  readonly hostToken?: () => Promise<string | undefined> | string | undefined;
  readonly fetch?: Fetch;
}

const RETRY_MS = 3000;

export class Session extends EventTarget {
  state: SessionState = 'starting';
  viewer: Viewer | undefined;
  readonly client: DeskClient;
  readonly #options: SessionOptions;
  readonly #key: string;
  #token: string | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SessionOptions) {
    super();
    this.#options = options;
    this.#key = `shopdesk.panel:${options.url}`;
    const { url, locale, fetch } = options;
    const timed = deskClock.watch(fetch ?? ((address, init: never) => globalThis.fetch(address, init)));
    const token = () => this.#token;
    this.client = guarded(
      createDeskClient({ url, path: '/graphql', locale, token, fetch: timed, shareStreams: !fetch }),
      () => this.expire(),
    );
  }

  /** True when the host signs people in. */
  get hosted(): boolean {
    return this.#options.hostToken !== undefined;
  }

  /** Looks for a token and asks whose it is. */
  async start(): Promise<void> {
    this.#move('starting');
    this.#token = this.hosted ? await this.#options.hostToken?.() : this.#kept()?.token;
    if (!this.#token) return this.#move('signed-out');
    try {
      await this.#enter();
    } catch (error) {
      if (error instanceof DeskOffline || (error instanceof DeskError && error.code !== 'UNAUTHENTICATED'))
        return this.#later();
      this.#forget();
      this.#move('signed-out');
    }
  }

  /** Answers how many wrong passwords came before. @throws DeskError, DeskOffline */
  async signIn({ remember, ...input }: Omit<SignInInput, 'device'> & { readonly remember: boolean }): Promise<number> {
    const { token, failedBefore } = await this.client.mutate(signInDocument, {
      input: { ...input, device: deviceName(navigator.userAgent) },
    });
    await this.adopt(token, remember);
    return failedBefore;
  }

  /** Goes on as whoever a token is of, also over somebody else's session. */
  async adopt(token: string, remember = false): Promise<void> {
    this.#forget();
    this.#token = token;
    await this.#enter();
    const storage = remember ? LASTING : PASSING;
    storage.set(this.#key, JSON.stringify({ token }));
  }

  /** Ends the session because nobody is there; the pages stay, hidden behind the sign-in. */
  async leaveIdle(): Promise<void> {
    if (this.state !== 'signed-in' || this.hosted) return;
    await this.client.mutate(signOutDocument, {}).catch(() => undefined);
    this.expire();
  }

  async signOut(): Promise<void> {
    try {
      await this.client.mutate(signOutDocument, {});
    } catch {
      // Leaving must not depend on the desk: the token is dropped here, and expires there by itself.
    }
    this.#forget();
    if (this.viewer) dropDrafts(this.viewer.id);
    this.viewer = undefined;
    this.#move('signed-out');
  }

  /** The desk no longer takes the token. */
  expire(): void {
    if (this.state !== 'signed-in') return;
    this.#forget();
    this.#move('expired');
    if (this.hosted) void this.renew();
  }

  /** Asks the host for a fresh token. */
  async renew(): Promise<void> {
    this.#token = await this.#options.hostToken?.();
    if (this.#token) await this.#enter().catch(() => undefined);
  }

  stop(): void {
    clearTimeout(this.#retry);
    this.client.close();
  }

  async #enter(): Promise<void> {
    this.viewer = await this.client.query(currentUser, {});
    keepOnlyDraftsOf(this.viewer.id);
    this.#move('signed-in');
  }

  #later(): void {
    this.#move('unreachable');
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.start(), RETRY_MS);
  }

  #kept(): { readonly token: string } | undefined {
    for (const storage of [PASSING, LASTING]) {
      const kept = storage.get(this.#key);
      if (kept) return JSON.parse(kept) as { token: string };
    }
    return undefined;
  }

  #forget(): void {
    this.#token = undefined;
    PASSING.remove(this.#key);
    LASTING.remove(this.#key);
  }

  #move(state: SessionState): void {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}

/** Ends with the browser tab. */
export const PASSING: DeskStorage = browserStorage(() => globalThis.sessionStorage);
/** Stays on the device. */
export const LASTING: DeskStorage = browserStorage(() => globalThis.localStorage);
