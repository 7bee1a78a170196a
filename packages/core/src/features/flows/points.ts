/** @module What flows ask of the features whose items run on them. */
import { point } from '../../kernel/point.ts';

/** How many open items run on each version of a flow. */
export const runningOn = point<
  { readonly flowId: string },
  readonly { readonly edition: number; readonly items: number }[]
>('flows.running');
