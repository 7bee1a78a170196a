import { expect } from '@open-wc/testing';
import { describe, it } from '../../test/suite.ts';
import { launcherTexts } from './launcher-texts.ts';
import { fetchLook } from './look.ts';
import type { DeskOptions } from './options.ts';

/** A desk of which this page may read its script, and perhaps its answers. */
const desk = (answers: boolean, script: boolean) =>
  (async (input: RequestInfo | URL) => {
    const isScript = String(input).endsWith('/widget.js');
    if (isScript ? !script : !answers) throw new TypeError('Failed to fetch');
    return new Response(
      isScript ? null : JSON.stringify({ data: { widgetSettings: { look: { colour: '#112233', position: 'end' } } } }),
    );
  }) as typeof fetch;

async function warningsOf(fetch: typeof globalThis.fetch, unnamed: boolean): Promise<string[]> {
  const options: DeskOptions = { store: 'demo', url: 'https://desk.example/', fetch };
  const warn = console.warn;
  const warnings: string[] = [];
  console.warn = (said: unknown) => void warnings.push(String(said));
  try {
    await fetchLook([], options, () => undefined, launcherTexts);
    expect(options.unnamed ?? false).to.equal(unnamed);
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe('a page that no store names', () => {
  it('is told so once in the console, with where to name it', async () => {
    const [warning, ...more] = await warningsOf(desk(false, true), true);
    expect(warning).to.contain(location.origin).and.to.contain('Stores, Embedding');
    expect(more).to.deep.equal([]);
  });

  it('is told nothing when it is named, or when the desk cannot be reached at all', async () => {
    expect(await warningsOf(desk(true, true), false)).to.deep.equal([]);
    expect(await warningsOf(desk(false, false), false)).to.deep.equal([]);
  });

  it('is told nothing while the desk is in trouble: one that answers with an error has not refused the page', async () => {
    const broken = (async (input: RequestInfo | URL) =>
      String(input).endsWith('/widget.js')
        ? new Response(null)
        : new Response('{"errors":[{"message":"Away"}]}', { status: 500 })) as typeof fetch;
    expect(await warningsOf(broken, false)).to.deep.equal([]);
  });
});

describe('a desk that speaks a third language', () => {
  const asked: string[] = [];
  const french = (async (input: RequestInfo | URL) => {
    asked.push(String(input));
    const look = { colour: '#112233', position: 'end' };
    if (String(input).endsWith('/languages.json')) return new Response('["en","zh-CN","fr"]');
    const words = { 'launcher.open': 'Écrivez-nous' };
    return new Response(
      JSON.stringify(String(input).endsWith('/fr.json') ? words : { data: { widgetSettings: { look } } }),
    );
  }) as typeof fetch;

  it('has its button say it to whoever asks for it, and what is not translated in English', async () => {
    const words: typeof launcherTexts = { ...launcherTexts };
    const options: DeskOptions = { store: 'demo', url: 'https://desk.example/', locale: 'fr-CA', fetch: french };
    let kept = '';
    const look = await fetchLook([], options, (text) => (kept = text), words);
    expect(look[3]).to.equal('fr');
    expect(kept).to.match(/^#112233 end \d+ fr en,zh-CN,fr$/);
    expect(words['fr']).to.deep.equal({ ...launcherTexts.en, open: 'Écrivez-nous' });
    expect(asked).to.include('https://desk.example/widget/languages/fr.json');
  });

  it('loads nothing of it for those who read English or Chinese', async () => {
    asked.length = 0;
    const words: typeof launcherTexts = { ...launcherTexts };
    for (const locale of ['en-GB', 'zh-TW']) {
      const look = await fetchLook([], { store: 'demo', locale, fetch: french }, () => undefined, words);
      expect(look[3]).to.equal('');
    }
    expect(asked.some((address) => address.includes('languages'))).to.equal(false);
    expect(Object.keys(words)).to.deep.equal(['en', 'zh-CN']);
  });
});
