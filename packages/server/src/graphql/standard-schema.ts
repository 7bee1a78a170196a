import { standardFeatures } from '@shopdesk/core';
import { buildSchema, printSchema } from 'graphql';
import type { Audience } from './audiences.ts';
import { clientTypes } from './client-types.ts';
import { featureSchema } from './feature-schema.ts';

/** The files, from the project's root, that hold the public contract with an audience. */
export const SCHEMA_FILES: Readonly<Record<Audience, string>> = {
  staff: 'schema.graphql',
  shopper: 'schema.shopper.graphql',
};

/** The files, from the project's root, that hold the same for the compiler. */
export const TYPES_FILES: Readonly<Record<Audience, string>> = {
  staff: 'packages/core/src/client/staff-schema.ts',
  shopper: 'packages/core/src/client/shopper-schema.ts',
};

/** What the interfaces are called that hold it. */
export const TYPE_NAMES: Readonly<Record<Audience, string>> = { staff: 'StaffSchema', shopper: 'ShopperSchema' };

/** The schema of the standard features for an audience, as text. */
export const standardSchemaText = (audience: Audience): string =>
  `${printSchema(featureSchema(standardFeatures, audience))}\n`;

/** What the documents of an audience's client are typed by: the text above as TypeScript. */
export const standardSchemaTypes = (audience: Audience): string =>
  clientTypes(buildSchema(standardSchemaText(audience)), TYPE_NAMES[audience]);
