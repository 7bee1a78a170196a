import type { Desk, RowOf, Store, SystemActor } from '@shopdesk/core';
import type { features } from './feature.js';

const SET_UP: SystemActor = { kind: 'system', tenantId: 'mine', name: 'set up' };

/** Actions by their names, the stranger's own among them: the compiler knows what each takes and answers. */
export async function byName(desk: Desk<typeof features>): Promise<string> {
  const store: RowOf<typeof Store> = await desk.perform(SET_UP, 'createStore', { name: 'My shop', key: 'my-shop' });
  const { text }: { text: string } = await desk.perform(SET_UP, 'greet', { name: store.name });
  const hits: number = (await desk.show(SET_UP, 'searchArticles', { text, first: 5 })).hits.length;
  // @ts-expect-error an action that no feature has
  await desk.perform(SET_UP, 'greetAll', { name: 'Ada' });
  // @ts-expect-error a field of another type
  await desk.perform(SET_UP, 'greet', { name: 7 });
  // @ts-expect-error a field that is missing
  await desk.perform(SET_UP, 'createStore', { name: 'My shop' });
  // @ts-expect-error a field that the answer does not have
  await desk.perform(SET_UP, 'greet', { name: 'Ada' }).then(({ greeting }) => greeting);
  // @ts-expect-error a view is no action
  await desk.perform(SET_UP, 'searchArticles', { text });
  return `${text} ${hits}`;
}
