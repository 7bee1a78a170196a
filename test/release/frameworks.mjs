// What takes minutes to install, so only with --full: the panel by webpack in development mode and by Next.js's
// development server.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort, run } from './machine.mjs';
import { signInAt, withDesk, withServer } from './panel.mjs';

const APPS = {
  webpack: {
    dependencies: { zod: '^4.1.0' },
    devDependencies: { webpack: '^5.113.0', 'webpack-cli': '^6.0.1' },
    files: {
      'webpack.config.js':
        "export default { mode: 'development', entry: './main.js', experiments: { outputModule: true }, output: { module: true } };\n",
    },
  },
  next: {
    dependencies: { next: '^16.4.6', react: '^19.3.1', 'react-dom': '^19.3.1', zod: '^4.1.0' },
    devDependencies: {},
    files: {
      'app/layout.jsx':
        'export default ({ children }) => <html lang="en"><body style={{ margin: 0 }}>{children}</body></html>;\n',
      'app/page.jsx': `'use client';
import '@shopdesk/admin';
import { mountDesk } from '@shopdesk/widget';
import { useEffect, useState } from 'react';

export default function Page() {
  const [url, setUrl] = useState();
  useEffect(() => {
    const desk = new URLSearchParams(location.search).get('desk');
    setUrl(desk);
    const widget = mountDesk({ store: 'demo', url: desk });
    return () => widget.remove();
  }, []);
  return url && <desk-admin url={url} locale="en" style={{ height: '100vh' }} />;
}
`,
    },
  },
};

async function install(name, { folder, tarballs, node }) {
  const app = join(folder, name);
  const { dependencies, devDependencies, files } = APPS[name];
  const ours = Object.fromEntries(
    ['core', 'widget', 'admin'].map((each) => [`@shopdesk/${each}`, `file:${tarballs[each]}`]),
  );
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(app, file, '..'), { recursive: true });
    writeFileSync(join(app, file), text);
  }
  writeFileSync(
    join(app, 'package.json'),
    JSON.stringify({
      name,
      private: true,
      type: 'module',
      dependencies: { ...dependencies, ...ours },
      devDependencies,
    }),
  );
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: app, node });
  return app;
}

const TYPES = { html: 'text/html', js: 'text/javascript', mjs: 'text/javascript' };

/** Serves the stranger's page with what webpack has made of his program. */
async function served(app, work) {
  const files = (request, response) => {
    const path = new URL(request.url, 'http://any').pathname;
    const file =
      path === '/' ? 'index.html' : path.replace(/^\/main\.js$/, '/dist/main.mjs').replace(/^\/(?!dist\/)/, '/dist/');
    try {
      response.setHeader(
        'content-type',
        `${TYPES[file.split('.').pop()] ?? 'application/octet-stream'}; charset=utf-8`,
      );
      response.end(readFileSync(join(app, file)));
    } catch {
      response.writeHead(404).end();
    }
  };
  const server = createServer(files);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

export async function checkFrameworks(report, { folder, tarballs, stranger, node }) {
  const signIn =
    ({ browser, url }) =>
    (address) =>
      signInAt(browser, `${address}/?desk=${encodeURIComponent(url)}`);
  await withDesk({ stranger, node }, async (there) => {
    await report.check('<desk-admin> by webpack in development mode signs in, beside the widget', async () => {
      const app = await install('webpack', { folder, tarballs, node });
      for (const file of ['main.js', 'index.html']) cpSync(join(stranger, file), join(app, file));
      const { out } = await run(node, ['node_modules/webpack/bin/webpack.js'], { cwd: app, node });
      if (/WARNING|ERROR/.test(out)) throw new Error(out);
      await served(app, signIn(there));
    });
    await report.check('<desk-admin> by Next.js’s development server signs in, beside the widget', async () => {
      const app = await install('next', { folder, tarballs, node });
      const env = { NEXT_TELEMETRY_DISABLED: '1' };
      await withServer(
        node,
        ['node_modules/next/dist/bin/next', 'dev', '--hostname', '127.0.0.1', '--port', await freePort()],
        { cwd: app, node, env },
        signIn(there),
      );
    });
  }).catch((error) => report.count('a desk and a browser for the frameworks', error.message));
}
