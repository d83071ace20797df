import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthModule } from '../auth/auth.module.ts';
import { AccessGuard } from './access.guard.ts';
import { ObjectQueries } from './object.queries.ts';
import { PlayerQueries } from './player.queries.ts';

@Module({
  imports: [AuthModule],
  providers: [ObjectQueries, PlayerQueries, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [ObjectQueries, PlayerQueries],
})
export class AccessModule {}
