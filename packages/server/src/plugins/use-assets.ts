/**
 * @module The built widget and panel. Any page may load the widget's files; the panel's page runs nothing but its own
 * scripts and is framed by nobody.
 */
import type { Plugin } from 'graphql-yoga';
import { AssetFolder, assetResponse, type Asset, type AssetFolders } from '../http/asset-folder.ts';
import type { EarlierBuilds } from '../http/earlier-builds.ts';
import type { ServerContext } from '../http/server-context.ts';
import type { LanguageAssets } from '../languages/language-assets.ts';

export interface UseAssetsOptions {
  readonly assets: AssetFolders;
  readonly languages: LanguageAssets;
  /** Absent where nothing is kept from one start to the next. */
  readonly earlier: EarlierBuilds | undefined;
}

/** What is told where a package is not installed. */
const MISSING = (name: string) =>
  new Response(`Not found. The package @shopdesk/${name} is not installed beside this desk.\n`, { status: 404 });

/** The page of any shop may embed it; it comes as a script and by `import()`. */
const PUBLIC = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/**
 * Lit needs its one Trusted Types policy. Pictures come from anywhere: those of products stand wherever a shop keeps
 * them, and a picture runs nothing.
 */
const PANEL_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src * blob: data:',
  "media-src 'self' blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');
const PAGE = { 'content-security-policy': PANEL_POLICY, 'cross-origin-opener-policy': 'same-origin' };

export function useAssets({
  assets: { widget, admin },
  languages,
  earlier,
}: UseAssetsOptions): Plugin<object, ServerContext> {
  const widgetFiles = widget ? new AssetFolder(widget, earlier?.folderOf('widget')) : undefined;
  const adminFiles = admin ? new AssetFolder(admin, earlier?.folderOf('admin')) : undefined;
  return {
    async onRequest({ request, serverContext: { path }, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const end = (response: Response) =>
        endResponse(request.method === 'HEAD' ? new Response(null, response) : response);
      if (path === '/widget.js' || path.startsWith('/widget/')) {
        if (!widgetFiles) return end(MISSING('widget'));
        const name = path.slice(1);
        const asset = languages.get('widget', path.slice('/widget/'.length)) ?? (await widgetFiles.get(name));
        if (asset) end(assetResponse(asset, request, PUBLIC));
      } else if (path === '/admin' || path.startsWith('/admin/')) {
        if (!adminFiles) return end(MISSING('admin'));
        // Relative to the address that was asked for, whatever prefix that has.
        if (path === '/admin') return end(new Response(null, { status: 308, headers: { location: './admin/' } }));
        const name = path.slice('/admin/'.length);
        const words = languages.get('admin', name);
        end(words ? assetResponse(words, request, {}) : await panel(adminFiles, name, request));
      }
    },
  };
}

/** A path without a file's ending is a page of the panel itself, whatever its router makes of it. */
async function panel(files: AssetFolder, name: string, request: Request): Promise<Response> {
  if (/\.\w+$/.test(name) && name !== 'index.html') {
    const asset = await files.get(name);
    return asset ? assetResponse(asset, request, {}) : new Response('Not found.', { status: 404 });
  }
  const page = await files.get('index.html');
  return page
    ? assetResponse(above(page, name.split('/').length - 1), request, PAGE)
    : new Response('Not found.', { status: 404 });
}

/** The page for an address so many folders further down: what it loads is that far up. */
function above(page: Asset, folders: number): Asset {
  if (folders === 0) return page;
  const html = Buffer.from(page.plain)
    .toString()
    .replaceAll('="./', `="${'../'.repeat(folders)}`);
  return { ...page, etag: page.etag.replace(/"$/, `-${folders}"`), plain: Buffer.from(html), encoded: new Map() };
}
