/**
 * @module The roles of the desk by their titles: those of every desk, and those that its features add.
 */
import type { ReactiveControllerHost } from 'lit';
import { clientContext, Use, viewerContext } from '../desk/contexts.ts';
import type { DeskElement } from '../kit/element.ts';
import { Loader } from '../kit/loader.ts';
import { describe } from './description.ts';

export class Roles {
  readonly #host: DeskElement;
  readonly #titles;

  constructor(host: DeskElement & ReactiveControllerHost) {
    const [client, viewer] = [new Use(host, clientContext), new Use(host, viewerContext)];
    this.#host = host;
    this.#titles = new Loader(host, {
      args: () => [] as const,
      load: async () =>
        (await describe(client.value, viewer.value?.id ?? '')).titles?.vocabularies['access.role'] ?? {},
    });
  }

  /** Every role; none until the desk has said them. */
  get codes(): readonly string[] {
    return Object.keys(this.#titles.value ?? {});
  }

  get choices(): { readonly value: string; readonly label: string }[] {
    return this.codes.map((value) => ({ value, label: this.name(value) }));
  }

  /** The title of a role; its code until the desk has said it. */
  name(role: string): string {
    const title = this.#titles.value?.[role];
    return title ? this.#host.language.of(title) : role;
  }
}
