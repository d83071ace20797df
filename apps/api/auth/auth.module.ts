import { Module } from '@nestjs/common';
import { AuthController } from './auth.controller.ts';
import { AuthService } from './auth.service.ts';
import { PasswordService } from './password.service.ts';
import { PersonQueries } from './person.queries.ts';
import { SignInTrail } from './sign-in.trail.ts';
import { SessionQueries } from './session.queries.ts';
import { SessionService } from './session.service.ts';

@Module({
  controllers: [AuthController],
  providers: [AuthService, PasswordService, PersonQueries, SessionQueries, SessionService, SignInTrail],
  exports: [SessionService],
})
export class AuthModule {}
