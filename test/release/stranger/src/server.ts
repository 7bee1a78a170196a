import { createServer } from 'node:http';
import { createDeskServer, defineConfig, nodeListener, type DeskServer } from '@shopdesk/server';
import { features } from './feature.js';

export const config = defineConfig({ features, publicUrl: 'https://desk.example' });

export async function serve(): Promise<DeskServer> {
  const desk = await createDeskServer({ ...config, database: { dataDir: './data' }, filesFolder: './files' });
  createServer(nodeListener(desk)).listen(4000);
  return desk;
}
