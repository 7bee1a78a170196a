import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AssetFolders } from '../plugins/use-assets.ts';

/** The folder beside this package's own: `node_modules/@shopdesk`, or `packages` in the repository. */
const NEIGHBOURS = fileURLToPath(new URL('../../..', import.meta.url));

function built(name: string, file: string, folder: string): string | undefined {
  const places = [join(folder, 'node_modules', '@shopdesk', name), join(NEIGHBOURS, name)].map((place) => join(place, 'dist', 'browser'));
  return places.find((place) => existsSync(join(place, file)));
}

/** The built widget and panel, where their packages are installed. */
export function builtAssets(folder: string): AssetFolders {
  const [widget, admin] = [built('widget', 'widget.js', folder), built('admin', 'index.html', folder)];
  return { ...(widget ? { widget } : {}), ...(admin ? { admin } : {}) };
}
