/**
 * @module The real desk in memory in the page of a test: what the server's endpoints answer, a shop with orders, and
 * people by role. For tests of the panel (decision 0065).
 */
import type { RoleCode, StaffActor } from '@shopdesk/core';
import type { TestClock } from '@shopdesk/core/testing';
import { createServedDesk } from '@shopdesk/server/in-memory';
import type { DeskAdmin } from '../shell/admin-element.ts';
import { newTestShop } from './test-shop.ts';

export type PanelDesk = Awaited<ReturnType<typeof createPanelDesk>>;

/** Time that runs, and can be moved. */
function runningClock() {
  let offset = 0;
  return {
    now: () => new Date(Date.now() + offset),
    advance: (milliseconds: number) => void (offset += milliseconds),
  } as unknown as TestClock;
}

/** A desk with a store, people by role, and what the panel's `fetch` property takes. */
export async function createPanelDesk() {
  const clock = runningClock();
  const { shop, port } = newTestShop(clock.now);
  const served = await createServedDesk({ clock, ports: { shop: () => port } });
  const signedIn = async (
    agentNo: string,
    roles: readonly RoleCode[],
  ): Promise<{ actor: StaffActor; token: string }> => {
    const actor = await served.staff(agentNo, roles);
    const { token } = await served.desk.perform({ kind: 'anonymous', tenantId: '' }, 'signIn', {
      email: `${agentNo}@example.com`,
      password: 'long enough',
    });
    return { actor, token };
  };
  return { ...served, shop, fetch: served.fetch as NonNullable<DeskAdmin['fetch']>, signedIn };
}
