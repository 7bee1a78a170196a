export interface Crossing {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly past: boolean;
  readonly target: string;
}

export function crossings(files?: readonly { readonly path: string; readonly text: string }[]): Crossing[];
export function largestComponent(edges: readonly Crossing[]): number;
export function undeclared(edges: readonly Crossing[], required: ReadonlyMap<string, readonly string[]>): Crossing[];
