import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AuthModule } from '../auth/auth.module.ts';
import { FormsModule } from '../forms/forms.module.ts';
import { AccessLogInterceptor } from './access-log.interceptor.ts';
import { AccessLog } from './access-log.ts';
import { AccessGuard } from './access.guard.ts';
import { ObjectQueries } from './object.queries.ts';
import { PlayerQueries } from './player.queries.ts';
import { RefusedLooks } from './refused-looks.ts';
import { ShownFiles } from './shown-files.ts';

@Module({
  imports: [AuthModule, FormsModule],
  providers: [
    AccessLog,
    ObjectQueries,
    PlayerQueries,
    RefusedLooks,
    ShownFiles,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: AccessLogInterceptor },
  ],
  exports: [AccessLog, ObjectQueries, PlayerQueries, RefusedLooks],
})
export class AccessModule {}
