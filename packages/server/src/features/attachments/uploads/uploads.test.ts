import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import type { DeskServerOptions } from '../../../options.ts';
import { createTestServer, type TestServer } from '../../../testing/test-server.ts';
import { box, exif, GIF, JPEG, PLACE, PNG, pngChunk, riffChunk, segment, WEBP } from './testing/pictures.ts';

let desk: TestServer;
afterEach(() => desk.close());
const start = async (options: DeskServerOptions = {}) =>
  (desk = await createTestServer({ store: new MemoryStore(), ...options }));

interface Visitor {
  readonly token: string;
  readonly conversationId: string;
}

async function visitor(sub?: string): Promise<Visitor> {
  const { token } = await desk.shopper(sub);
  const open = 'mutation { r: openConversation(input: {}) { conversation { id } } }';
  const { data } = await desk.gql<{ r: { id: string } }>(open, {}, { token });
  return { token, conversationId: data.r.id };
}

const send = (
  { token, conversationId }: Visitor,
  bytes: Uint8Array,
  name = 'photo',
  headers: Record<string, string> = {},
  address?: string,
) =>
  desk.post(`/attachments?conversationId=${conversationId}&name=${encodeURIComponent(name)}`, new Uint8Array(bytes), {
    token,
    headers,
    ...(address ? { address } : {}),
  });

/** What a reader gets of a file, and under which name. */
async function kept(bytes: Uint8Array, name = 'photo'): Promise<{ readonly content: Buffer; readonly name: string }> {
  await start();
  const from = await visitor();
  const response = await send(from, bytes, name);
  const answer = (await response.json()) as { id: string; name: string; size: number };
  expect([response.status, answer]).toMatchObject([201, {}]);
  const { url } = (await (await desk.post(`/attachments/${answer.id}/link`, '', { token: from.token })).json()) as {
    url: string;
  };
  const file = await desk.get(url);
  const content = Buffer.from(await file.arrayBuffer());
  expect(content.length).toBe(answer.size);
  const told = decodeURIComponent(
    /filename\*=UTF-8''(.*)$/.exec(file.headers.get('content-disposition') ?? '')?.[1] ?? '',
  );
  expect(told).toBe(answer.name);
  return { content, name: answer.name };
}

const put = (file: Buffer, at: number, ...parts: readonly Buffer[]) =>
  Buffer.concat([file.subarray(0, at), ...parts, file.subarray(at)]);
const REMARKS = /48\.8583|Exif|XMP|xmp|IPTC|8BIM|comment|http:\/\/ns/;

