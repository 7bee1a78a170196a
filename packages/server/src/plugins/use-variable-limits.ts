/**
 * @module How deep the variables of a request may be nested. Whatever reads them later (types, filters, schemas)
 * follows them level by level and would run out of stack.
 */
import { isTooDeep, sayEnglish, TOO_DEEP } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** For who writes the request: it is none that a person filled in. */
const MESSAGE = sayEnglish(TOO_DEEP);

export const useVariableLimits = (): Plugin => ({
  onParams({ params: { variables, extensions } }) {
    if (!isTooDeep(variables) && !isTooDeep(extensions)) return;
    const extensionsOfError = {
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'variables', message: MESSAGE }],
      http: { status: 400 },
    };
    throw new GraphQLError(MESSAGE, { extensions: extensionsOfError });
  },
});
