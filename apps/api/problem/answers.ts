import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemSchema } from './problem.schema.ts';
import { titleOfStatus } from './status-of-code.ts';

interface Also {
  /** A second success: 200 beside 201, 202 where an answer is outstanding. */
  readonly also?: readonly number[];
  readonly problems?: readonly number[];
  /** Another content type than JSON. */
  readonly alsoAs?: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;
}

const always = [400, 429, 500, 503];

/** One problem response in the OpenAPI document. */
export const problem = (status: number): MethodDecorator =>
  ApiResponse({ status, description: titleOfStatus(status), standardSchema: problemSchema });

/** Declares what a route answers: the status and shape of success, and every problem. */
export function Answers(status: number, schema: z.ZodType, { also = [], problems = [], alsoAs }: Also = {}) {
  return applyDecorators(
    HttpCode(status),
    ...(alsoAs ? [ApiExtension('x-also-as', alsoAs)] : []),
    ...[status, ...also].map((success) =>
      ApiResponse({
        status: success,
        description: success === 202 ? '已受理，尚未静止' : '成功',
        standardSchema: schema,
      }),
    ),
    ...[...new Set([...always, ...problems])].map(problem),
  );
}
