import { applyDecorators, Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../../access/access.ts';
import { Unkept } from '../../commands/unkept.ts';
import { Writes } from '../../commands/writes.ts';
import { idSchema } from '../../json.schema.ts';
import { Answers } from '../../problem/answers.ts';
import { TheChange } from '../change.ts';
import type { ChangeOrder } from '../changes.ts';
import { reasonBodySchema } from '../reason.schema.ts';
import type { ReasonBody } from '../reason.schema.ts';
import { AccountService } from './account.service.ts';
import { issuedSchema, personSchema } from './person.schema.ts';
import type { Issued, Person } from './person.schema.ts';

type Id = { readonly id: string };

const AccountAct = (name: string) =>
  applyDecorators(
    Post(`:id/${name}`),
    Role('secadmin'),
    Writes(),
    Answers(200, personSchema, { problems: [404, 409, 422] }),
  );

/** The ways in: the security administrator's. */
@ApiTags('administration')
@Controller('admin/people')
export class AccountController {
  constructor(@Inject(AccountService) private readonly accounts: AccountService) {}

  @Post(':id/reset-password')
  @Role('secadmin')
  @Writes()
  @Unkept()
  @Answers(200, issuedSchema, { problems: [404, 409, 422] })
  resetPassword(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Issued> {
    return this.accounts.resetPassword(change, id, reason);
  }

  @AccountAct('lock')
  lock(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Person> {
    return this.accounts.lock(change, id, reason);
  }

  @AccountAct('unlock')
  unlock(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Person> {
    return this.accounts.unlock(change, id, reason);
  }

  /** Ends all of a person's sessions. */
  @AccountAct('sign-out')
  signOut(
    @Param({ schema: idSchema }) { id }: Id,
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Person> {
    return this.accounts.signOut(change, id, reason);
  }
}
