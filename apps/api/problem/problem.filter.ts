import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { afterBody } from './drain.ts';
import { refusalOf } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { reportDefectOfOurs } from './report.ts';
import type { ProblemBody } from './problem.schema.ts';
import { statusOfCode, titleOfStatus } from './status-of-code.ts';

/** The only place that turns an error into an answer. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    answerProblem(error, host.switchToHttp().getResponse<FastifyReply>());
  }
}

/** Also for what Fastify refuses before the application hears of it. */
export function answerProblem(error: unknown, reply: FastifyReply): void {
  if (reply.sent || reply.raw.headersSent) return reply.raw.destroy() && undefined;
  const refusal = refusalOf(error);
  const status = statusOfCode(refusal.code);
  if (status === 500) reportDefectOfOurs(error);
  const body: ProblemBody = {
    type: `urn:liandong:problem:${refusal.code}`,
    title: titleOfStatus(status),
    status,
    detail: refusal.message,
    code: refusal.code,
    ...defectsOf(refusal),
  };
  if (status === 429 || status === 503) void reply.header('retry-after', retryAfterOf(refusal));
  const answer = (): void =>
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(body);
  if (status === 413) afterBody(reply.request.raw, answer);
  else answer();
}

/** Of a refusal's details the caller sees the defects, and what else there is under one name. */
function defectsOf({ details }: Refusal): Pick<ProblemBody, 'defects' | 'details'> {
  const { defects, retryAfter: _, ...others } = details;
  return {
    ...(Array.isArray(defects) ? { defects: defects as NonNullable<ProblemBody['defects']> } : {}),
    ...(Object.keys(others).length > 0 ? { details: others } : {}),
  };
}

/** Whole seconds. */
function retryAfterOf({ details }: Refusal): string {
  const { retryAfter } = details;
  return typeof retryAfter === 'number' ? String(retryAfter) : '1';
}
