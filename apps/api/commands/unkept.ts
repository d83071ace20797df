import { Reflector } from '@nestjs/core';

export const unkeptAnswer = Reflector.createDecorator<true>();

/** The answer holds a secret that is told once: it is never kept for a repeated key, which does the act again. */
export const Unkept = () => unkeptAnswer(true);
