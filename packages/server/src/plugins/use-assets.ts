/**
 * @module The built widget and panel. Any page may load the widget's files; the panel's page runs nothing but its own
 * scripts and is framed by nobody.
 */
import type { Plugin } from 'graphql-yoga';
import { AssetFolder, assetResponse } from '../http/asset-folder.ts';
import type { ServerContext } from '../http/server-context.ts';

export interface AssetFolders {
  /** Folder with `widget.js` and, in `widget/`, what that loads later. */
  readonly widget?: string | undefined;
  /** Folder with the panel's `index.html` and what it loads. */
  readonly admin?: string | undefined;
}

/** The page of any shop may embed it; it comes as a script and by `import()`. */
const PUBLIC = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/** Lit needs its one Trusted Types policy. */
const PANEL_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' blob: data:", "media-src 'self' blob:", "font-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html',
].join('; ');
const PAGE = { 'content-security-policy': PANEL_POLICY, 'cross-origin-opener-policy': 'same-origin' };

export function useAssets({ widget, admin }: AssetFolders): Plugin<object, ServerContext> {
  const widgetFiles = widget ? new AssetFolder(widget) : undefined;
  const adminFiles = admin ? new AssetFolder(admin) : undefined;
  return {
    async onRequest({ request, serverContext: { path }, endResponse }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      const end = (response: Response) => endResponse(request.method === 'HEAD' ? new Response(null, response) : response);
      if (widgetFiles && (path === '/widget.js' || path.startsWith('/widget/'))) {
        const asset = await widgetFiles.get(path.slice(1));
        if (asset) end(assetResponse(asset, request, PUBLIC));
      }
      if (adminFiles && path === '/admin') end(new Response(null, { status: 308, headers: { location: '/admin/' } }));
      if (adminFiles && path.startsWith('/admin/')) end(await panel(adminFiles, path.slice('/admin/'.length), request));
    },
  };
}

/** A path without a file's ending is a page of the panel itself, whatever its router makes of it. */
async function panel(files: AssetFolder, name: string, request: Request): Promise<Response> {
  const page = !/\.\w+$/.test(name);
  const asset = await files.get(page ? 'index.html' : name);
  return asset ? assetResponse(asset, request, page || name === 'index.html' ? PAGE : {}) : new Response('Not found.', { status: 404 });
}
