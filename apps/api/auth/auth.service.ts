import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { compareWithNobody, passwordMatches } from './password.ts';
import { PersonQueries } from './person.queries.ts';
import { SessionService } from './session.service.ts';
import { SignInTrail } from './sign-in.trail.ts';

const failuresUntilLocked = 5;
const lockedFor = 30 * 60_000;

const wrong = () => new CaseError('WRONG_CREDENTIALS', '用户名或密码不正确');

/** Logging in: five wrong passwords lock an account for half an hour. */
@Injectable()
export class AuthService {
  constructor(
    @Inject(PersonQueries) private readonly people: PersonQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(SignInTrail) private readonly trail: SignInTrail,
  ) {}

  async login(
    user: string,
    password: string,
    remote: string,
  ): Promise<{ readonly token: string; readonly until: Date }> {
    await this.prove(user, password, remote);
    await this.people.noteSignIn(user);
    await this.trail.note('signed-in', { user, remote });
    return this.sessions.open(user, remote);
  }

  async logout({ user, remote, session }: Caller): Promise<void> {
    await this.sessions.close(session);
    await this.trail.note('signed-out', { user, remote });
  }

  /** Throws unless the password is this person's, now. */
  async prove(user: string, password: string, remote: string): Promise<void> {
    const found = await this.people.credentialsOf(user);
    if (!found?.passwordHash) {
      await compareWithNobody(password);
      throw wrong();
    }
    const lockedFurther = (found.lockedUntil ?? 0) - Date.now();
    if (lockedFurther > 0)
      throw new CaseError('LOCKED', '密码多次输入错误，账号已暂时锁定，请稍后再试', {
        retryAfter: Math.ceil(lockedFurther / 1000),
      });
    if (!(await passwordMatches(password, found.passwordHash))) {
      const locked = await this.people.countFailure(user, failuresUntilLocked, new Date(Date.now() + lockedFor));
      await this.trail.note(locked ? 'account-locked' : 'sign-in-refused', { user, remote });
      throw wrong();
    }
    if (found.locked) throw new CaseError('ACCOUNT_LOCKED', '账号已被锁定，请联系安全保密管理员');
    if (found.expiresAt !== null && found.expiresAt <= Date.now())
      throw new CaseError('ONE_TIME_EXPIRED', '一次性口令已过期，请联系安全保密管理员重新发放');
  }
}
