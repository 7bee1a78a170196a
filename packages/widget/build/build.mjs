/**
 * @module Builds what browsers load: `widget.js`, one classic script without imports, and the chunks that it loads
 * later. `manifest.json` says which files make up what. The package for builds of one's own comes from `tsc`.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { build } from 'vite';
import { bareDocuments } from './bare-documents.mjs';
import { minifyTemplates } from './minify-templates.mjs';
import { packSmaller } from './pack-smaller.mjs';
import { widgetWords } from './page-words.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const outDir = `${root}dist/browser/`;

/** Our packages are built from their sources, lit from its production build: both hide behind a condition. */
function sourcesOf(name) {
  const folder = new URL(`../../${name}/`, import.meta.url);
  const { exports } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
  return Object.entries(exports).map(([path, conditions]) => ({
    find: new RegExp(`^@shopdesk/${name}${path.slice(1).replace('*', '(.+)')}$`),
    replacement: fileURLToPath(new URL(conditions['@shopdesk/source'], folder)).replace('*', '$1'),
  }));
}

const shared = {
  configFile: false,
  root,
  logLevel: 'warn',
  // Named here, because a NODE_ENV of the caller would choose lit's development build.
  resolve: { alias: sourcesOf('core'), conditions: ['module', 'browser', 'production'] },
  define: { 'process.env.NODE_ENV': '"production"' },
};

/** Parts of the client that come later than its other parts, though all are exported by one module. */
const LATER =
  /\/core\/src\/client\/(back-step|upload|attachment-link|file-fault|shopper-identity|identity-claims|conversation-feed|shared-stream|timeline|operations\/(aftersales|conversation-later|customers|identity|mutation|orders))\.ts$/;
/** What is decided about text where forms come, which is later than the chat. */
const LATER_TEXT = /\/core\/src\/(kernel\/clip|text\/(pasted|address-parts))\.ts$/;
/** What the pages of self-service share; the first of them brings it. */
const PAGES = /\/widget\/src\/self-service\/(?!desk-|words)/;
const CLIENT = /\/core\/src\/client\//;

/** What always comes together is one file: it packs better and takes one request. */
function chunkOf(id, context) {
  const comesWith = (entry, found = new Set()) => {
    if (found.has(entry)) return found;
    found.add(entry);
    const { importedIds = [] } = context.getModuleInfo(entry) ?? {};
    for (const next of importedIds) if (!CLIENT.test(next)) comesWith(next, found);
    return found;
  };
  if (id.endsWith('/client/pasted-files.ts')) return 'chat';
  if (LATER_TEXT.test(id)) return null;
  if (PAGES.test(id)) return 'pages';
  if (CLIENT.test(id)) return LATER.test(id) ? null : 'connection';
  if (comesWith(`${root}src/connection/connection.ts`).has(id)) return 'connection';
  if (comesWith(`${root}src/shell/chat.ts`).has(id)) return 'chat';
  return comesWith(`${root}src/shell/chat-timeline.ts`).has(id) ? 'timeline' : null;
}

async function buildChunks() {
  const [result] = await build({
    ...shared,
    plugins: [minifyTemplates(), bareDocuments()],
    build: {
      target: 'es2022',
      outDir: `${outDir}widget`,
      emptyOutDir: true,
      minify: true,
      modulePreload: false,
      lib: {
        entry: {
          chat: `${root}src/shell/chat.ts`,
          connection: `${root}src/connection/connection.ts`,
          look: `${root}src/launcher/look.ts`,
        },
        formats: ['es'],
      },
      rollupOptions: {
        treeshake: { moduleSideEffects: (id) => !id.includes('/core/src/') },
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]-[hash:6].js',
          chunkFileNames: '[name]-[hash:7].js',
          minify: true,
          codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'together' }] },
        },
      },
    },
  });
  return result.output.filter(({ type }) => type === 'chunk');
}

async function buildLoader(chunks) {
  const entry = (name) => JSON.stringify(chunks.find((chunk) => chunk.isEntry && chunk.name === name).fileName);
  await build({
    ...shared,
    plugins: [minifyTemplates(), bareDocuments()],
    define: { ...shared.define, CHAT: entry('chat'), CONNECTION: entry('connection'), LOOK: entry('look') },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: false,
      minify: true,
      lib: { entry: `${root}src/loader.ts`, formats: ['iife'], name: 'ShopdeskLoader', fileName: () => 'widget.js' },
    },
  });
}

function writeManifest(chunks) {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const closure = (fileName, found = new Set()) => {
    if (found.has(fileName)) return found;
    found.add(fileName);
    for (const next of byFile.get(fileName).imports) closure(next, found);
    return found;
  };
  const entry = (name) => chunks.find((chunk) => chunk.isEntry && chunk.name === name);
  const language = (name) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/texts/${name}.ts`));
  const files = (set) => [...set].map((file) => `widget/${file}`);
  const manifest = {
    launcher: ['widget.js'],
    connection: files(closure(entry('connection').fileName)),
    chat: files(closure(entry('chat').fileName)),
    files: ['widget.js', ...chunks.map(({ fileName }) => `widget/${fileName}`)],
    languages: { 'zh-CN': files(closure(language('zh-cn').fileName)), en: files(closure(language('en').fileName)) },
  };
  writeFileSync(`${outDir}manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A build can succeed with syntax that browsers do not know; every file is parsed as ES2022. @throws SyntaxError */
function checkSyntax() {
  const check = (folder, sourceType) => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.js'))) {
      try {
        parse(readFileSync(folder + file, 'utf8'), { ecmaVersion: 2022, sourceType });
      } catch (error) {
        throw new SyntaxError(`${file} is not ES2022: ${error.message}`, { cause: error });
      }
    }
  };
  check(outDir, 'script');
  check(`${outDir}widget/`, 'module');
}

/** The package can be imported where there is no page. @throws Error */
async function checkServerImport() {
  const { mountDesk } = await import('../src/index.ts');
  if (mountDesk({ store: 'any' }) !== null) throw new Error('mountDesk does something on a server.');
}

rmSync(outDir, { recursive: true, force: true });
const chunks = await buildChunks();
await buildLoader(chunks);
await packSmaller(outDir, false);
await packSmaller(`${outDir}widget/`, true);
writeManifest(chunks);
writeFileSync(
  `${outDir}words.json`,
  JSON.stringify(await widgetWords(fileURLToPath(new URL('../../../', import.meta.url)))),
);
checkSyntax();
await checkServerImport();
