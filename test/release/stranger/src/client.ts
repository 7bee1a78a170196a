import { createDeskClient, DeskError, memoryStorage } from '@shopdesk/core/client';

const client = createDeskClient({ url: 'https://desk.example', token: () => undefined });
export const storage = memoryStorage();

export async function ping(): Promise<string> {
  try {
    return client.url;
  } catch (error) {
    return error instanceof DeskError ? error.code : 'offline';
  }
}
