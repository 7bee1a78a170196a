import { standardFeatures } from '@shopdesk/core';
import { buildSchema, printSchema } from 'graphql';
import { clientTypes } from './client-types.ts';
import { featureSchema } from './feature-schema.ts';

/** The schema of the standard features as text. */
export const standardSchemaText = (): string => `${printSchema(featureSchema(standardFeatures))}\n`;

/** What the client's documents are typed by: the text above as TypeScript. */
export const standardSchemaTypes = (): string => clientTypes(buildSchema(standardSchemaText()), 'StaffSchema');
