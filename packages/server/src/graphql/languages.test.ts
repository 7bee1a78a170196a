import { createDesk, standardFeatures, type LanguageFile, type Ports } from '@shopdesk/core';
import { MemoryStore } from '@shopdesk/core/testing';
import { afterEach, describe, expect, test } from 'vitest';
import { createTestServer, type TestServer } from '../testing/test-server.ts';
import { serverTexts } from '../texts.ts';

const deskOf = (languages: readonly LanguageFile[]) =>
  createDesk({
    features: standardFeatures,
    texts: serverTexts,
    store: new MemoryStore(),
    clock: () => new Date(0),
    newId: () => '',
    ports: {} as Ports,
    languages,
  });

/** A language made from English: everything of it can be told from what nobody has translated. */
const pseudo = (): LanguageFile => ({
  language: 'eo',
  words: Object.fromEntries([...deskOf([]).languages.catalogue].map(([key, { en }]) => [key, `⟦${en}⟧`])),
});

/** The beginning of a real one. */
const french: LanguageFile = {
  language: 'fr',
  words: {
    'DenialCode.UNAUTHENTICATED': 'Veuillez d’abord vous connecter.',
    'DenialCode.VALIDATION_FAILED': 'Certains champs ne sont pas valides.',
    'access.wrongCredentials': 'L’adresse ou le mot de passe est incorrect.',
    'conversations.takeFirst': 'Prenez d’abord la conversation.',
    'desk.atMostCharacters':
      '{most, plural, =0 {Aucun caractère} one {# caractère au plus} other {# caractères au plus}}.',
    'Presence.ONLINE': 'En ligne',
    'action.takeConversation': 'Prendre la conversation',
    'entity.Conversation': 'Conversation',
    'field.reason': 'Motif',
    'permission.staff.manage': 'Gérer le personnel',
  },
};

let server: TestServer | undefined;
afterEach(() => server?.close());

const start = async (...languages: readonly LanguageFile[]) => {
  server = await createTestServer({ store: new MemoryStore(), languages });
  const { token } = await server.staff('AD1', ['AD', 'TL']);
  const ask = async (query: string, locale: string, variables = {}) =>
    (await (server as TestServer).gql<Record<string, never>>(query, variables, {
      token,
      headers: { 'x-desk-locale': locale },
    })) as unknown as { data: Record<string, never>; errors?: readonly { message: string; extensions: object }[] };
  return { server, ask, token };
};

const ADD = `mutation ($i: AddStaffInput!) {
  r: addStaff(input: $i) { denied { code message key params fields { path message key params } } }
}`;
const NEWCOMER = { name: 'x'.repeat(2000), agentNo: 'X1', email: 'none', roles: ['PA'], password: 'short' };

