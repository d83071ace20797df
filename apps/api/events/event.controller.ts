import { Controller, Inject, Module, Req, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Business } from '../access/access.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { Answers } from '../problem/answers.ts';
import { worklistSchema } from './event.schema.ts';
import { EventService } from './event.service.ts';
import { WorklistQueries } from './worklist.queries.ts';

@ApiTags('events')
@Controller('events')
class EventController {
  constructor(@Inject(EventService) private readonly events: EventService) {}

  /** Server-sent events: `worklist` whenever the caller's own tasks or unread notices have changed. */
  @Sse()
  @Business()
  @Answers(200, worklistSchema, { instead: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@Req() request: FastifyRequest): Observable<MessageEvent> {
    return this.events.of(request);
  }
}

@Module({ imports: [AuthModule], controllers: [EventController], providers: [EventService, WorklistQueries] })
export class EventsModule {}
