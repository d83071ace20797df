import { Reflector } from '@nestjs/core';

/** Answers with rows of the supervision platform: the parameter that names their source or indicator. */
export const LooksAtRows = Reflector.createDecorator<'id' | 'key'>();
