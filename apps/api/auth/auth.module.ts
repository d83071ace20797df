import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { PersonQueries } from './person.queries.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionService } from './session.service.ts';

@Module({
  controllers: [AuthController],
  providers: [AuthService, PersonQueries, SessionQueries, SessionService],
  exports: [SessionService],
})
export class AuthModule {}
