/**
 * @module What leaves a resolver when something fails: a denial with its code, "try again" when the database is away,
 * and for a bug nothing but the fact (the log has the rest).
 */
import { DeniedError, deny, ShopError, StoreUnavailableError, type Denial } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import { inLanguage, type Question } from './denial-text.ts';
import type { Viewer } from './viewer.ts';

/** Whom a failure is told, and who writes it down. */
export type Reader = Pick<Viewer, 'locale' | 'desk' | 'report'>;

/** Errors of the transport: they say nothing about what was asked. */
export const TRANSPORT_MESSAGES = {
  INTERNAL: { en: 'Unexpected error.', 'zh-CN': '发生意外错误。' },
  SERVICE_UNAVAILABLE: { en: 'The service is not available at the moment.', 'zh-CN': '服务暂时不可用。' },
} as const;

/** How long a client waits before it tries again, in seconds. */
const RETRY_AFTER = '2';

const transportError = (code: keyof typeof TRANSPORT_MESSAGES, { locale }: Reader, http?: object) =>
  new GraphQLError(TRANSPORT_MESSAGES[code][locale], { extensions: { code, ...(http ? { http } : {}) } });

/** The error of a denied query, with everything that a client can act on. */
export function denialError({ code, message, fields, details }: Denial): GraphQLError {
  const extensions = { code, ...(fields ? { fields } : {}), ...(details ? { details } : {}) };
  return new GraphQLError(message, { extensions: { ...extensions, ...httpOf(code, details) } });
}

function httpOf(code: Denial['code'], details: Denial['details']): object {
  if (code !== 'RATE_LIMITED') return {};
  return { http: { status: 429, headers: { 'retry-after': String(details?.['retryAfterSeconds'] ?? 60) } } };
}

/** The denial that was thrown, if it was one; a shop that is down is nobody's bug. */
function denialOf(error: unknown): Denial | undefined {
  if (error instanceof DeniedError) return error.denial;
  return error instanceof ShopError && error.code === 'UNAVAILABLE' ? deny('SHOP_UNAVAILABLE') : undefined;
}

/** Turns whatever was thrown into what the viewer may know of it. */
export function failure(error: unknown, reader: Reader, question?: Question): GraphQLError {
  const denial = denialOf(error);
  if (denial) return denialError(inLanguage(denial, reader, question));
  if (error instanceof GraphQLError) return error;
  if (error instanceof StoreUnavailableError)
    return transportError('SERVICE_UNAVAILABLE', reader, { status: 503, headers: { 'retry-after': RETRY_AFTER } });
  reader.report(error);
  return transportError('INTERNAL', reader);
}

/** A denial as what a mutation answers. */
export class Denied {
  readonly code: Denial['code'];
  readonly message: string;
  readonly fields: Denial['fields'];
  readonly details: Denial['details'];

  constructor({ code, message, fields, details }: Denial) {
    this.code = code;
    this.message = message;
    this.fields = fields;
    this.details = details;
  }
}

/** Does what a mutation asks; a denial is an answer, except "too often", which is told to the transport as well. */
export async function answered(viewer: Viewer, work: () => Promise<unknown>, question?: Question): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const denial = denialOf(error);
    if (denial && denial.code !== 'RATE_LIMITED') return new Denied(inLanguage(denial, viewer, question));
    throw failure(error, viewer, question);
  }
}

/** Does what a query asks; a denial is an error. */
export async function shown<T>(viewer: Viewer, work: () => Promise<T>, question?: Question): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failure(error, viewer, question);
  }
}
