import { MemoryStore } from '@shopdesk/core/testing';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtAssets } from './built-assets.ts';
import { createTestServer, type TestServer } from './testing/test-server.ts';

let folder: string;
let desk: TestServer;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'shopdesk-installed-'))));
afterEach(async () => {
  vi.restoreAllMocks();
  await desk?.close();
  await rm(folder, { recursive: true, force: true });
});

async function install(name: string, file: string, text: string) {
  const place = join(folder, 'node_modules/@shopdesk', name, 'dist/browser');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, file), text);
  return place;
}

const start = async (assets: Parameters<typeof createTestServer>[0]['assets']) =>
  (desk = await createTestServer({ store: new MemoryStore(), assets }));
const warnings = () => desk.log.filter(({ level }) => level === 40).map(({ msg }) => String(msg));
const statuses = async () => [(await desk.get('/widget.js')).status, (await desk.get('/admin/')).status];

describe('a server in a program of one’s own', () => {
  test('serves the widget and the panel that are installed with it, from any folder below', async () => {
    const places = {
      widget: await install('widget', 'widget.js', '// installed widget'),
      admin: await install('admin', 'index.html', '<p>installed panel'),
    };
    const below = join(folder, 'apps/shop');
    await mkdir(below, { recursive: true });
    vi.spyOn(process, 'cwd').mockReturnValue(below);
    expect(builtAssets()).toEqual(places);
    await start(undefined);
    expect(await (await desk.get('/widget.js')).text()).toBe('// installed widget');
    expect(await (await desk.get('/admin/')).text()).toBe('<p>installed panel');
    expect(warnings()).toEqual([]);
  });

  test('says once which package is missing and what to do, and answers 404 with the same', async () => {
    const admin = await install('admin', 'index.html', '<p>panel');
    await start({ widget: undefined, admin });
    expect(await statuses()).toEqual([404, 200]);
    expect(await (await desk.get('/widget.js')).text()).toContain('@shopdesk/widget is not installed');
    // Named as not wanted, so nothing is said.
    expect(warnings()).toEqual([]);
  });

  test('serves neither when it is told so', async () => {
    await install('widget', 'widget.js', '// widget');
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    await start(false);
    expect(await statuses()).toEqual([404, 404]);
    expect(warnings()).toEqual([]);
  });
});

test('a package that is found nowhere is warned of once, by its name and the command that installs it', async () => {
  const { assetsOf } = await import('./built-assets.ts');
  const told: string[] = [];
  const none = () => ({});
  expect(assetsOf({}, { warn: (text: string) => void told.push(text) }, none)).toEqual({});
  expect(told).toEqual([
    expect.stringContaining('npm install @shopdesk/widget'),
    expect.stringContaining('npm install @shopdesk/admin'),
  ]);
});
