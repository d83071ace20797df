import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { KnownPeople } from '../people/known-people.ts';
import { AnswerQueries } from './answer.queries.ts';
import { CommandService } from './command.service.ts';
import { DeputyCheck } from './deputy.check.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';
import { PreviewPeople } from './preview.people.ts';
import { RecusalCheck } from './recusal.check.ts';
import { Settling } from './settling.ts';

@Global()
@Module({
  providers: [
    AnswerQueries,
    KnownPeople,
    CommandService,
    DeputyCheck,
    PreviewPeople,
    RecusalCheck,
    Settling,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [CommandService, KnownPeople, RecusalCheck, Settling],
})
export class CommandsModule {}
