import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerQueries } from './answer.queries.ts';
import { CommandService } from './command.service.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';
import { Settling } from './settling.ts';

@Global()
@Module({
  providers: [AnswerQueries, CommandService, Settling, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
  exports: [CommandService, Settling],
})
export class CommandsModule {}
