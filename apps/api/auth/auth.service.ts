import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { compareWithNobody, passwordMatches } from './password.ts';
import { PersonQueries } from './person.queries.ts';
import { SessionService } from './session.service.ts';

const failuresUntilLocked = 5;
const lockedFor = 30 * 60_000;

const wrong = () => new CaseError('WRONG_CREDENTIALS', '用户名或密码不正确');

/** Logging in: five wrong passwords lock an account for half an hour. */
@Injectable()
export class AuthService {
  constructor(
    @Inject(PersonQueries) private readonly people: PersonQueries,
    @Inject(SessionService) private readonly sessions: SessionService,
  ) {}

  async login(
    user: string,
    password: string,
    remote: string,
  ): Promise<{ readonly token: string; readonly until: Date }> {
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
      await this.people.countFailure(user, failuresUntilLocked, new Date(Date.now() + lockedFor));
      throw wrong();
    }
    await this.people.forgetFailures(user);
    return this.sessions.open(user, remote);
  }
}
