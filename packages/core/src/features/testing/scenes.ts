/** @module The scenes of all features, as one: each lies beside its feature, in `testing/scenes.ts`. */
import { layered } from '../../kernel/order.ts';
import { standardFeatures } from '../index.ts';
import type { Scenes } from './scene.ts';

declare global {
  interface ImportMeta {
    /** Vite's: modules by their paths. */
    glob<Module>(pattern: string, options: { readonly eager: true }): Readonly<Record<string, Module>>;
  }
}

const modules = import.meta.glob<Readonly<Record<string, Scenes>>>('../*/testing/scenes.ts', { eager: true });
const folderOf = (feature: string) => feature.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** In the order of what the features build on, which is that in which their rows are made. */
const ALL: readonly Scenes[] = layered(standardFeatures).flatMap(({ name }) =>
  Object.values(modules[`../${folderOf(name)}/testing/scenes.ts`] ?? {}),
);

const joined = <K extends keyof Scenes>(part: K): NonNullable<Scenes[K]> =>
  Object.assign({}, ...ALL.map((scenes) => scenes[part] ?? {})) as NonNullable<Scenes[K]>;

export const standardScenes: Required<Scenes> = {
  rows: joined('rows'),
  own: joined('own'),
  kinds: joined('kinds'),
  beside: joined('beside'),
  inputs: joined('inputs'),
  calls: joined('calls'),
  excused: joined('excused'),
};
