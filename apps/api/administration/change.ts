import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { AdmittedRequest } from '../access/caller.ts';
import type { EnvelopedRequest } from '../commands/envelope.ts';
import type { ChangeOrder } from './changes.ts';

/** Who changes something: judged by the guard. */
export const TheChange = createParamDecorator((_: unknown, context: ExecutionContext): ChangeOrder => {
  const { admitted, envelope } = context.switchToHttp().getRequest<AdmittedRequest & EnvelopedRequest>();
  if (!admitted?.caller || !envelope) throw new Error('a change that the guard has not judged');
  return { caller: admitted.caller, envelope };
});
