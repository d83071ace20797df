import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { catchError, from, mergeMap, of, tap, throwError } from 'rxjs';
import type { Observable } from 'rxjs';
import { CaseError } from '../../../domain/errors.ts';
import type { AdmittedRequest } from '../access/caller.ts';
import { refusalOf } from '../problem/refusal.ts';
import { statusOfCode } from '../problem/status-of-code.ts';
import { AnswerQueries } from './answer.queries.ts';
import { envelopeOf } from './envelope.ts';
import type { EnvelopedRequest } from './envelope.ts';
import { Previewed } from './preview.ts';
import { unkeptAnswer } from './unkept.ts';

const writing: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Gives every write its envelope; the same key again gives the same answer, with another body KEY_REUSED. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(AnswerQueries) private readonly answers: AnswerQueries,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AdmittedRequest & EnvelopedRequest>();
    const user = request.admitted?.caller?.user;
    if (!user || !writing.has(request.method)) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const envelope = envelopeOf(request, user, reply.elapsedTime);
    request.envelope = envelope;
    const answer = () => next.handle().pipe(catchError(previewed), tap(outstanding(reply)));
    const unkept = this.reflector.get(unkeptAnswer, context.getHandler()) === true;
    if (!envelope.keyed || envelope.preview || unkept) return answer();
    const stored = await this.answers.take(envelope.id, envelope.bodyHash);
    if (stored && stored.bodyHash !== envelope.bodyHash)
      throw new CaseError('KEY_REUSED', '同一个幂等键已用于内容不同的请求，请换一个键');
    const told = (status: number, body: unknown): unknown => {
      void reply.status(status);
      return body;
    };
    if (stored && stored.status !== null) return of(told(stored.status, stored.body));
    return answer().pipe(
      mergeMap((body) =>
        from(this.answers.keep(envelope.id, reply.statusCode, body).then((kept) => told(kept.status, kept.body))),
      ),
      catchError((error: unknown) =>
        from(this.releaseAfter(error, envelope.id)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }

  /** After an outage nobody knows whether the command was applied: the key stays taken and the same command is sent again. */
  private async releaseAfter(error: unknown, id: string): Promise<void> {
    const status = statusOfCode(refusalOf(error).code);
    if (status < 500 || status === 501) await this.answers.release(id);
  }
}

/** A preview leaves its route before anything is sent. */
function previewed(error: unknown): Observable<unknown> {
  return error instanceof Previewed ? of(error.preview) : throwError(() => error);
}

/** 202 where an answer is outstanding: the family is not at rest, or somebody has to approve. */
const outstanding = (reply: FastifyReply) => (body: unknown) => {
  const { settled, approvalAsked } = (body ?? {}) as { settled?: unknown; approvalAsked?: unknown };
  if (settled === false || approvalAsked === true) void reply.status(202);
};
