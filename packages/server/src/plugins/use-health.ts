/**
 * @module `/healthz` says that the process lives, `/readyz` that it can serve: the database answers, its schema is the
 * one of this version, and nobody has asked the process to stop.
 */
import type { Plugin } from 'graphql-yoga';
import { json } from '../http/json-response.ts';
import type { ServerContext } from '../http/server-context.ts';

/** Why the server cannot serve now; empty when it can. */
export type Readiness = () => Promise<readonly string[]>;

export const useHealth = (readiness: Readiness): Plugin<object, ServerContext> => ({
  async onRequest({ serverContext: { path }, endResponse }) {
    if (path === '/healthz') endResponse(json(200, { status: 'ok' }));
    if (path !== '/readyz') return;
    const problems = await readiness();
    endResponse(problems.length === 0 ? json(200, { status: 'ready' }) : json(503, { status: 'not ready', problems }));
  },
});
