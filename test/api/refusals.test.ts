import { ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from '../../apps/api/access/access.guard.ts';
import type { ObjectQueries } from '../../apps/api/access/object.queries.ts';
import type { ShownFiles } from '../../apps/api/access/shown-files.ts';
import type { PlayerQueries } from '../../apps/api/access/player.queries.ts';
import type { RefusedLooks } from '../../apps/api/access/refused-looks.ts';
import type { SessionService } from '../../apps/api/auth/session.service.ts';
import { refusalOf } from '../../apps/api/problem/refusal.ts';
import { statusOfCode } from '../../apps/api/problem/status-of-code.ts';
import type { Settings } from '../../apps/api/settings.ts';
import { CaseError } from '../../domain/errors.ts';

const grpc = (code: number) =>
  new ServiceError('call failed', { cause: Object.assign(new Error('x'), { code, details: 'x', metadata: {} }) });
const postgres = (code: string) => Object.assign(new pg.DatabaseError('x', 1, 'error'), { code });
const refusedByCase = (type: string) =>
  new WorkflowUpdateFailedError('refused', ApplicationFailure.nonRetryable('已办结', type, { taskId: 't' }));

describe('what a refusal becomes', () => {
  it.each([
    ['a rule of the domain', new CaseError('STALE_TASK', '已办结'), 'STALE_TASK', 409],
    ['a rule of the case’s workflow', refusedByCase('OPEN_TRACKS'), 'OPEN_TRACKS', 409],
    ['a rule that nobody has given a status', new CaseError('SOMETHING_NEW', '不行'), 'SOMETHING_NEW', 422],
    ['an update that no worker knows', refusedByCase('Error'), 'INTERNAL', 500],
    ['a case whose workflow has ended', new WorkflowNotFoundError('gone', 'case:1', undefined), 'CASE_ENDED', 409],
    ['too many updates at once', grpc(8), 'BUSY', 429],
    [
      'too many requests from one place',
      new CaseError('TOO_MANY_REQUESTS', '稍后', { retryAfter: 9 }),
      'TOO_MANY_REQUESTS',
      429,
    ],
    ['Temporal away', grpc(14), 'UNAVAILABLE', 503],
    ['Temporal too slow', grpc(4), 'UNAVAILABLE', 503],
    ['PostgreSQL starting or stopping', postgres('57P03'), 'UNAVAILABLE', 503],
    ['PostgreSQL out of connections', postgres('53300'), 'UNAVAILABLE', 503],
    ['a character that PostgreSQL does not keep', postgres('22021'), 'UNSTORABLE', 422],
    ['a connection that broke', new Error('Connection terminated unexpectedly'), 'UNAVAILABLE', 503],
    ['the same row twice', postgres('23505'), 'CONFLICT', 409],
  ])('%s', (_, error, code, status) => {
    expect([refusalOf(error).code, statusOfCode(refusalOf(error).code)]).toEqual([code, status]);
  });

  it('a defect of ours says nothing of its inside', () => {
    const { code, message } = refusalOf(new TypeError('cannot read secret of undefined'));
    expect([code, statusOfCode(code), message.includes('secret')]).toEqual(['INTERNAL', 500, false]);
  });
});

describe('the guard', () => {
  it('refuses a route that declares no rule, before it asks who is there', async () => {
    const callerOf = vi.fn();
    const guard = new AccessGuard(
      new Reflector(),
      { callerOf } as unknown as SessionService,
      {} as ObjectQueries,
      {} as PlayerQueries,
      {} as ShownFiles,
      {} as RefusedLooks,
      {} as Settings,
    );
    const route = { getHandler: () => () => undefined, getClass: () => class {} } as unknown as ExecutionContext;
    await expect(guard.canActivate(route)).rejects.toMatchObject({ code: 'NO_ACCESS_RULE' });
    expect(statusOfCode('NO_ACCESS_RULE')).toBe(403);
    expect(callerOf).not.toHaveBeenCalled();
  });
});
