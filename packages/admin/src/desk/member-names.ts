/**
 * @module What the members of a vocabulary are called: the desk knows them all, also those of a feature of which the
 * panel has never heard.
 */
import type { DeskClient } from '@shopdesk/core/client';
import type { DeskElement } from '../kit/element.ts';
import type { LocalText } from '../kit/language.ts';
import { Loader } from '../kit/loader.ts';
import { describe } from '../records/description.ts';
import { inWords } from '../records/names.ts';
import { clientContext, Use, viewerContext } from './contexts.ts';

/** The words of each member, in the order of the layers; asked once for a viewer. */
export async function memberWords(
  client: DeskClient,
  viewerId: string,
  vocabulary: string,
): Promise<Readonly<Record<string, LocalText>>> {
  return (await describe(client, viewerId)).titles?.vocabularies[vocabulary] ?? {};
}

/** Names for an element that shows members of a vocabulary or lets one be chosen. */
export class MemberNames {
  readonly #host: DeskElement;
  readonly #words: Loader<readonly [], Readonly<Record<string, LocalText>>>;

  constructor(host: DeskElement, vocabulary: string) {
    this.#host = host;
    const [client, viewer] = [new Use(host, clientContext), new Use(host, viewerContext)];
    this.#words = new Loader(host, {
      args: () => [] as const,
      load: () => memberWords(client.value, viewer.value.id, vocabulary),
    });
  }

  /** Nothing until the desk has answered, then its word for the member, or the code in words when it has none. */
  of(code: string): string {
    const { value, problem } = this.#words;
    const words = value?.[code];
    if (words) return this.#host.language.of(words);
    return value || problem ? inWords(code) : '';
  }

  get choices(): readonly { readonly value: string; readonly label: string }[] {
    return Object.keys(this.#words.value ?? {}).map((value) => ({ value, label: this.of(value) }));
  }
}
