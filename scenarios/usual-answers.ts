import { fileURLToPath } from 'node:url';
import { answersBeside } from './scenario-files.ts';

/** How every step of the shipped procedures is usually answered. */
export const usualAnswers = answersBeside(fileURLToPath(new URL('../definitions/scenarios/', import.meta.url)));
