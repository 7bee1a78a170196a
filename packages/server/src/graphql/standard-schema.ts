import { standardFeatures } from '@shopdesk/core';
import { printSchema } from 'graphql';
import { featureSchema } from './feature-schema.ts';

/** The schema of the standard features as text. */
export const standardSchemaText = (): string => `${printSchema(featureSchema(standardFeatures))}\n`;
