/**
 * @module A scripted colleague on duty: signs in like anybody, goes online, takes the chats that the desk gives them, and
 * answers with what the desk itself knows. It has nothing but the client SDK and the desk's address. Somebody of the
 * staff who takes a chat over has it for themselves: before each word the colleague looks whether it is still theirs.
 */
import {
  createDeskClient,
  DeskError,
  DeskOffline,
  isTransient,
  type DeskClient,
  type Subscription,
} from '@shopdesk/core/client';
import { answer, orderNumberIn, type Asked } from './answer.ts';
import {
  ADD_STAFF,
  ANSWERS,
  CLOSE,
  CONVERSATION,
  HAND_OVER,
  INBOX,
  MARK_READ,
  MINE,
  ORDER,
  ORDERS,
  SEND,
  SET_PRESENCE,
  SET_TYPING,
  SIGN_IN,
  type Chat,
  type Order,
} from './documents.ts';
import { COLLEAGUE_NAME, colleagueWords } from './words.ts';

export interface ColleagueOptions {
  /** Where the desk is. */
  readonly deskUrl: string;
  readonly email: string;
  /** Their own. */
  readonly password: string;
  /** Who may add them to the staff, where they are not known yet. */
  readonly administrator: { readonly email: string; readonly password: string };
  /** Waits so many milliseconds, as people read and type. @defaultValue real time */
  readonly pause?: (ms: number) => Promise<void>;
  /** Told what could not be done; the colleague goes on with the next chat. */
  readonly onProblem?: (error: unknown) => void;
}

/** The scripted colleague, on duty or off. */
export interface Colleague {
  readonly onDuty: boolean;
  /** Goes on duty or off; off duty no new chats come. @throws DeskError, DeskOffline */
  setDuty(on: boolean): Promise<void>;
  /** Leaves for good. */
  stop(): Promise<void>;
}

const READING_MS = 900;
const TYPING_MS_PER_CHARACTER = 22;
const LEAST_TYPING_MS = 1200;
const MOST_TYPING_MS = 6000;
/** How long one waits before the desk is asked again that was not reached. */
const AGAIN_MS = 3000;
const OWNED = ['ASSIGNED', 'ACTIVE', 'WAITING_CUSTOMER'] as const;

const realPause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

type Conversation = NonNullable<Chat['conversation']>;
type Messages = Chat['messages']['nodes'];

/** A chat of theirs. */
interface OpenChat {
  readonly conversation: Conversation;
  readonly said: Messages;
  /** What the shopper has written since the last answer. */
  readonly open: Messages;
  /** Number of what the shopper has written last. */
  readonly newest: number;
  /** The colleague has not said anything yet. */
  readonly first: boolean;
  /** The last answer was that it is not known. */
  readonly wasUnsure: boolean;
}

/** Signs in and goes on duty. @throws DeskError, DeskOffline */
export async function startColleague(options: ColleagueOptions): Promise<Colleague> {
  const colleague = new ScriptedColleague(options);
  await colleague.setDuty(true);
  return colleague;
}

class ScriptedColleague implements Colleague {
  readonly #options: ColleagueOptions;
  readonly #client: DeskClient;
  readonly #pause: (ms: number) => Promise<void>;
  /** What is done in each chat, one after the other. */
  readonly #atWork = new Map<string, Promise<void>>();
  #token: string | undefined;
  #userId = '';
  #inbox: Subscription | undefined;
  #stopped = false;
  onDuty = false;

  constructor(options: ColleagueOptions) {
    this.#options = options;
    this.#pause = options.pause ?? realPause;
    this.#client = createDeskClient({ url: options.deskUrl, path: '/graphql', token: () => this.#token, locale: 'en' });
  }

  async setDuty(on: boolean): Promise<void> {
    if (!this.#token) await this.#signIn();
    await this.#signedIn(() =>
      this.#client.mutate(SET_PRESENCE, { input: { id: this.#userId, presence: on ? 'ONLINE' : 'OFFLINE' } }),
    );
    this.onDuty = on;
    if (on) this.#listen();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#inbox?.close();
    await Promise.allSettled(this.#atWork.values());
    // Nobody is to wait for somebody who is gone; who is owed a word keeps them, and finds them at the next start.
    if (this.onDuty) await this.setDuty(false).catch(() => undefined);
    this.#client.close();
  }

  async #signIn(): Promise<void> {
    const { email, password, administrator } = this.#options;
    const as = (input: { email: string; password: string; newPassword?: string }) =>
      this.#client.mutate(SIGN_IN, { input });
    // Whoever is added by somebody chooses a password of their own when they first come.
    const first = `${password}-first`;
    this.#token = undefined;
    const session = await as({ email, password }).catch(async (error: unknown) => {
      if (!(error instanceof DeskError)) throw error;
      const { token } = await as(administrator);
      await this.#introduce(token, first);
      return as({ email, password: first, newPassword: password });
    });
    this.#token = session.token;
    this.#userId = session.userId;
  }

