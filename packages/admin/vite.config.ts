/**
 * @module Builds the panel's page: `index.html` and hashed chunks under `/admin/`, and `panel-files.json`, the files
 * that are loaded until the inbox can be used, and `words.json`, what a file of a third language fills in.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { bareDocuments } from '../widget/build/bare-documents.mjs';
import { minifyTemplates } from '../widget/build/minify-templates.mjs';
import { panelWords } from '../widget/build/page-words.mjs';

/** What a person needs before he can work: to sign in, and the inbox with one conversation. */
const UNTIL_USABLE = [
  'src/browser.ts',
  'src/features/conversations/inbox-page.ts',
  'src/features/conversations/offers.ts',
];

/**
 * Files with a name of their own: many small ones compress badly, and each is a request. `base` is whatever is there
 * before any page is, and becomes one with the entry; `page` is what most pages stand on; `timeline` what shows a
 * conversation.
 */
const GROUPS = [
  { name: 'base', tags: ['$initial' as const] },
  { name: 'timeline', test: /\/widget\/src\/elements\/(?!index|desk-emoji|desk-stars)|\/elements-look\.ts$/ },
  {
    name: 'page',
    test: /\/(?:desk\/act|kit\/marked-text|kit\/pages|client\/attachment-link|operations\/conversations|hold-words|transfers)\.ts$/,
  },
];

interface Chunk {
  readonly fileName: string;
  readonly imports: readonly string[];
  readonly facadeModuleId: string | null;
}

/** Our packages are built from their sources, lit from its production build: both hide behind a condition. */
function sourcesOf(name: string) {
  const folder = new URL(`../${name}/`, import.meta.url);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as {
    exports: Record<string, Record<'@shopdesk/source', string>>;
  };
  return Object.entries(exports).map(([path, conditions]) => ({
    find: new RegExp(`^@shopdesk/${name}${path.slice(1).replace('*', '(.+)')}$`),
    replacement: fileURLToPath(new URL(conditions['@shopdesk/source'], folder)).replace('*', '$1'),
  }));
}

/** The entries with everything they import at once; what is loaded on demand is not in it. */
function filesUntilUsable(chunks: readonly Chunk[], root: string): string[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<string>();
  const follow = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const next of byFile.get(file)?.imports ?? []) follow(next);
  };
  for (const entry of UNTIL_USABLE) {
    const chunk = chunks.find(
      ({ facadeModuleId }) =>
        facadeModuleId === root + entry || (entry === 'src/browser.ts' && facadeModuleId?.endsWith('index.html')),
    );
    if (!chunk) throw new Error(`${entry} is no chunk of its own any more`);
    follow(chunk.fileName);
  }
  return ['index.html', 'page.css', 'icon.svg', ...found];
}

const panelFiles = (): Plugin => {
  let root = '';
  return {
    name: 'panel-files',
    configResolved: (config) => void (root = `${config.root}/`),
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      this.emitFile({
        type: 'asset',
        fileName: 'panel-files.json',
        source: `${JSON.stringify(filesUntilUsable(chunks, root), null, 2)}\n`,
      });
      const words = await panelWords(fileURLToPath(new URL('../../', import.meta.url)));
      this.emitFile({ type: 'asset', fileName: 'words.json', source: JSON.stringify(words) });
    },
  };
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, because the desk may be mounted below a prefix; the server says at every page how far up that is.
  base: './',
  // Named here, because a NODE_ENV of the caller (a test run, say) would choose lit's development build.
  resolve: { alias: [...sourcesOf('core'), ...sourcesOf('widget')], conditions: ['module', 'browser', 'production'] },
  plugins: [minifyTemplates({ betweenTags: ' ' }), bareDocuments(), panelFiles()],
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 200,
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') },
      output: { codeSplitting: { groups: GROUPS } },
    },
  },
});
