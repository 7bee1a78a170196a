// Serves the tests of a package to the browser from one bundle: a page asks for its own file and what the tests share,
// instead of nearly nine hundred modules one by one.
import { globSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const browserNode = join(root, 'scripts/browser-node.mjs');

/** A middleware that answers with the browser tests of the package in `folder`; the runner's root is the repository. */
export async function bundledTests(folder) {
  const entryPoints = globSync('{src,test}/**/*.test.ts', { cwd: folder }).filter(
    (file) => !file.endsWith('.node.test.ts'),
  );
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints,
    outbase: folder,
    outdir: folder,
    chunkNames: 'bundled/[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(folder, 'tsconfig.json'),
    conditions: ['@shopdesk/source', 'development', 'browser'],
    inject: [browserNode],
    alias: { 'node:buffer': browserNode, 'node:zlib': browserNode },
    define: { 'process.nextTick': 'queueMicrotask' },
    sourcemap: 'linked',
    metafile: true,
    write: false,
  });
  const served = new Map(outputFiles.map(({ path, contents }) => [`/${relative(root, path)}`, Buffer.from(contents)]));
  const address = (path) => `/${relative(root, join(folder, path))}`;
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs))
    if (entryPoint) served.set(address(entryPoint), served.get(address(output)));
  return (context, next) => {
    const body = served.get(context.path);
    if (!body) return next();
    context.type = context.path.endsWith('.map') ? 'application/json' : 'text/javascript';
    context.body = body;
    return undefined;
  };
}