describe('a photo is kept without the place where it was taken', () => {
  test('a JPEG: Exif, XMP, IPTC, comments, and what follows its end', async () => {
    const remarks = [
      segment(0xe1, 'Exif\0\0', exif(1)),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', PLACE),
      segment(0xed, 'Photoshop 3.0\x008BIM', PLACE),
      segment(0xe2, 'MPF\0', PLACE),
      segment(0xe5, 'maker', PLACE),
      segment(0xfe, `comment ${PLACE}`),
    ];
    const { content } = await kept(Buffer.concat([put(JPEG, 20, ...remarks), JPEG, Buffer.from(PLACE)]));
    expect(content.toString('latin1')).not.toMatch(REMARKS);
    // The colour profile and the picture are as they were sent.
    expect(content.equals(JPEG)).toBe(true);
  });

  test('a JPEG that lies on its side still does', async () => {
    const { content } = await kept(put(JPEG, 2, segment(0xe1, 'Exif\0\0', exif(6))));
    expect(content.toString('latin1')).not.toMatch(/48\.8583/);
    const at = content.indexOf('Exif\0\0MM\0*');
    expect(content.readUInt16BE(at + 6 + 18)).toBe(6);
    expect(content.length).toBe(JPEG.length + 36);
  });

  test('a PNG: Exif, texts, XMP, and what follows its end; its orientation stays', async () => {
    const remarks = ['tEXt', 'zTXt', 'iTXt', 'tIME', 'maKe'].map((type) =>
      pngChunk(type, `XML:com.adobe.xmp\0${PLACE}`),
    );
    const { content } = await kept(
      Buffer.concat([put(PNG, 33, ...remarks, pngChunk('eXIf', exif(1))), Buffer.from(PLACE)]),
    );
    expect(content.equals(PNG)).toBe(true);
    await desk.close();
    const turned = await kept(put(PNG, 33, pngChunk('eXIf', exif(8))));
    expect(turned.content.toString('latin1')).not.toMatch(/48\.8583/);
    expect(turned.content.readUInt16BE(turned.content.indexOf('eXIfMM\0*') + 4 + 18)).toBe(8);
  });

  test('a WebP: Exif and XMP; its orientation stays', async () => {
    const flagged = (orientation: number) => {
      const file = Buffer.concat([
        WEBP,
        riffChunk('EXIF', exif(orientation)),
        riffChunk('XMP ', PLACE),
        riffChunk('make', PLACE),
      ]);
      file.writeUInt32LE(file.length - 8, 4);
      file[20] = (file[20] ?? 0) | 0x0c;
      return file;
    };
    expect((await kept(flagged(1))).content.equals(WEBP)).toBe(true);
    await desk.close();
    const { content } = await kept(flagged(3));
    expect(content.toString('latin1')).not.toMatch(/48\.8583|XMP /);
    expect([content.readUInt32LE(4), (content[20] ?? 0) & 0x0c]).toEqual([content.length - 8, 0x08]);
    expect(content.readUInt16BE(content.indexOf('MM\0*') + 18)).toBe(3);
  });

  test('an animated GIF: comments and XMP; all its frames and its repetition stay', async () => {
    const block = (head: string, ...data: readonly string[]) =>
      Buffer.concat([
        Buffer.from(head, 'hex'),
        ...data.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])),
        Buffer.alloc(1),
      ]);
    const remarks = [block('21fe', `comment ${PLACE}`), block('21ff', 'XMP DataXMP', PLACE)];
    const { content } = await kept(Buffer.concat([put(GIF, GIF.length - 1, ...remarks), Buffer.from(PLACE)]));
    expect(content.equals(GIF)).toBe(true);
  });

  test('a film: the place that the phone wrote, without moving the pictures', async () => {
    const remarks = box('udta', box('\u00a9xyz', PLACE));
    const film = Buffer.concat([
      box('ftyp', 'isom\0\0\0\0isom'),
      box('moov', box('mvhd', 'header'), box('trak', box('tkhd', 'track'), box('meta', PLACE)), remarks),
      box('mdat', 'pictures'),
    ]);
    const { content } = await kept(film, 'film.mp4');
    expect(content.toString('latin1')).not.toContain(PLACE);
    expect([content.length, content.indexOf('mdatpictures'), content.indexOf('tkhdtrack')]).toEqual([
      film.length,
      film.indexOf('mdatpictures'),
      film.indexOf('tkhdtrack'),
    ]);
  });

  test('a broken file is no error: what there is of it stays', async () => {
    for (const [file, rest] of [
      [JPEG, 40],
      [PNG, 10],
      [WEBP, 20],
      [GIF, 6],
    ] as const) {
      const { content } = await kept(file.subarray(0, file.length - rest));
      expect(content.length).toBeGreaterThan(10);
      await desk.close();
    }
    await start();
  });
});

test('a picture of more than fifty megapixels is refused by its header, of every type, and a large one is taken', async () => {
  const sized = {
    png: (side: number) => {
      const file = Buffer.from(PNG);
      file.writeUInt32BE(side, 16);
      file.writeUInt32BE(side, 20);
      return file;
    },
    jpeg: (side: number) => {
      const file = Buffer.from(JPEG);
      const at = file.indexOf(Buffer.from([0xff, 0xc0]));
      file.writeUInt16BE(side, at + 5);
      file.writeUInt16BE(side, at + 7);
      return file;
    },
    gif: (side: number) => {
      const file = Buffer.from(GIF);
      file.writeUInt16LE(side, 6);
      file.writeUInt16LE(side, 8);
      return file;
    },
    gifFrame: (side: number) => {
      const file = Buffer.from(GIF);
      const at = file.indexOf(0x2c, 20);
      file.writeUInt16LE(side, at + 5);
      file.writeUInt16LE(side, at + 7);
      return file;
    },
    webp: (side: number) => {
      const file = Buffer.from(WEBP);
      file.writeUIntLE(side - 1, 24, 3);
      file.writeUIntLE(side - 1, 27, 3);
      return file;
    },
    webpPicture: (side: number) => {
      const file = Buffer.from(WEBP);
      const at = file.indexOf('VP8 ') + 14;
      file.writeUInt16LE(side, at);
      file.writeUInt16LE(side, at + 2);
      return file;
    },
    webpLossless: (side: number) => {
      const data = Buffer.alloc(20, 0);
      data[0] = 0x2f;
      data.writeUInt32LE((((side - 1) << 14) | (side - 1)) >>> 0, 1);
      const chunk = riffChunk('VP8L', data);
      const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
      head.writeUInt32LE(chunk.length + 4, 4);
      return Buffer.concat([head, chunk]);
    },
  };
  await start();
  for (const [name, file] of Object.entries(sized)) {
    const response = await send(await visitor(), file(7072), name);
    expect([name, response.status, await response.json()]).toMatchObject([
      name,
      413,
      { code: 'LIMIT_EXCEEDED', details: { limit: 50_000_000, unit: 'pixels' } },
    ]);
    expect([name, (await send(await visitor(), file(7071), name)).status]).toEqual([name, 201]);
  }
});

