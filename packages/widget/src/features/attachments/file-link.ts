import { attachmentLink } from '@shopdesk/core/client';
import type { DeskConnection } from '../../connection/connection.ts';

/** The address of a file, good for some minutes. */
export const linkTo = (connection: DeskConnection, id: string): Promise<string> =>
  connection.authorised(() => attachmentLink(connection.client, id));
