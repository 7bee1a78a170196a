/**
 * @module How personal data is shown to people who have no purpose for the whole of it (R-SEC-01).
 */

/** `lily@example.com` → `l***@example.com`. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

/** Keeps the first three and the last four digits: `138****1234`. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < 8 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
