import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';

/** A write that may be previewed and repeated under one key. */
export const Writes = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: false }),
    ApiQuery({ name: 'preview', required: false, enum: ['true', 'false'] }),
  );

/** In an own trial: judged as a person, or as the holder of a role (`role:audit.staff@audit`). */
export const PlayedAs = () => ApiQuery({ name: 'as', required: false, type: String });
