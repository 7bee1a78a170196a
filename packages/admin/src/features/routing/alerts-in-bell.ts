/** @module Alerts in the bell: a conversation taken back, somebody set away, help that is asked for, a case too late. */
import type { BellSource } from '../../desk/bell.ts';
import { alertPath, alertText } from './board-parts.ts';
import { dismissAlert, myAlerts } from './data.ts';

export const alertsInBell: BellSource = {
  entities: ['StaffAlert'],
  ask: async ({ client, language, nameOf }, most) =>
    (await client.query(myAlerts, { first: most })).nodes.map((alert) => ({
      id: alert.id,
      text: alertText(alert, language, { nameOf }),
      ...(alert.note ? { note: alert.note } : {}),
      at: alert.at,
      path: alertPath(alert),
      // What is meant for those who lead stands on the live board.
      ...(alert.toUserId ? {} : { shownOn: '/board' }),
      seen: () => client.mutate(dismissAlert, { input: { id: alert.id } }),
    })),
};
