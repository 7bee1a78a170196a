/**
 * @module The shop's files: style, script, icon, and pictures of products.
 */
import { readFileSync } from 'node:fs';
import { ShopError } from '@shopdesk/core';
import type { Backend } from './backend.ts';
import type { Route } from './http.ts';
import { pictureFile } from './pages/pictures.ts';

const TYPES = {
  'style.css': 'text/css; charset=utf-8',
  'shop.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const;

const file = (body: string, type: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=300',
      'access-control-allow-origin': '*',
    },
  });

/** Routes to everything that is the same for everybody. */
export function fileRoutes({ products }: Backend): readonly Route[] {
  const fixed = Object.entries(TYPES).map(([name, type]): Route => {
    const body = readFileSync(new URL(`../public/${name}`, import.meta.url), 'utf8');
    return { method: 'GET', path: `/${name}`, handle: () => file(body, type) };
  });
  const picture: Route = {
    method: 'GET',
    path: '/pictures/:file',
    handle: ({ params }) => {
      try {
        const product = products.product((params['file'] ?? '').replace(/\.svg$/, ''));
        const shown = product.variants.find(({ available }) => available) ?? product.variants[0];
        return file(pictureFile({ ...product, options: shown?.options }), 'image/svg+xml');
      } catch (error) {
        if (error instanceof ShopError && error.code === 'NOT_FOUND') return new Response('Not found', { status: 404 });
        throw error;
      }
    },
  };
  return [...fixed, picture];
}
