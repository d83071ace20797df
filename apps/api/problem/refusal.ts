import { HttpException } from '@nestjs/common';
import { isGrpcServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import pg from 'pg';
import { CaseError } from '../../../domain/errors.ts';
import { reportDefectOfOurs } from './report.ts';

/** What a refusal says to the caller, whatever it was thrown as. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const unavailable = (who: string, retryAfter = 2): Refusal => ({
  code: 'UNAVAILABLE',
  message: `${who}暂时不可用，请稍后重试`,
  details: { retryAfter },
});

/** Reads CaseErrors, refusals of a case's workflow, limits and outages of Temporal and PostgreSQL, and errors of the HTTP layer. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof CaseError) return { code: error.code, message: error.message, details: error.details };
  if (error instanceof WorkflowUpdateFailedError) return ofFailure(error.cause);
  if (error instanceof WorkflowNotFoundError)
    return { code: 'CASE_ENDED', message: '案件已经结束，不能再办理', details: {} };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return unavailable('流程服务');
  const grpc = grpcCodeOf(error);
  if (grpc !== undefined) return ofGrpc(grpc, error);
  if (error instanceof HttpException) return ofHttp(error.getStatus(), error.message);
  if (error instanceof pg.DatabaseError) return ofDatabase(error);
  return ofNode(error);
}

function ofFailure(cause: unknown): Refusal {
  if (cause instanceof ApplicationFailure && isCode(cause.type)) {
    const [details] = cause.details ?? [];
    return { code: cause.type, message: cause.message, details: isRecord(details) ? details : {} };
  }
  reportDefectOfOurs(cause);
  return internal;
}

/** What a case refuses has a code; a class of error, such as of an update that no worker knows, is a defect of ours. */
const isCode = (type: string | null | undefined): type is string => /^[A-Z][A-Z0-9_]*$/.test(type ?? '');

function grpcCodeOf(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? grpcCodeOf(error.cause) : undefined;
}

function ofGrpc(code: number, error: unknown): Refusal {
  if (code === 8) return { code: 'BUSY', message: '系统正忙，请稍后重试', details: { retryAfter: 1 } };
  if (code === 5) return { code: 'CASE_ENDED', message: '案件已经结束，不能再办理', details: {} };
  if (code === 1 || code === 4 || code === 14) return unavailable('流程服务');
  reportDefectOfOurs(error);
  return internal;
}

const codeOfHttp: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['UNREADABLE', '请求无法读取'],
  404: ['NOT_FOUND', '没有这个地址'],
  405: ['METHOD_NOT_ALLOWED', '这个地址不接受此方法'],
  413: ['TOO_LARGE', '请求内容超过上限'],
  415: ['UNSUPPORTED_MEDIA_TYPE', '不支持这种内容类型，请用 application/json（流程定义用 application/xml）'],
  429: ['TOO_MANY_REQUESTS', '请求过于频繁，请稍后重试'],
};

function ofHttp(status: number, message: string): Refusal {
  const [code, text] = codeOfHttp[status] ?? (status < 500 ? ['UNREADABLE', message] : ['INTERNAL', internal.message]);
  return { code, message: text, details: {} };
}

const unstorable: Refusal = { code: 'UNSTORABLE', message: '内容里有不能保存的字符，请去掉后再提交', details: {} };

function ofDatabase(error: pg.DatabaseError): Refusal {
  const state = error.code ?? '';
  if (state === '23505') return { code: 'CONFLICT', message: '同样的内容已经存在', details: {} };
  if (state === '22021' || state === '22P05') return unstorable;
  if (/^(08|53|57P)/.test(state) || state === '57014') return unavailable('数据库');
  reportDefectOfOurs(error);
  return internal;
}

const connectionLost =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT.*PGSQL|Connection terminated|connection timeout/i;

/** Errors of Fastify carry a status; errors of sockets carry a code. */
function ofNode(error: unknown): Refusal {
  if (!(error instanceof Error)) return internal;
  const { statusCode, code } = error as Error & { statusCode?: unknown; code?: unknown };
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError)
    return { code: 'MALFORMED_JSON', message: '请求体不是有效的 JSON', details: {} };
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY')
    return { code: 'MALFORMED_JSON', message: '请求体为空，但声明了 JSON', details: {} };
  if (typeof statusCode === 'number' && statusCode < 500) return ofHttp(statusCode, error.message);
  if (connectionLost.test(`${String(code)} ${error.message}`)) return unavailable('数据库');
  return internal;
}

const internal: Refusal = { code: 'INTERNAL', message: '系统内部错误，已经记录，请稍后重试或联系管理员', details: {} };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
