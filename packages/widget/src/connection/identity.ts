/** @module Loaded when a page identifies its customer; guests do without. */
import {
  DeskError,
  endShopperSession,
  identifyShopper,
  isTransient,
  type DeskClient,
  type ShopperSession,
} from '@shopdesk/core/client';
import { deskNow } from './desk-clock.ts';

export interface IdentityWork {
  readonly client: DeskClient;
  readonly session: ShopperSession;
  readonly storeKey: string;
}

/**
 * Proves who the shopper is, or ends their session (null). Answers why the desk refused for good, or that the token has
 * expired; what may go better later is thrown. @throws DeskOffline, a transient DeskError
 */
export async function settleIdentity(at: IdentityWork, identityToken: string | null): Promise<DeskError | undefined> {
  try {
    await (identityToken === null ? endShopperSession(at) : identifyShopper(at, identityToken));
    return undefined;
  } catch (error) {
    // The desk does not know the token: another try gets the same answer.
    if (error instanceof DeskError && (!isTransient(error) || error.code === 'UNAUTHENTICATED')) return error;
    if (identityToken !== null && hasExpired(identityToken))
      return new DeskError({ code: 'UNAUTHENTICATED', message: 'The identity token has expired.' });
    throw error;
  }
}

/** By the desk's clock; a token that says nothing of it does not expire. */
function hasExpired(token: string): boolean {
  try {
    const { exp } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))) as {
      exp?: number;
    };
    return exp !== undefined && exp * 1000 <= deskNow();
  } catch {
    return false;
  }
}
