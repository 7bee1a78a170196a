/** @module Every state of the widget on a page, without a server. */
import { createWidgetDesk } from '../test/widget-desk.ts';
import { scenes } from './scenes.ts';

const asked = new URLSearchParams(location.search);
const scene = asked.get('scene') ?? 'chat';

for (const name of Object.keys(scenes)) {
  const link = document.createElement('a');
  const query = new URLSearchParams(asked);
  query.set('scene', name);
  link.href = `?${query}`;
  link.textContent = name;
  document.querySelector('#scenes')?.append(document.createElement('li'));
  document.querySelector('#scenes')?.lastElementChild?.append(link);
}

localStorage.clear();
sessionStorage.clear();
if (asked.get('dir')) document.documentElement.dir = asked.get('dir') ?? '';
const desk = await createWidgetDesk({ presence: scene.startsWith('offline') ? 'OFFLINE' : 'ONLINE' });
const options = Object.fromEntries(
  ['locale', 'scheme', 'colour', 'position', 'consent']
    .map((name) => [name, asked.get(name)])
    .filter(([, value]) => value),
);
const handle = desk.mount(options);
await scenes[scene]?.(desk, handle);
document.body.dataset['ready'] = scene;