describe('a third language', () => {
  test('is a file: denials, fields, codes, permissions and actions are told in it through the door', async () => {
    const { ask } = await start(pseudo());
    const { data } = await ask(ADD, 'eo', { i: NEWCOMER });
    expect(data).toMatchObject({
      r: {
        code: 'VALIDATION_FAILED',
        message: '⟦Some fields are not valid.⟧',
        key: 'DenialCode.VALIDATION_FAILED',
        fields: expect.arrayContaining([
          { path: 'email', message: '⟦Not an e-mail address.⟧', key: 'desk.emailForm', params: null },
          {
            path: 'password',
            message: '⟦At least 10 characters.⟧',
            key: 'desk.atLeastCharacters',
            params: { least: 10 },
          },
        ]) as object,
      },
    });
    const about = await ask('{ codeNames deskDescription }', 'eo');
    const { codeNames, deskDescription } = about.data as unknown as {
      codeNames: Record<string, Record<string, string>>;
      deskDescription: {
        entities: { name: string; title: object; fields: { name: string; title: object }[] }[];
        actions: { name: string; title: object; input: { properties: Record<string, { words: object }> } }[];
        titles: { permissions: Record<string, object> };
      };
    };
    // A language calls itself what it calls itself.
    const { DeskLanguage: _own, ...sets } = codeNames;
    const strange = Object.values(sets).flatMap((set) => Object.values(set).filter((word) => !word.startsWith('⟦')));
    expect(strange).toEqual([]);
    const conversation = deskDescription.entities.find(({ name }) => name === 'Conversation');
    expect(conversation?.title).toEqual({ en: 'Conversation', zh: '会话', eo: '⟦Conversation⟧' });
    expect(conversation?.fields.filter(({ title }) => !('eo' in title))).toEqual([]);
    const take = deskDescription.actions.find(({ name }) => name === 'addStaff');
    expect(take?.title).toMatchObject({ eo: expect.stringMatching(/^⟦/) as string });
    expect(take?.input.properties['email']?.words).toMatchObject({ eo: expect.stringMatching(/^⟦/) as string });
    expect(deskDescription.titles.permissions['staff.manage']).toMatchObject({
      eo: expect.stringMatching(/^⟦/) as string,
    });
  });

  test('that lacks words says English for them, and its own plurals and numbers for those it has', async () => {
    const { ask, server: running } = await start(french);
    const { data } = await ask(ADD, 'fr', { i: NEWCOMER });
    expect(data).toMatchObject({
      r: {
        message: 'Certains champs ne sont pas valides.',
        fields: expect.arrayContaining([
          expect.objectContaining({ path: 'email', message: 'Not an e-mail address.' }),
          expect.objectContaining({
            path: 'name',
            message: expect.stringMatching(/^\d+ caractères au plus\.$/) as string,
          }),
        ]) as object,
      },
    });
    expect(JSON.stringify(running.log)).toContain('a language lacks words');
  });

  test('is taken from what a browser prefers, and English and Chinese stay what they are', async () => {
    const { server: running } = await start(french);
    const messageFor = async (header: string) => {
      const query = 'mutation { r: signIn(input: { email: "a@b.ch", password: "wrong" }) { denied { message } } }';
      const { data } = await running.gql<{ r: { message: string } }>(
        query,
        {},
        {
          headers: { 'accept-language': header },
        },
      );
      return data.r.message;
    };
    expect(await messageFor('fr-CA, en;q=0.5')).toBe('L’adresse ou le mot de passe est incorrect.');
    expect(await messageFor('de, fr;q=0.3, zh;q=0.9')).toBe('邮箱或密码错误。');
    expect(await messageFor('de')).toBe('E-mail or password is wrong.');
    expect(await messageFor('fr;q=0, en')).toBe('E-mail or password is wrong.');
  });

  test('lists what it lacks, and has nothing to list when everything is there', () => {
    const whole = pseudo();
    const { 'desk.required': _, ...words } = whole.words;
    const { languages } = deskOf([french, { ...whole, words }]);
    expect(languages.missing('eo')).toEqual(['desk.required']);
    expect(languages.missing('fr').length).toBe(languages.catalogue.size - Object.keys(french.words).length);
    expect(languages.missing('zh-CN')).toEqual([]);
    expect(languages.all).toEqual(['en', 'zh-CN', 'fr', 'eo']);
    expect(deskOf([whole]).languages.missing('eo')).toEqual([]);
  });

  test.each<[string, LanguageFile, string]>([
    ['words that nothing is called', { language: 'fr', words: { 'desk.requird': 'Requis.' } }, 'desk.requird'],
    [
      'a place that the text has not',
      { language: 'fr', words: { 'desk.atMost': 'Au plus {limite}.' } },
      'has the places limite',
    ],
    [
      'a sentence that is no message',
      { language: 'fr', words: { 'desk.atMost': 'Au plus {most' } },
      'is no ICU message',
    ],
    ['no tag of a language', { language: 'français', words: {} }, 'is no tag of a language'],
    ['the name of one that is there', { language: 'en', words: {} }, 'is there already'],
  ])('with %s is refused when the desk starts', (_, file, problem) => {
    expect(() => deskOf([file])).toThrow(problem);
  });
});
