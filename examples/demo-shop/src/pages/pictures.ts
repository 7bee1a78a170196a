/**
 * @module Pictures of products, drawn: the shop has no photographs. A variant's colour tints its drawing.
 */
import type { ShopOption } from '@shopdesk/core';
import { isCategory, type Category } from '../categories.ts';
import { DRAWINGS, PARCEL } from './drawings.ts';
import { Html } from './html.ts';

const INK = '#25313b';
const LIGHT = '#fffdf8';

const TINTS: Record<string, string> = {
  blue: '#3f74c8',
  purple: '#7d5ba6',
  red: '#cf4a45',
  black: '#3c434b',
  white: '#ccd6dd',
  green: '#4b9566',
  yellow: '#e9bc3f',
  silver: '#b3bcc4',
  gold: '#cda349',
  'rose gold': '#d69c8f',
  grey: '#8b949c',
  gray: '#8b949c',
  'space grey': '#5d6670',
  pink: '#e08aa6',
  navy: '#2f4270',
  beige: '#d8c3a0',
  brown: '#8a6244',
  wood: '#a9774b',
  bamboo: '#c9a76a',
  maple: '#d3a677',
};

const SHELF_TINTS: Record<Category, string> = {
  electronics: '#4f7db3',
  home: '#c08552',
  clothing: '#6b8f71',
  sports: '#d0743c',
  beauty: '#b9698c',
  leisure: '#8a78b5',
  other: '#7a8794',
};

/** What is drawn: a product, in the colour of one of its variants if it has one. */
export interface Drawn {
  readonly title: string;
  readonly category?: string | undefined;
  readonly options?: readonly ShopOption[] | undefined;
}

function tintOf({ category = 'other', options = [] }: Drawn): string {
  const named = options.filter(({ name }) => /colou?r|material/.test(name) && name !== 'lens color');
  const [colour] = named.toSorted((a, b) => Number(b.name.includes('color')) - Number(a.name.includes('color')));
  return TINTS[colour?.value ?? ''] ?? SHELF_TINTS[isCategory(category) ? category : 'other'];
}

function drawingOf(drawn: Drawn): string {
  const tones: Record<string, string> = { C: tintOf(drawn), D: INK, L: LIGHT };
  return (DRAWINGS[drawn.title] ?? PARCEL).replaceAll(/"([CDL])"/g, (_match, tone: string) => `"${tones[tone]}"`);
}

/** The picture as markup; decorative, its product's name always stands beside it. */
export const picture = (drawn: Drawn): Html =>
  new Html(
    `<svg class="picture" viewBox="0 0 96 96" aria-hidden="true" focusable="false" fill="none">${drawingOf(drawn)}</svg>`,
  );

/** The picture as a file, on a ground of its own. */
export const pictureFile = (drawn: Drawn): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="384" height="384" fill="none"><rect width="96" height="96" fill="#f2eee6"/><g transform="translate(12 12) scale(.75)">${drawingOf(drawn)}</g></svg>`;
