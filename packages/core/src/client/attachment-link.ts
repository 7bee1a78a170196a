/** @module Files come down by short-lived signed links. */
import type { DeskClient } from './desk-client.ts';
import { DeskError, DeskOffline, type DeskProblem } from './error.ts';

/** Asks for an address of the file that is good for five minutes. @throws DeskError, DeskOffline */
export async function attachmentLink(client: DeskClient, attachmentId: string): Promise<string> {
  const response = await client.request(`/attachments/${encodeURIComponent(attachmentId)}/link`, { method: 'POST' });
  const { url } = answerOf<{ url: string }>(response.status, await response.text());
  return url.startsWith('/') ? client.url + url : url;
}

/** Reads the answer of a call beside GraphQL. @throws DeskError, DeskOffline */
export function answerOf<T>(status: number, text: string): T {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw new DeskOffline(undefined, { cause: error });
  }
  if (status < 300) return answer as T;
  if (status === 503) throw new DeskOffline();
  throw new DeskError({ code: 'INTERNAL', message: '', ...(answer as Partial<DeskProblem>) });
}
