/** @module The scenes of all features, as one. */
import { accessScenes } from '../access/testing/scenes.ts';
import { aftersalesScenes } from '../aftersales/testing/scenes.ts';
import { botScenes } from '../answer-bot/testing/scenes.ts';
import { customerScenes } from '../customers/testing/scenes.ts';
import { guardScenes } from '../guard/testing/scenes.ts';
import { savedViewScenes } from '../saved-views/testing/scenes.ts';
import { scriptScenes } from '../scripts/testing/scenes.ts';
import { shopEventScenes } from '../shop-events/testing/scenes.ts';
import { readingScenes } from '../understanding/testing/scenes.ts';
import { conversationScenes } from '../conversations/testing/scenes.ts';
import { effectScenes } from '../effects/testing/scenes.ts';
import { escalationScenes } from '../escalations/testing/scenes.ts';
import { knowledgeScenes } from '../knowledge/testing/scenes.ts';
import { macroScenes } from '../macros/testing/scenes.ts';
import { orderScenes } from '../orders/testing/scenes.ts';
import { policyScenes } from '../policies/testing/scenes.ts';
import { routingScenes } from '../routing/testing/scenes.ts';
import { shiftScenes } from '../shifts/testing/scenes.ts';
import type { Scenes } from './scene.ts';

const ALL: readonly Scenes[] = [
  accessScenes,
  conversationScenes,
  escalationScenes,
  shiftScenes,
  knowledgeScenes,
  policyScenes,
  orderScenes,
  aftersalesScenes,
  effectScenes,
  macroScenes,
  routingScenes,
  botScenes,
  customerScenes,
  guardScenes,
  savedViewScenes,
  scriptScenes,
  shopEventScenes,
  readingScenes,
];

const joined = <K extends keyof Scenes>(part: K): NonNullable<Scenes[K]> =>
  Object.assign({}, ...ALL.map((scenes) => scenes[part] ?? {})) as NonNullable<Scenes[K]>;

/** In the order in which their rows are made. */
export const standardScenes: Required<Scenes> = {
  rows: joined('rows'),
  own: joined('own'),
  kinds: joined('kinds'),
  beside: joined('beside'),
  inputs: joined('inputs'),
  calls: joined('calls'),
  excused: joined('excused'),
};
