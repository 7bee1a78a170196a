/** @module What is decided about text everywhere alike; without dependencies, so that browsers load it too. */
export { clip } from '../kernel/clip.ts';
export * from '../kernel/text.ts';
export { readCsv, writeCsv } from './csv.ts';
export { missingAddressParts, needsAddressPart, type AddressPart } from './address-parts.ts';
export { findLinks, type FoundLink } from './links.ts';
export { completeOrigin, originOf } from './origin.ts';
export { isTrackingNumber, pastedCode, pastedText, trackingNumber } from './pasted.ts';
