/**
 * @module Serves the playground from the sources: `node packages/widget/dev/serve.mjs`, then open the printed address.
 */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const browserNode = fileURLToPath(new URL('../../../scripts/browser-node.mjs', import.meta.url));

/** The page has the desk in it (decision 0065). */
const deskInPage = {
  name: 'desk-in-page',
  transformIndexHtml: () => [
    {
      tag: 'script',
      attrs: { type: 'module' },
      children: `import { Buffer } from '/scripts/browser-node.mjs'; globalThis.Buffer = Buffer;`,
      injectTo: 'head-prepend',
    },
  ],
};

const server = await createServer({
  plugins: [deskInPage],
  define: { 'process.nextTick': 'queueMicrotask' },
  configFile: false,
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../dist/.vite', import.meta.url)),
  resolve: {
    conditions: ['@shopdesk/source', 'development', 'module', 'browser', 'default'],
    alias: { 'node:buffer': browserNode, 'node:zlib': browserNode },
  },
  server: { port: Number(process.env.PORT ?? 0), host: '127.0.0.1', hmr: false, watch: null },
  appType: 'mpa',
});
await server.listen();
console.log(new URL('packages/widget/dev/index.html', server.resolvedUrls.local[0]).href);
