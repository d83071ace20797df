import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { CaseError } from '../../domain/errors.ts';
import type { Defect } from '../../domain/errors.ts';
import { unstorableIn } from './unstorable.ts';

z.config(z.locales.zhCN());

const refusal = (defects: readonly Defect[]): CaseError =>
  new CaseError('INVALID_INPUT', '提交的内容不符合要求，请按提示改正', { defects });

/** Checks parameters, queries and bodies by their schemas; all that is wrong is told at once, each with its path. */
class Validation extends StandardSchemaValidationPipe {
  override transform<Value>(value: Value, metadata: ArgumentMetadata): Promise<Value> {
    const path = metadata.type === 'custom' ? null : unstorableIn(value);
    if (path === null) return super.transform(value, metadata);
    throw refusal([{ code: 'INVALID_INPUT', message: '有不能保存的字符（空字符或不完整的字符）', path }]);
  }
}

export const validationPipe = () =>
  new Validation({
    exceptionFactory: (issues) =>
      refusal(
        issues.slice(0, 100).map(({ message, path = [] }) => ({
          code: 'INVALID_INPUT',
          message,
          path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
        })),
      ),
  });
