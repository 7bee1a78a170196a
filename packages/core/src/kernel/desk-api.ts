/** @module What a desk of known features may be asked: by feature, and by the name of an action or a view alone. */
import type { call } from './action.ts';
import type { Feature, FeatureApi } from './feature.ts';

/** Every call by its feature. Of features that are not known by name nothing can be said. */
export type DeskApi<F extends readonly Feature[]> = string extends F[number]['name']
  ? object
  : { readonly [N in F[number]['name']]: FeatureApi<Extract<F[number], { name: N }>> };

/** What a call takes and what it answers. */
export interface NamedCall {
  readonly input: unknown;
  readonly answer: unknown;
}

type NamesOf<Calls> = Calls extends unknown ? keyof Calls : never;
type Named<Calls, N> = Calls extends unknown ? (N extends keyof Calls ? Calls[N] : never) : never;
type AsNamed<Definition> = Definition extends {
  readonly [call]: (input: infer I, ...options: never[]) => Promise<infer A>;
}
  ? { readonly input: I; readonly answer: A }
  : never;
type ByName<Calls> = { readonly [N in NamesOf<Calls> & string]: AsNamed<Named<Calls, N>> };

/** Actions by their names, which are unique among all features; any name where the features are not known. */
export type DeskActions<F extends readonly Feature[]> = string extends F[number]['name']
  ? Readonly<Record<string, NamedCall>>
  : ByName<F[number]['actions']>;

/** Views by their names, which are unique among all features; any name where the features are not known. */
export type DeskViews<F extends readonly Feature[]> = string extends F[number]['name']
  ? Readonly<Record<string, NamedCall>>
  : ByName<F[number]['views']>;
