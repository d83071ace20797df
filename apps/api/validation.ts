import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { CaseError } from '../../domain/errors.ts';
import type { Defect } from '../../domain/errors.ts';

z.config(z.locales.zhCN());

/** Checks parameters, queries and bodies by their schemas; all that is wrong is told at once, each with its path. */
export const validationPipe = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) => {
      const defects = issues.slice(0, 100).map(({ message, path = [] }): Defect => ({
        code: 'INVALID_INPUT',
        message,
        path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      }));
      return new CaseError('INVALID_INPUT', '提交的内容不符合要求，请按提示改正', { defects });
    },
  });
