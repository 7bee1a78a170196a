/**
 * @module Says beside an answer which of its root fields were refused. A client learns of a denial even when its
 * document selects nothing of it: `extensions.denials` holds the path, code, message, fields and details of each.
 */
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { GraphQLContext } from '../graphql/viewer.ts';

export const useDenials = (): Plugin => ({
  onExecute: ({ args: { contextValue } }) => ({
    onExecuteDone({ result, setResult }) {
      const { denials } = (contextValue as unknown as GraphQLContext).viewer;
      if (denials.length > 0 && !isAsyncIterable(result))
        setResult({ ...result, extensions: { ...result.extensions, denials } });
    },
  }),
});
