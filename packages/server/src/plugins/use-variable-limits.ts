/**
 * @module How deep the variables of a request may be nested. Whatever reads them later (types, filters, schemas)
 * follows them level by level and would run out of stack.
 */
import { isTooDeep, TOO_DEEP } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

export const useVariableLimits = (): Plugin => ({
  onParams({ params: { variables, extensions } }) {
    if (!isTooDeep(variables) && !isTooDeep(extensions)) return;
    const extensionsOfError = {
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'variables', message: TOO_DEEP }],
      http: { status: 400 },
    };
    throw new GraphQLError(TOO_DEEP, { extensions: extensionsOfError });
  },
});
