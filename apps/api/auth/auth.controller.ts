import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JustSignedIn, Public } from '../access/access.ts';
import { rolesOf, TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { doneSchema, loginSchema, passwordSchema, signedInSchema, userSchema } from './auth.schema.ts';
import type { Done, Login, PasswordChange, SignedInAnswer, User } from './auth.schema.ts';
import { AuthService } from './auth.service.ts';
import { PasswordService } from './password.service.ts';
import { sessionCookie, SessionService } from './session.service.ts';

const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(PasswordService) private readonly passwords: PasswordService,
  ) {}

  @Post('auth/login')
  @Public()
  @RouteConfig({ rateLimit: { max: 300, timeWindow: '1 minute' } })
  @Answers(200, signedInSchema, { problems: [401, 422] })
  async login(
    @Body({ schema: loginSchema }) { username, password }: Login,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInAnswer> {
    const { token, until } = await this.auth.login(username, password, request.ip);
    void reply.setCookie(sessionCookie, token, {
      ...cookieOptions,
      expires: until,
      secure: request.protocol === 'https',
    });
    request.headers.authorization = `Bearer ${token}`;
    return { accessToken: token, user: userOf(await this.sessions.callerOf(request)) };
  }

  @Post('auth/logout')
  @JustSignedIn()
  @Answers(200, doneSchema)
  async logout(@TheCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Done> {
    await this.auth.logout(caller);
    void reply.clearCookie(sessionCookie, cookieOptions);
    return { ok: true };
  }

  /** Every other session of the person ends. */
  @Post('auth/password')
  @JustSignedIn()
  @RouteConfig({ rateLimit: { max: 300, timeWindow: '1 minute' } })
  @Answers(200, doneSchema, { problems: [422] })
  async changePassword(
    @Body({ schema: passwordSchema }) change: PasswordChange,
    @TheCaller() caller: Caller,
  ): Promise<Done> {
    await this.passwords.change(caller, change);
    return { ok: true };
  }

  @Get('me')
  @JustSignedIn()
  @Answers(200, userSchema)
  me(@TheCaller() caller: Caller): User {
    return userOf(caller);
  }
}

const userOf = (caller: Caller): User => ({
  username: caller.user,
  name: caller.name,
  agency: caller.agency,
  roles: [...rolesOf(caller)],
  posts: [...caller.posts],
  mustChangePassword: caller.mustChangePassword,
});
