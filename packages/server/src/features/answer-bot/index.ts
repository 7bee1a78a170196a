/** @module Puts the bot's answers into words where the host has given the desk a language model. */
import { answerBot as core } from '@shopdesk/core';
import { defineServerFeature } from '../../feature.ts';
import { loggable } from '../../loggable.ts';
import { startBotWording } from './bot-wording.ts';

export const answerBot = defineServerFeature({
  name: 'answerBot',
  requires: [core],
  start: ({ desk, ports: { model }, logger }) =>
    model &&
    startBotWording({
      desk,
      model,
      onError: (error, where) => logger.warn({ err: loggable(error), where }, 'the model gave no answer'),
    }),
});
