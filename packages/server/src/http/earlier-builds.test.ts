import { MemoryStore } from '@shopdesk/core/testing';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openToOthers } from '../private-files.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';

const DAY_MS = 24 * 3600 * 1000;

let folder: string;
let desk: TestServer | undefined;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'shopdesk-earlier-'))));
afterEach(async () => {
  await desk?.close();
  desk = undefined;
  await rm(folder, { recursive: true, force: true });
});

const kept = () => join(folder, 'files/earlier-builds');

/** Puts a build in place of the one that is there, as an installation does: nothing of the old one stays. */
async function install(version: string) {
  const files = {
    'widget/widget.js': `// loads chat-${version}`,
    [`widget/widget/chat-${version}.js`]: `// chat of ${version}`,
    'widget/manifest.json': version,
    'admin/index.html': `<script type="module" src="./assets/panel-${version}.js"></script>`,
    [`admin/assets/panel-${version}.js`]: `// panel of ${version}`,
  };
  await rm(join(folder, 'installed'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'installed', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** Starts the desk, `afterMs` later than the clock begins, and waits until it has kept the installed build. */
async function start(version: string, { afterMs = 0, filesFolder = true } = {}) {
  await desk?.close();
  const assets = { widget: join(folder, 'installed/widget'), admin: join(folder, 'installed/admin') };
  const own = filesFolder ? { filesFolder: join(folder, 'files') } : {};
  const now = new Date(Date.parse('2026-03-02T10:00:00Z') + afterMs);
  desk = await createTestServer({ store: new MemoryStore(), assets, clock: () => now, ...own });
  if (!filesFolder) return;
  const newest = join(kept(), `admin/assets/panel-${version}.js`);
  const isKept = async () => expect((await stat(newest)).mtimeMs).toBe(now.getTime());
  await vi.waitFor(isKept, { timeout: 5000, interval: 10 });
}

const answer = async (path: string) => {
  const response = await desk!.get(path);
  return response.status === 200 ? response.text() : response.status;
};

describe('a page that was opened before the desk was updated', () => {
  test('is still given the chunks of its own build by the new version, and new pages those of the new one', async () => {
    await install('Aa11aa');
    await start('Aa11aa');
    await install('Bb22bb');
    await start('Bb22bb', { afterMs: DAY_MS });
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
    expect(await answer('/admin/assets/panel-Aa11aa.js')).toBe('// panel of Aa11aa');
    const old = await desk!.get('/widget/chat-Aa11aa.js', { origin: 'https://shop.example' });
    expect(Object.fromEntries(old.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect(await answer('/widget.js')).toBe('// loads chat-Bb22bb');
    expect(await answer('/admin/')).toContain('panel-Bb22bb.js');
    expect(await answer('/widget/chat-Bb22bb.js')).toBe('// chat of Bb22bb');
    expect(await answer('/widget/chat-Cc33cc.js')).toBe(404);
  });

  test('is given them too when the widget is built anew under a running desk', async () => {
    await install('Aa11aa');
    await start('Aa11aa');
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
    await install('Bb22bb');
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
    expect(await answer('/widget.js')).toBe('// loads chat-Bb22bb');
  });

  test('is given them for seven days after the update, however long the old version ran', async () => {
    await install('Aa11aa');
    await start('Aa11aa');
    await start('Aa11aa', { afterMs: 30 * DAY_MS });
    await install('Bb22bb');
    await start('Bb22bb', { afterMs: 36 * DAY_MS });
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
    await start('Bb22bb', { afterMs: 38 * DAY_MS });
    expect(await readdir(join(kept(), 'widget/widget'))).toEqual(['chat-Bb22bb.js']);
    expect(await answer('/widget/chat-Aa11aa.js')).toBe(404);
    expect(await answer('/widget/chat-Bb22bb.js')).toBe('// chat of Bb22bb');
  });
});

describe('the kept chunks of earlier builds', () => {
  test('are only what a page loads later, and nobody else on the machine can read or change them', async () => {
    await install('Aa11aa');
    await writeFile(join(folder, 'installed/widget/widget/.hidden.js'), '');
    await writeFile(join(folder, 'installed/widget/widget/notes.exe'), '');
    await writeFile(join(folder, 'outside.js'), 'outside');
    await symlink(join(folder, 'outside.js'), join(folder, 'installed/widget/widget/link-Aa11aa.js'));
    await start('Aa11aa');
    const entries = await readdir(kept(), { recursive: true, withFileTypes: true });
    expect(
      entries
        .filter((entry) => !entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['chat-Aa11aa.js', 'panel-Aa11aa.js']);
    expect(await openToOthers(kept())).toEqual([]);
  });

  test('lead nowhere outside their folder', async () => {
    await install('Aa11aa');
    await start('Aa11aa');
    await install('Bb22bb');
    for (const place of [join(folder, 'files'), kept()]) await writeFile(join(place, 'secret.js'), 'secret');
    const out = [
      '/widget/../secret.js',
      '/widget/%2e%2e/%2e%2e/secret.js',
      '/widget/..%2fsecret.js',
      '/admin/..%2fsecret.js',
    ];
    const further = ['/widget/..%2f..%2fsecret.js', '/admin/..%2f..%2fsecret.js', '/admin/%2e%2e%2f%2e%2e%2fsecret.js'];
    const across = ['/widget/panel-Aa11aa.js', '/admin/widget/chat-Aa11aa.js', '/widget/widget/chat-Aa11aa.js'];
    for (const path of [...out, ...further, ...across]) expect([path, await answer(path)]).toEqual([path, 404]);
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
  });

  test('stay below fifty megabytes: what was current longest ago goes first, the installed build never', async () => {
    await install('Aa11aa');
    await start('Aa11aa');
    await install('Bb22bb');
    const big = Buffer.alloc(26 * 1024 * 1024, ' ');
    const left = async () => (await readdir(join(kept(), 'admin/assets'))).filter((name) => !name.startsWith('.'));
    const settles = (expected: () => Promise<void>) => vi.waitFor(expected, { timeout: 5000 });
    await writeFile(join(folder, 'installed/admin/assets/picture-Bb22bb.png'), big);
    await start('Bb22bb', { afterMs: DAY_MS });
    await settles(async () => expect(await left()).toContain('picture-Bb22bb.png'));
    await install('Cc33cc');
    await writeFile(join(folder, 'installed/admin/assets/picture-Cc33cc.png'), big);
    await start('Cc33cc', { afterMs: 2 * DAY_MS });
    await settles(async () => expect(await left()).not.toContain('picture-Bb22bb.png'));
    expect(await left()).toEqual(expect.arrayContaining(['panel-Cc33cc.js', 'picture-Cc33cc.png']));
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
  });

  test('are none where a desk keeps no files, which works as before', async () => {
    await install('Aa11aa');
    await start('Aa11aa', { filesFolder: false });
    await install('Bb22bb');
    expect(await answer('/widget/chat-Aa11aa.js')).toBe(404);
    expect(await answer('/widget/chat-Bb22bb.js')).toBe('// chat of Bb22bb');
  });

  test('do not stop the desk when they cannot be written: it serves what is installed and says so in the log', async () => {
    await install('Aa11aa');
    await mkdir(join(folder, 'files'));
    await writeFile(kept(), 'a file where the folder should be');
    const assets = { widget: join(folder, 'installed/widget'), admin: join(folder, 'installed/admin') };
    desk = await createTestServer({ store: new MemoryStore(), assets, filesFolder: join(folder, 'files') });
    const said = expect.objectContaining({ where: 'chunks of earlier builds' });
    await vi.waitFor(() => expect(desk!.log).toContainEqual(said));
    expect(await answer('/widget/chat-Aa11aa.js')).toBe('// chat of Aa11aa');
  });
});
