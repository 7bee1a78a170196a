/**
 * @module What people paste into a field for a number: with the blanks it was printed with, in full-width letters, with
 * invisible characters from a web page, and with the comma that stood behind it.
 */

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;
const DASHES = /[‐-―−]/g;
const AROUND = /^[\s,;、。:]+|[\s,;、。:]+$/g;

/** A pasted line in ordinary characters, without what is around it; blanks within it stay. For searches and names. */
export const pastedText = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(DASHES, '-').replace(AROUND, '');

/** A pasted code without any blanks: a number of an order, of a product, of a voucher, an e-mail address. */
export const pastedCode = (text: string): string => pastedText(text).replaceAll(' ', '');

/** A carrier's number of a parcel as it is stored: `1Z 999 AA1 01 2345 6784` is `1Z999AA10123456784`. */
export const trackingNumber = (text: string): string => pastedCode(text).toUpperCase();

/** Whether a number from {@link trackingNumber} can be a carrier's: 6 to 40 letters, digits or hyphens. */
export const isTrackingNumber = (code: string): boolean => /^[A-Z0-9-]{6,40}$/.test(code);
