/** @module The doors of all features, as one: each lies beside its feature, in `testing/door.ts`. */
import type { Door } from './door.ts';

const modules = import.meta.glob<Readonly<Record<string, Door>>>('../*/testing/door.ts', { eager: true });

export const standardDoors: readonly Door[] = Object.values(modules).flatMap((module) => Object.values(module));
