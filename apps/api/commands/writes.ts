import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiQuery } from '@nestjs/swagger';

/** A write that may be previewed and repeated under one key. */
export const Writes = () =>
  applyDecorators(
    ApiHeader({ name: 'Idempotency-Key', required: false }),
    ApiQuery({ name: 'preview', required: false, enum: ['true', 'false'] }),
  );
