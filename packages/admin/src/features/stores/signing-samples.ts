/**
 * @module How a shop's backend signs who its customer is, in the languages shops are written in. The secret stands in
 * an environment variable, never in the code.
 */
export interface SigningFacts {
  readonly kid: string;
  readonly audience: string;
  readonly issuer: string;
}

const node = ({ kid, audience, issuer }: SigningFacts): string => `import { SignJWT } from 'jose';

const secret = new TextEncoder().encode(process.env.SHOPDESK_SECRET);
const identityToken = await new SignJWT({ name: customer.name, email: customer.email })
  .setProtectedHeader({ alg: 'HS256', kid: '${kid}' })
  .setSubject(customer.id)
  .setAudience('${audience}')
  .setIssuer('${issuer}')
  .setIssuedAt()
  .setExpirationTime('10m')
  .sign(secret);`;

const php = ({ kid, audience, issuer }: SigningFacts): string => `use Firebase\\JWT\\JWT;

$now = time();
$identityToken = JWT::encode([
  'sub' => $customer->id, 'name' => $customer->name, 'email' => $customer->email,
  'aud' => '${audience}', 'iss' => '${issuer}', 'iat' => $now, 'exp' => $now + 600,
], getenv('SHOPDESK_SECRET'), 'HS256', '${kid}');`;

const python = ({ kid, audience, issuer }: SigningFacts): string => `import jwt, os, time

now = int(time.time())
identity_token = jwt.encode(
    {"sub": customer.id, "name": customer.name, "email": customer.email,
     "aud": "${audience}", "iss": "${issuer}", "iat": now, "exp": now + 600},
    os.environ["SHOPDESK_SECRET"], algorithm="HS256", headers={"kid": "${kid}"})`;

const java = ({ kid, audience, issuer }: SigningFacts): string => `// com.auth0:java-jwt
Instant now = Instant.now();
String identityToken = JWT.create()
    .withKeyId("${kid}").withSubject(customer.id())
    .withAudience("${audience}").withIssuer("${issuer}")
    .withClaim("name", customer.name()).withClaim("email", customer.email())
    .withIssuedAt(now).withExpiresAt(now.plusSeconds(600))
    .sign(Algorithm.HMAC256(System.getenv("SHOPDESK_SECRET")));`;

export const SIGNING_SAMPLES = { 'Node.js': node, PHP: php, Python: python, Java: java } as const;
export type SampleLanguage = keyof typeof SIGNING_SAMPLES;

/** 256 random bits, base64url: 43 characters. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
