/**
 * @module What leaves a resolver when something fails: a denial with its code, "try again" when the database is away,
 * and for a bug nothing but the fact (the log has the rest).
 */
import { DeniedError, deny, ShopError, StoreUnavailableError, type Denial, type ToldDenial } from '@shopdesk/core';
import { GraphQLError } from 'graphql';
import { told } from './denial-text.ts';
import { serverTexts as t } from '../texts.ts';
import type { Viewer } from './viewer.ts';

/** Whom a failure is told, and who writes it down. */
export type Reader = Pick<Viewer, 'locale' | 'desk' | 'report'>;

/** Errors of the transport: they say nothing about what was asked. */
const TRANSPORT_TEXTS = { INTERNAL: t.internal, SERVICE_UNAVAILABLE: t.unavailable } as const;

/** How long a client waits before it tries again, in seconds. */
const RETRY_AFTER = '2';

const transportError = (code: keyof typeof TRANSPORT_TEXTS, { locale, desk }: Reader, http?: object) =>
  new GraphQLError(desk.languages.say(TRANSPORT_TEXTS[code], { language: locale }), {
    extensions: { code, ...(http ? { http } : {}) },
  });

/** The error of a denied query, with everything that a client can act on. */
export function denialError({ message, ...denial }: ToldDenial): GraphQLError {
  return new GraphQLError(message, { extensions: { ...denial, ...httpOf(denial.code, denial.details) } });
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
export function failure(error: unknown, reader: Reader): GraphQLError {
  const denial = denialOf(error);
  if (denial) return denialError(told(denial, reader));
  if (error instanceof GraphQLError) return error;
  if (error instanceof StoreUnavailableError)
    return transportError('SERVICE_UNAVAILABLE', reader, { status: 503, headers: { 'retry-after': RETRY_AFTER } });
  reader.report(error);
  return transportError('INTERNAL', reader);
}

/** A denial as what a mutation answers. */
export class Denied {
  readonly code: ToldDenial['code'];
  readonly message: string;
  readonly key: string | null;
  readonly params: ToldDenial['params'];
  readonly fields: ToldDenial['fields'];
  readonly details: ToldDenial['details'];

  constructor({ code, message, key, params, fields, details }: ToldDenial) {
    this.code = code;
    this.message = message;
    this.key = key;
    this.params = params;
    this.fields = fields;
    this.details = details;
  }
}

/** Does what a mutation asks; a denial is an answer, except "too often", which is told to the transport as well. */
export async function answered(viewer: Viewer, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    const denial = denialOf(error);
    if (denial && denial.code !== 'RATE_LIMITED') return new Denied(told(denial, viewer));
    throw failure(error, viewer);
  }
}

/** Does what a query asks; a denial is an error. */
export async function shown<T>(viewer: Viewer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failure(error, viewer);
  }
}