describe('the name of a file', () => {
  test.each([
    [
      'a script that begins like a picture',
      Buffer.from('GIF89a<script>alert(1)</script><hta:application>'),
      'x.hta',
      'x.hta.gif',
    ],
    ['a page that begins like a picture', Buffer.concat([PNG, Buffer.from('<html>')]), 'x.html', 'x.html.png'],
    ['a document named like a program', Buffer.from('%PDF-1.7\n'), 'invoice.pdf.exe. . ', 'invoice.pdf.exe.pdf'],
    [
      'a document named like a batch',
      Buffer.from('%PDF-1.7\n'),
      'C:\\temp\\invoice\u202efdp.bat',
      'invoicefdp.bat.pdf',
    ],
    ['a long one', Buffer.from('%PDF-1.7\n'), `${'退'.repeat(160)}.pdf`, `${'退'.repeat(83)}.pdf`],
    ['one in capitals', JPEG, 'IMG_0001.JPEG', 'IMG_0001.JPEG'],
    ['none', JPEG, '', 'file.jpg'],
  ])('ends as its content is: %s', async (_, bytes, name, expected) => {
    expect((await kept(bytes, name)).name).toBe(expected);
  });
});

describe('storage is not for whoever comes by', () => {
  const mebibytes = (count: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(count * 1024 * 1024)]);

  test('bytes are counted by address and by store, for shoppers, as many as are kept', async () => {
    await start({
      limits: {
        rates: {
          uploadAddress: { points: 20 * 1024 * 1024, seconds: 3600 },
          uploadStore: { points: 30 * 1024 * 1024, seconds: 3600 },
        },
      },
    });
    const statuses = async (address: string, sizes: readonly number[]) => {
      const found: number[] = [];
      for (const size of sizes)
        found.push(
          (
            await send(
              await visitor(),
              mebibytes(size),
              'a.pdf',
              { 'content-length': String(mebibytes(size).length) },
              address,
            )
          ).status,
        );
      return found;
    };
    expect(await statuses('192.0.2.1', [9, 9, 9, 1])).toEqual([201, 201, 429, 201]);
    // A file that is refused for what it is takes nothing away.
    const from = await visitor();
    for (let round = 0; round < 3; round += 1)
      expect((await send(from, Buffer.alloc(5 * 1024 * 1024), 'a.pdf', {}, '192.0.2.2')).status).toBe(400);
    expect(await statuses('192.0.2.2', [9, 9])).toEqual([201, 429]);
    const refused = await send(await visitor(), mebibytes(9), 'a.pdf', {}, '192.0.2.3');
    expect([refused.status, await refused.json()]).toMatchObject([
      429,
      { code: 'RATE_LIMITED', details: { retryAfterSeconds: expect.any(Number) } },
    ]);
  });

  test('before the first message somebody unknown sends three files, a known customer as many as a return needs', async () => {
    await start();
    const guest = await visitor();
    const statuses = async (from: Visitor, count: number) =>
      Array.fromAsync({ length: count }, async () => (await send(from, PNG)).status);
    expect(await statuses(guest, 4)).toEqual([201, 201, 201, 413]);
    const say = 'mutation ($i: SendMessageInput!) { r: sendMessage(input: $i) { denied { __typename code } } }';
    await desk.gql(
      say,
      { i: { conversationId: guest.conversationId, clientMsgId: 'client-0001', text: 'it is broken' } },
      { token: guest.token },
    );
    expect(await statuses(guest, 4)).toEqual([201, 201, 201, 201]);
    expect(await statuses(await visitor('lily'), 20)).toEqual(Array.from({ length: 20 }, () => 201));
  });
});
