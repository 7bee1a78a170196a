import type { Shopper } from './shopper.ts';

interface Asked {
  readonly myConversations?: { readonly nodes: readonly { readonly id: string }[] };
  readonly rateConversation?: { readonly denied: { readonly code: string } | null };
}

/** Rates the conversation as the page itself would, with the shopper's own token; answers the refusal's code. */
export function rateAgain({ page }: Shopper): Promise<string | undefined> {
  return page.evaluate(async () => {
    const [key = ''] = Object.keys(localStorage).filter((name) => name.endsWith(':session'));
    const { token } = JSON.parse(localStorage.getItem(key) ?? '{}') as { token: string };
    const { src } = document.querySelector('script[data-store]') as HTMLScriptElement;
    const ask = async (query: string): Promise<Asked> => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const answer = await fetch(new URL('/shopper', src), {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return ((await answer.json()) as { data: Asked }).data;
    };
    const { myConversations } = await ask('{ myConversations(first: 1) { nodes { id } } }');
    const { rateConversation } = await ask(
      `mutation { rateConversation(input: { id: "${myConversations?.nodes[0]?.id}", score: 1 }) { denied { code } } }`,
    );
    return rateConversation?.denied?.code;
  });
}
