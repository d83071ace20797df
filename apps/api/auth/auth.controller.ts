import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, SignedIn } from '../access/access.ts';
import { rolesOf, TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { doneSchema, loginSchema, signedInSchema, userSchema } from './auth.schema.ts';
import type { Done, Login, SignedInAnswer, User } from './auth.schema.ts';
import { AuthService } from './auth.service.ts';
import { sessionCookie, SessionService } from './session.service.ts';

const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

@ApiTags('auth')
@Controller()
export class AuthController {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(SessionService) private readonly sessions: SessionService,
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
  @SignedIn()
  @Answers(200, doneSchema)
  async logout(@TheCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<Done> {
    await this.sessions.close(caller.session);
    void reply.clearCookie(sessionCookie, cookieOptions);
    return { ok: true };
  }

  @Get('me')
  @SignedIn()
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
});
