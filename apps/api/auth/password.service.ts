import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { passwordDefects } from '../../../domain/password-rule.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { AuthService } from './auth.service.ts';
import type { PasswordChange } from './auth.schema.ts';
import { hashPassword } from './password.ts';
import { SessionQueries } from './session.queries.ts';
import { SignInTrail } from './sign-in.trail.ts';

/** A person's own change of password: who knows the old one may set a new one, and is alone afterwards. */
@Injectable()
export class PasswordService {
  constructor(
    @Inject(AuthService) private readonly auth: AuthService,
    @Inject(Database) private readonly database: Database,
    @Inject(SessionQueries) private readonly sessions: SessionQueries,
    @Inject(SignInTrail) private readonly trail: SignInTrail,
  ) {}

  async change(caller: Caller, { current, next }: PasswordChange): Promise<void> {
    const { user, session, remote } = caller;
    const defects = passwordDefects(next, user);
    if (defects.length > 0) throw new CaseError('WEAK_PASSWORD', '新口令不符合要求，请按提示更改', { defects });
    if (next === current) throw new CaseError('SAME_PASSWORD', '新口令不能与原口令相同');
    await this.prove(user, current, remote);
    const hash = await hashPassword(next);
    const now = new Date();
    await this.database.rows(
      `update person set password_hash = $2, one_time = false, password_expires_at = null, password_changed_at = $3
       where id = $1`,
      [user, hash, now],
    );
    await this.sessions.revokeOthers(user, session, now);
    await this.trail.note('password-changed', caller);
  }

  /** A wrong one is an error of the form, not the end of the session; it counts towards the lock all the same. */
  private async prove(user: string, current: string, remote: string): Promise<void> {
    try {
      await this.auth.prove(user, current, remote);
    } catch (error) {
      if (!(error instanceof CaseError) || error.code !== 'WRONG_CREDENTIALS') throw error;
      const message = '原口令不正确';
      throw new CaseError('WRONG_PASSWORD', message, {
        defects: [{ code: 'WRONG_PASSWORD', message, path: 'current' }],
      });
    }
  }
}
