import { applyDecorators, createParamDecorator, Patch, Post } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { OnCase } from '../access/access.ts';
import type { CaseRight } from '../access/access.ts';
import type { AdmittedRequest } from '../access/caller.ts';
import type { EnvelopedRequest } from '../commands/envelope.ts';
import { PlayedAs, Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { changedCaseSchema } from './case.schema.ts';
import type { CaseOrder } from './case.service.ts';

const operation = (method: MethodDecorator, may: CaseRight) =>
  applyDecorators(
    method,
    OnCase(may),
    ApiParam({ name: 'id', type: String }),
    Writes(),
    PlayedAs(),
    Answers(200, changedCaseSchema, { also: [202], problems: [409, 422, 501] }),
  );

/** POST /cases/:id/<name>: 200, or 202 while the family is not at rest. */
export const CaseOperation = (name: string, may: CaseRight) => operation(Post(`:id/${name}`), may);
export const CaseCorrection = (name: string, may: CaseRight) => operation(Patch(`:id/${name}`), may);

/** Who acts on which case: judged by the guard. */
export const TheCaseOrder = createParamDecorator((_: unknown, context: ExecutionContext): CaseOrder => {
  const { admitted, envelope } = context.switchToHttp().getRequest<AdmittedRequest & EnvelopedRequest>();
  if (!admitted?.caller || !admitted.case || !envelope)
    throw new Error('a case operation that the guard has not judged');
  return { caller: admitted.caller, case: admitted.case, envelope };
});