  /** An administrator adds them to the staff, as they would add anybody; once, also where that was cut short. */
  async #introduce(administrator: string, password: string): Promise<void> {
    const client = createDeskClient({
      url: this.#options.deskUrl,
      path: '/graphql',
      token: administrator,
      locale: 'en',
    });
    const adding = client.mutate(ADD_STAFF, {
      input: {
        name: COLLEAGUE_NAME,
        email: this.#options.email,
        password,
        agentNo: 'SCRIPT01',
        roles: ['PA'],
        languages: ['zh-CN', 'en'],
        autoReplyText: `${colleagueWords('zh-CN').away} / ${colleagueWords('en').away}`,
        mayServe: true,
      },
    });
    await adding.catch((error: unknown) => {
      if (!(error instanceof DeskError) || error.code !== 'DUPLICATE') throw error;
    });
    client.close();
  }

  /** Does it, once more with a fresh session where the old one has ended. */
  async #signedIn<T>(work: () => Promise<T>): Promise<T> {
    return work().catch(async (error: unknown) => {
      if (!(error instanceof DeskError) || error.code !== 'UNAUTHENTICATED' || this.#stopped) throw error;
      await this.#signIn();
      return work();
    });
  }

  #listen(): void {
    if (this.#inbox && this.#inbox.state !== 'closed') return;
    this.#inbox = this.#client.subscribe(
      INBOX,
      {},
      {
        next: (event) => {
          if (event.__typename !== 'ConversationChanged') return;
          const { id, ownerId, waitingSince } = event.conversation;
          if (ownerId === this.#userId && waitingSince !== null) this.#attend(id);
        },
        // What was missed while the line was down.
        state: (state) => void (state === 'open' && this.#lookAround()),
        error: () => void this.#comeBack(),
      },
    );
  }

  async #comeBack(): Promise<void> {
    await this.#pause(AGAIN_MS);
    if (this.#stopped) return;
    await this.#signIn().catch((error: unknown) => this.#problem(error));
    this.#listen();
  }

  async #lookAround(): Promise<void> {
    const filter = { ownerId: { eq: this.#userId }, state: { in: OWNED } };
    await this.#signedIn(() => this.#client.query(MINE, { filter })).then(
      ({ nodes }) => {
        for (const { id } of nodes) this.#attend(id);
      },
      (error: unknown) => this.#problem(error),
    );
  }

  #problem(error: unknown): void {
    if (!this.#stopped && !(error instanceof DeskOffline)) this.#options.onProblem?.(error);
  }

  /** Looks after a chat when what is under way there is done. */
  #attend(id: string): void {
    const before = this.#atWork.get(id);
    // One that has not begun yet will see the newest as well.
    const next = (before ?? Promise.resolve())
      .then(() => (this.#stopped ? undefined : this.#serve(id)))
      .catch((error: unknown) => this.#problem(error))
      .finally(() => {
        if (this.#atWork.get(id) === next) this.#atWork.delete(id);
      });
    this.#atWork.set(id, next);
  }

  async #serve(id: string): Promise<void> {
    const chat = await this.#look(id);
    if (!chat || chat.open.length === 0) return;
    await this.#pause(READING_MS);
    await this.#client.mutate(MARK_READ, { input: { id, seq: chat.newest } });
    const asked = await this.#gather(chat);
    const reply = answer(asked);
    const words = colleagueWords(asked.locale);
    if (asked.first && !(await this.#say(chat, 'hello', words.hello))) return;
    const refused = (error: unknown) => error instanceof DeskError && !isTransient(error);
    let { next } = reply;
    const said = await this.#say(chat, 'answer', reply.text).catch((error: unknown) => {
      // What the desk does not let out is for a person to say, in other words.
      if (!refused(error)) throw error;
      next = 'hand-over';
      return this.#say(chat, 'person', words.handOver);
    });
    if (!said) return;
    if (next === 'hand-over') {
      const summary = words.summary(asked.text).slice(0, 2000);
      await this.#client.mutate(HAND_OVER, { input: { id, reason: 'CUSTOMER_REQUEST', summary } });
    }
    if (next === 'close') {
      const { intent } = chat.conversation;
      const input = { id, intent: intent ?? 'OTHER', result: 'SOLVED', reason: words.closed } as const;
      await this.#client.mutate(CLOSE, { input });
    }
  }

  /** The chat, with what is unanswered in it; undefined where it is not theirs to answer. */
  async #look(id: string): Promise<OpenChat | undefined> {
    const { conversation, messages, transfers } = await this.#signedIn(() => this.#client.query(CONVERSATION, { id }));
    if (!conversation || conversation.ownerId !== this.#userId) return undefined;
    if (!OWNED.some((state) => state === conversation.state) || transfers.nodes.length > 0) return undefined;
    const said = messages.nodes.filter(({ kind }) => kind !== 'NOTE' && kind !== 'EVENT');
    const { hello, unsure } = colleagueWords(conversation.locale);
    const own = said.filter(({ senderId }) => senderId === this.#userId);
    // Who was only greeted still waits for an answer.
    const answered = own.findLast(({ body }) => body !== hello);
    const byCustomer = said.filter(({ sender }) => sender === 'CUSTOMER');
    return {
      conversation,
      said,
      open: byCustomer.filter(({ seq }) => seq > (answered?.seq ?? 0)),
      newest: byCustomer.at(-1)?.seq ?? 0,
      first: own.length === 0,
      wasUnsure: answered?.body === unsure,
    };
  }

  /**
   * Types it and sends it; not when it is theirs no longer, or the shopper has written on meanwhile: then what was about
   * to be said may be wrong.
   */
  async #say({ conversation: { id }, newest }: OpenChat, part: string, text: string): Promise<boolean> {
    await this.#typing(id, true);
    await this.#pause(Math.min(MOST_TYPING_MS, Math.max(LEAST_TYPING_MS, text.length * TYPING_MS_PER_CHARACTER)));
    const now = await this.#look(id);
    const stands = now?.newest === newest && !this.#stopped;
    try {
      const input = { conversationId: id, clientMsgId: `script-${newest}-${part}`, text };
      if (stands) await this.#client.mutate(SEND, { input });
    } finally {
      await this.#typing(id, false);
    }
    return stands;
  }

  /** Nobody waits for whether it is shown. */
  async #typing(id: string, on: boolean): Promise<void> {
    await this.#client.mutate(SET_TYPING, { input: { id, on } }).catch(() => undefined);
  }

  /** What the desk knows of what was asked. */
  async #gather({ conversation, said, open, first, wasUnsure }: OpenChat): Promise<Asked> {
    const { id, locale, store, reading, customer } = conversation;
    const text = open
      .map(({ body }) => body)
      .join('\n')
      .trim();
    const verified = customer?.verified === true;
    const { order, unknownOrder } = await this.#orderOf(conversation, text, open, said, verified);
    const { answers } = text
      ? await this.#client.query(ANSWERS, { conversationId: id, text: text.slice(0, 500) })
      : { answers: [] };
    return {
      locale,
      timeZone: store?.timeZone ?? 'UTC',
      text,
      first,
      wasUnsure,
      intent: reading?.isCertain ? reading.intent : undefined,
      isUrgent: reading?.isUrgent ?? false,
      order,
      unknownOrder,
      onlyCard: text === '',
      verified,
      suggested: answers,
    };
  }

  /** The order that was named or sent, one of this customer's own; without either the one that is on its way, if it is one. */
  async #orderOf(
    { storeId, customerId }: Conversation,
    text: string,
    open: Messages,
    said: Messages,
    verified: boolean,
  ): Promise<Pick<Asked, 'order' | 'unknownOrder'>> {
    const sent = (among: Messages) => among.findLast(({ card }) => card?.type === 'ORDER')?.card?.id;
    const named = orderNumberIn(text);
    const orderId = sent(open) ?? (named ? undefined : sent(said));
    if (orderId) return { order: await this.#client.query(ORDER, { storeId, orderId }), unknownOrder: false };
    const own: readonly Order[] = verified ? (await this.#client.query(ORDERS, { customerId })).orders : [];
    if (named) {
      const order = own.find(({ number }) => number === named);
      return { order, unknownOrder: !order };
    }
    const [onItsWay, ...more] = own.filter(({ status }) => status === 'SHIPPED');
    return { order: more.length > 0 ? undefined : onItsWay, unknownOrder: false };
  }
}
