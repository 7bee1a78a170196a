import { defineAction, defineFeature, standardFeatures, value } from '@shopdesk/core';
import { createTestDesk } from '@shopdesk/core/testing';
import { z } from 'zod';

/** A stranger's own schema beside the desk's: only one copy of zod lets it through. */
const greet = defineAction({
  title: { en: 'Greet', zh: '问候' },
  allow: { staff: true },
  input: z.object({ name: z.string().min(1) }),
  output: value('Greeting', z.object({ text: z.string() })),
  run: async (_ctx, { name }) => ({ text: `Hello ${name}` }),
});

export const greetings = defineFeature({ name: 'greetings', actions: { greet } });
export const features = [...standardFeatures, greetings];
export const makeTestDesk = createTestDesk;
