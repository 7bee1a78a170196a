/**
 * @module What a shop's backend says of its customer. Only the claims without which nobody is identified can refuse a
 * token: `sub`, `iat` and `exp`. Any other that is null, empty, of another type, too long or unreadable is left out,
 * because most languages write an unset value as null, and a customer with an odd address is still that customer.
 */
import { hasVisible, isBroken } from '@shopdesk/core';
import type { JWTPayload } from 'jose';
import { z } from 'zod';

/** A text that can be stored and seen, without the white space around it. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((given) => !isBroken(given) && hasVisible(given));
const subject = z.union([text(200), z.int().transform(String)]);
/** However long: only its hash is kept. */
const tokenId = z.union([z.string().min(1), z.number().transform(String)]);

/** The claims that are read, and whom they are about. */
export interface ReadClaims {
  readonly subject: string;
  readonly iat: number;
  readonly exp: number;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale?: string | undefined;
  /** The token's own id (`jti`). */
  readonly tokenId?: string | undefined;
}

/** The claims of a token that was verified, or the name of the first one without which nobody is identified. */
export function readClaims(payload: JWTPayload): ReadClaims | { readonly unusable: 'sub' | 'iat' | 'exp' } {
  const sub = subject.safeParse(payload.sub).data;
  const [iat, exp] = [z.number().safeParse(payload.iat).data, z.number().safeParse(payload.exp).data];
  if (sub === undefined) return { unusable: 'sub' };
  if (iat === undefined) return { unusable: 'iat' };
  if (exp === undefined) return { unusable: 'exp' };
  const read = (schema: z.ZodType<string>, name: string) => schema.safeParse(payload[name]).data;
  return {
    subject: sub,
    iat,
    exp,
    name: read(text(200), 'name'),
    email: read(text(254).pipe(z.email()), 'email'),
    phone: read(text(40), 'phone') ?? read(text(40), 'phone_number'),
    locale: read(text(35), 'locale'),
    tokenId: tokenId.safeParse(payload.jti).data,
  };
}
