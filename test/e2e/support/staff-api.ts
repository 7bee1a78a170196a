/** @module A member of staff over the public API: what he does where the panel is not what a story is about. */
import type { Demo } from './demo.ts';

interface Answer<T> {
  readonly data?: T;
  readonly errors?: readonly { readonly message: string }[];
}

export class StaffApi {
  readonly #demo: Demo;
  readonly #token: string;

  private constructor(demo: Demo, token: string) {
    this.#demo = demo;
    this.#token = token;
  }

  /** Signs in as the demo's member of staff with this role: `wh`, `aa`, `sv`. */
  static async signIn(demo: Demo, role: string): Promise<StaffApi> {
    const guest = new StaffApi(demo, '');
    const query =
      'mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { token } ... on Denied { message } } }';
    const { signIn } = await guest.ask<{ signIn: { token?: string; message?: string } }>(query, {
      input: { email: `${role}@demo.shopdesk.example`, password: demo.password },
    });
    if (!signIn.token) throw new Error(`${role} could not sign in: ${signIn.message}`);
    return new StaffApi(demo, signIn.token);
  }

  /** @throws Error when the desk refuses */
  async perform(name: string, input: object): Promise<void> {
    const query =
      'mutation ($name: String!, $input: JSON!) { performAction(name: $name, input: $input) { ... on Denied { code message } } }';
    const { performAction } = await this.ask<{ performAction: { code?: string; message?: string } }>(query, {
      name,
      input,
    });
    if (performAction.code) throw new Error(`${name}: ${performAction.code} ${performAction.message}`);
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
