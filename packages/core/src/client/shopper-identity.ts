/** @module Who the shopper is in the shop: proved by a token that its backend signed, ended when he signs out there. */
import type { DeskClient } from './desk-client.ts';
import { claimsOf } from './identity-claims.ts';
import { END_SHOPPER_SESSION, IDENTIFY_SHOPPER } from './operations/identity.ts';
import type { ShopperSession, StoredSession } from './shopper-session.ts';

interface Where {
  readonly client: DeskClient;
  readonly session: ShopperSession;
  readonly storeKey: string;
}

/**
 * Proves the customer by a token that the shop's backend signed. The same claims again need no new session, so a
 * page may do this at every load. @throws DeskError for a token that is not valid, DeskOffline
 */
export function identifyShopper({ client, session, storeKey }: Where, identityToken: string): Promise<StoredSession> {
  const claims = claimsOf(identityToken);
  return session.adopt(async (present) => {
    if (present?.verified && present.claims === claims) return present;
    return { ...(await client.mutate(IDENTIFY_SHOPPER, { input: { storeKey, identityToken } })), claims };
  });
}

/** Ends the session, here at once and on the desk. @throws DeskError, DeskOffline */
export async function endShopperSession({ client, session }: Omit<Where, 'storeKey'>): Promise<void> {
  const { current } = session;
  if (!current) return;
  const ended = client.mutate(END_SHOPPER_SESSION, {});
  session.forget(current.token);
  await ended;
}
