/**
 * @module Serves the playground from the sources: `node packages/widget/dev/serve.mjs`, then open the printed address.
 */
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../dist/.vite', import.meta.url)),
  resolve: { conditions: ['@shopdesk/source', 'development', 'module', 'browser', 'default'] },
  server: { port: Number(process.env.PORT ?? 0), host: '127.0.0.1', hmr: false, watch: null },
  appType: 'mpa',
});
await server.listen();
console.log(new URL('packages/widget/dev/index.html', server.resolvedUrls.local[0]).href);
