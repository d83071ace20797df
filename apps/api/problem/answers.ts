import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { problemSchema } from './problem.schema.ts';
import { titleOfStatus } from './status-of-code.ts';

type Content = Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>>;

interface Also {
  /** A second success: 200 beside 201, 202 where an answer is outstanding. */
  readonly also?: readonly number[];
  readonly problems?: readonly number[];
  /** Other content types than JSON: beside it, or instead of it. */
  readonly alsoAs?: Content;
  readonly instead?: Content;
}

const always = [400, 429, 500, 503];

/** One problem response in the OpenAPI document. */
export const problem = (status: number): MethodDecorator =>
  ApiResponse({ status, description: titleOfStatus(status), standardSchema: problemSchema });

/** Declares what a route answers: the status and shape of success, and every problem. */
export function Answers(status: number, schema: z.ZodType, { also = [], problems = [], alsoAs, instead }: Also = {}) {
  return applyDecorators(
    HttpCode(status),
    ...(alsoAs ? [ApiExtension('x-also-as', alsoAs)] : []),
    ...(instead ? [ApiExtension('x-instead', instead)] : []),
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
