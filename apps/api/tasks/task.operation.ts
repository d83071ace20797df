import { applyDecorators, createParamDecorator, Post } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiParam, ApiQuery } from '@nestjs/swagger';
import { OnTask } from '../access/access.ts';
import type { TaskRight } from '../access/access.ts';
import type { AdmittedRequest } from '../access/caller.ts';
import type { EnvelopedRequest } from '../commands/envelope.ts';
import { PlayedAs, Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { actedSchema } from './task.schema.ts';
import type { TaskOrder } from './task.service.ts';

/** POST /tasks/:id/<name>: 200, or 202 while the family is not at rest. */
export const Operation = (name: string, may: TaskRight = 'act') =>
  applyDecorators(
    Post(`:id/${name}`),
    OnTask(may),
    ApiParam({ name: 'id', type: String }),
    ApiQuery({ name: 'as', required: false, type: String, description: '代谁办理：被代理人的用户名' }),
    Writes(),
    PlayedAs(),
    Answers(200, actedSchema, { also: [202], problems: [409, 422, 501] }),
  );

/** Who acts on which task of which case: all judged by the guard. */
export const TheOrder = createParamDecorator((_: unknown, context: ExecutionContext): TaskOrder => {
  const { admitted, envelope } = context.switchToHttp().getRequest<AdmittedRequest & EnvelopedRequest>();
  if (!admitted?.caller || !admitted.case || !admitted.task || !envelope)
    throw new Error('a task operation that the guard has not judged');
  const { caller, case: circle, task, capacity } = admitted;
  return { caller, case: circle, task, envelope, capacity };
});
