/** @module A member of staff over the public API: what he does where the panel is not what a story is about. */
import type { Demo } from './demo.ts';

interface Answer<T> {
  readonly data?: T;
  readonly errors?: readonly { readonly message: string }[];
}

export class StaffApi {
  readonly #demo: Demo;
  readonly #token: string;
  /** Of this member of staff. */
  readonly userId: string;

  private constructor(demo: Demo, token: string, userId: string) {
    this.#demo = demo;
    this.#token = token;
    this.userId = userId;
  }

  /** Signs in as the demo's member of staff with this role: `wh`, `aa`, `sv`. */
  static async signIn(demo: Demo, role: string): Promise<StaffApi> {
    const guest = new StaffApi(demo, '', '');
    const query =
      'mutation ($input: SignInInput!) { signIn(input: $input) { signedIn { token userId } denied { message } } }';
    const { signIn } = await guest.ask<{
      signIn: { signedIn: { token: string; userId: string } | null; denied: { message: string } | null };
    }>(query, {
      input: { email: `${role}@demo.shopdesk.example`, password: demo.password },
    });
    if (!signIn.signedIn) throw new Error(`${role} could not sign in: ${signIn.denied?.message}`);
    return new StaffApi(demo, signIn.signedIn.token, signIn.signedIn.userId);
  }

  /** @throws Error when the desk refuses */
  async perform(name: string, input: object): Promise<void> {
    const query =
      'mutation ($name: String!, $input: JSON!) { performAction(name: $name, input: $input) { denied { code message } } }';
    const { performAction } = await this.ask<{ performAction: { denied: { code: string; message: string } | null } }>(
      query,
      {
        name,
        input,
      },
    );
    const { denied } = performAction;
    if (denied) throw new Error(`${name}: ${denied.code} ${denied.message}`);
  }

  async caseId(number: string): Promise<string> {
    const query = 'query ($filter: AfterSalesCaseFilter) { afterSalesCases(filter: $filter) { nodes { id } } }';
    const { afterSalesCases } = await this.ask<{ afterSalesCases: { nodes: readonly { id: string }[] } }>(query, {
      filter: { number: { eq: number } },
    });
    const [only] = afterSalesCases.nodes;
    if (!only) throw new Error(`There is no case ${number}.`);
    return only.id;
  }

  /** The conversation in which something was said last. */
  async newestConversation(): Promise<string> {
    const { conversations } = await this.ask<{ conversations: { nodes: readonly { id: string }[] } }>(
      'query { conversations(orderBy: LAST_MESSAGE_AT_DESC, first: 1) { nodes { id } } }',
      {},
    );
    const [newest] = conversations.nodes;
    if (!newest) throw new Error('There is no conversation.');
    return newest.id;
  }

  async ask<T>(query: string, variables: object): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
    };
    const answer = (await (
      await fetch(`${this.#demo.deskUrl}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      })
    ).json()) as Answer<T>;
    if (!answer.data) throw new Error(answer.errors?.map(({ message }) => message).join('; '));
    return answer.data;
  }
}
