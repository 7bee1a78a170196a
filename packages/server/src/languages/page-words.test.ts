/** @module The words of the panel and of the chat in a third language: what is served, and what is refused at the start. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, type LanguageFile } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lackedBy, wordsToTranslate } from '../cli/translations.ts';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { readLanguages } from './language-files.ts';

const PANEL = {
  'kit.close': { en: 'Close', zh: '关闭' },
  'kit.removeNamed': { en: 'Remove {0}', zh: '移除 {0}', places: 1, needs: [0] },
  'routing.alert': { en: 'It is late.', zh: '已超时。', places: 1, needs: [] },
};
const WIDGET = { 'home.chat': { en: 'Chat with us', zh: '联系客服' } };

let folder: string;
let server: TestServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shopdesk-words-'));
  await Promise.all([install('admin', 'index.html', PANEL), install('widget', 'widget.js', WIDGET)]);
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function install(part: string, page: string, words: object): Promise<void> {
  await mkdir(join(folder, part), { recursive: true });
  await writeFile(join(folder, part, page), '');
  await writeFile(join(folder, part, 'words.json'), JSON.stringify(words));
}

const assets = () => ({ admin: join(folder, 'admin'), widget: join(folder, 'widget') });
const french = (words: Readonly<Record<string, string>>): LanguageFile => ({ language: 'fr', words });
const start = async (...languages: readonly LanguageFile[]) =>
  (server = await createTestServer({ store: new MemoryStore(), languages, assets: assets() }));

describe('the words of pages in a third language', () => {
  test('are served by page and language, also for a region, and to nobody whose language the desk lacks', async () => {
    const desk = await start(
      french({
        'panel.kit.close': 'Fermer',
        'panel.kit.removeNamed': 'Supprimer {0}',
        'widget.home.chat': 'Écrivez-nous',
        'Presence.ONLINE': 'En ligne',
      }),
    );
    const panel = await desk.get('/admin/languages/fr.json');
    expect([panel.status, await panel.json()]).toEqual([
      200,
      { 'kit.close': 'Fermer', 'kit.removeNamed': 'Supprimer {0}' },
    ]);
    const chat = await desk.get('/widget/languages/fr-CA.json');
    expect(await chat.json()).toEqual({ 'home.chat': 'Écrivez-nous' });
    expect(chat.headers.get('access-control-allow-origin')).toBe('*');
    expect((await desk.get('/admin/languages/de.json')).status).toBe(404);
    expect((await desk.get('/admin/languages/en.json')).status).toBe(404);
    const { data } = await desk.gql<{ codeNames: Record<string, object> }>('{ codeNames }');
    expect(await (await desk.get('/widget/languages.json')).json()).toEqual(['en', 'zh-CN', 'fr']);
    expect(data.codeNames['DeskLanguage']).toEqual({ en: 'English', 'zh-CN': '简体中文', fr: 'français' });
  });

  test.each([
    [
      'a key that no page has',
      { 'panel.kit.shut': 'Fermer' },
      'the language fr has words for panel.kit.shut, which nothing of this desk is called',
    ],
    [
      'a place too many',
      { 'panel.kit.removeNamed': 'Supprimer {0} de {1}' },
      'the text panel.kit.removeNamed in fr has the places {0}, {1}, where the English has {0}: Supprimer {0} de {1}',
    ],
    [
      'a place that is missing',
      { 'panel.kit.removeNamed': 'Supprimer' },
      'the text panel.kit.removeNamed in fr has the places none, where the English has {0}: Supprimer',
    ],
    [
      'a place where there is none',
      { 'widget.home.chat': 'Écrivez à {0}' },
      'the text widget.home.chat in fr has the places {0}, where the English has none: Écrivez à {0}',
    ],
  ])('are refused at the start with %s', async (_what, words: Readonly<Record<string, string>>, problem) => {
    await expect(start(french(words))).rejects.toThrow(new ConfigError([problem]).message);
  });

  test('are refused at the start where one is no ICU message, and where a key is the desk’s own and unknown', async () => {
    await expect(start(french({ 'panel.kit.close': 'Fermer {' }))).rejects.toThrow(
      'panel.kit.close in fr is no ICU message',
    );
    await expect(start(french({ 'access.nothing': 'Rien' }))).rejects.toThrow('access.nothing');
  });

  test('may leave out a place that the English has not, and say less-than and apostrophes', async () => {
    const desk = await start(
      french({
        'panel.routing.alert': 'C’est l’heure: <b>',
        'panel.kit.removeNamed': '{0, plural, one {Ôter #} other {Ôter {0}}}',
      }),
    );
    expect((await desk.get('/admin/languages/fr.json')).status).toBe(200);
  });

  test('of a page that is not installed are nobody’s business', async () => {
    server = await createTestServer({
      store: new MemoryStore(),
      languages: [french({ 'panel.kit.shut': 'Fermer' })],
      assets: { admin: undefined, widget: undefined },
    });
    expect((await server.get('/healthz')).status).toBe(200);
  });

  test('are told to the log where some are missing', async () => {
    const desk = await start(french({ 'panel.kit.close': 'Fermer' }));
    expect(desk.log).toContainEqual(
      expect.objectContaining({
        language: 'fr',
        missing: 3,
        msg: expect.stringContaining('panel or the chat') as string,
      }),
    );
  });
});

describe('the catalogue for a translator', () => {
  test('has every word with its places, and says what a file lacks', () => {
    const words = wordsToTranslate({ assets: assets() });
    expect(words['panel.kit.removeNamed']).toEqual({ en: 'Remove {0}', zh: '移除 {0}', places: ['0'] });
    expect(words['aftersales.onlyLeft']?.places).toEqual(['left', 'title']);
    expect(words['widget.home.chat']).toEqual({ en: 'Chat with us', zh: '联系客服' });
    const most = Object.fromEntries(Object.entries(words).map(([key, { en }]) => [key, `⟦${en}⟧`]));
    expect(lackedBy(JSON.stringify({ language: 'eo', words: most }), { assets: assets() })).toEqual([]);
    const { 'panel.kit.close': _left, ...less } = most;
    expect(lackedBy(JSON.stringify({ language: 'eo', words: less }), { assets: assets() })).toEqual([
      'panel.kit.close',
    ]);
  });

  test('refuses what is no file of a language', () => {
    expect(() => lackedBy('{"language":"fr"}', { assets: assets() })).toThrow(ConfigError);
    expect(() => lackedBy('fr', { assets: assets() })).toThrow(ConfigError);
    expect(() => readLanguages('/nowhere/fr.json')).toThrow('there is no such file of a language');
  });
});
