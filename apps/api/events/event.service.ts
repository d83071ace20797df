import { Inject, Injectable } from '@nestjs/common';
import type { MessageEvent, BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { concatMap, distinctUntilChanged, map, Subject, takeUntil, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import { SessionService } from '../auth/session.service.ts';
import { WorklistQueries } from './worklist.queries.ts';

const pace = 2_000;

/** Watches the read model for whoever listens; a stream ends with its session. */
@Injectable()
export class EventService implements BeforeApplicationShutdown {
  private readonly stopped = new Subject<void>();

  constructor(
    @Inject(WorklistQueries) private readonly queries: WorklistQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  of(request: FastifyRequest): Observable<MessageEvent> {
    return timer(0, pace).pipe(
      takeUntil(this.stopped),
      concatMap(async () => this.queries.stateOf(await this.sessions.callerOf(request, { listening: true }))),
      distinctUntilChanged((before, after) => before.print === after.print && before.unread === after.unread),
      map(({ open, unread }) => ({ type: 'worklist', data: { open, unread } })),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopped.next();
    this.stopped.complete();
  }
}
