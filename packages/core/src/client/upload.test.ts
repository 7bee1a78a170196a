import { describe, expect, test } from 'vitest';
import { createDeskClient } from './desk-client.ts';
import { DeskOffline } from './error.ts';
import type { Fetch } from './host.ts';
import { attachmentLink } from './attachment-link.ts';
import { uploadAttachment, type UploadRequest } from './upload.ts';

const client = createDeskClient({ url: 'https://desk.example', token: 't1', locale: 'en' });
const file = { id: 'a1', name: 'x.png', contentType: 'image/png', size: 3 };

describe('an upload', () => {
  test('sends the raw body with token, conversation and name, and tells progress', async () => {
    const requests: UploadRequest[] = [];
    const shares: number[] = [];
    const transport = async (request: UploadRequest) => {
      requests.push(request);
      request.onProgress(0.5);
      return { status: 201, text: JSON.stringify(file) };
    };
    const uploaded = await uploadAttachment(client, {
      conversationId: 'c&1',
      name: '图 片.png',
      body: 'raw',
      transport,
      onProgress: (share) => shares.push(share),
    });
    expect(uploaded).toEqual(file);
    expect(shares).toEqual([0.5]);
    expect(requests[0]).toMatchObject({
      url: 'https://desk.example/attachments?conversationId=c%261&name=%E5%9B%BE%20%E7%89%87.png',
      body: 'raw',
    });
    expect(requests[0]?.headers).toMatchObject({ authorization: 'Bearer t1', 'x-desk-locale': 'en' });
  });

  test('tells a file that is gone from a network that is gone', async () => {
    const whole = new File(['x'], 'x.png');
    const gone = new File(['x'], 'x.png');
    gone.slice = () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }) as unknown as Blob;
    const upload = (body: unknown) =>
      uploadAttachment(client, {
        conversationId: 'c',
        name: 'x',
        body,
        transport: () => Promise.reject(new DeskOffline()),
      });
    await expect(upload(gone)).rejects.toMatchObject({ name: 'DeskError', code: 'FILE_UNREADABLE' });
    for (const body of [whole, new Uint8Array(3), 'raw'])
      await expect(upload(body)).rejects.toBeInstanceOf(DeskOffline);
  });

  test('tells why a file is refused', async () => {
    const text = JSON.stringify({ code: 'LIMIT_EXCEEDED', message: 'The file is larger than 10 MiB.' });
    const upload = uploadAttachment(client, {
      conversationId: 'c',
      name: 'x',
      body: '',
      transport: async () => ({ status: 413, text }),
    });
    await expect(upload).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED', message: 'The file is larger than 10 MiB.' });
  });

  test.each([
    [503, '{}'],
    [502, '<html>'],
  ])('is offline for status %i', async (status, text) => {
    const upload = uploadAttachment(client, {
      conversationId: 'c',
      name: 'x',
      body: '',
      transport: async () => ({ status, text }),
    });
    await expect(upload).rejects.toBeInstanceOf(DeskOffline);
  });
});

describe('the link of an attachment', () => {
  test('is asked for with the token and made absolute', async () => {
    const seen: string[] = [];
    const fetch = (async (url: string, { method }: RequestInit) => {
      seen.push(`${method} ${url}`);
      return new Response('{"url":"/attachments/a1?sig=1"}');
    }) as Fetch;
    expect(await attachmentLink(createDeskClient({ url: 'https://desk.example', fetch }), 'a1')).toBe(
      'https://desk.example/attachments/a1?sig=1',
    );
    expect(seen).toEqual(['POST https://desk.example/attachments/a1/link']);
  });
});
