import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CaseError } from '../../../domain/errors.ts';
import { mayOverseeDossiers } from '../../../domain/dossier-access.ts';
import { Business, OnDossiers } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { DossierAccess } from './dossier.access.ts';
import { DossierKeeping, todayOr } from './dossier.keeping.ts';
import { DossierOffice } from './dossier.office.ts';
import * as schema from './dossier.schema.ts';
import { GrantQueries } from './grant.queries.ts';

const personSchema = z.object({ person: z.string().min(1).max(64) });
const emptySchema = z.strictObject({});

/** What surrounds the dossiers: rules, keepers, leaves to read, lines that nobody can be found for. */
@ApiTags('dossiers')
@Controller('dossier-office')
export class OfficeController {
  constructor(
    @Inject(DossierOffice) private readonly office: DossierOffice,
    @Inject(DossierKeeping) private readonly keeping: DossierKeeping,
    @Inject(DossierAccess) private readonly access: DossierAccess,
    @Inject(GrantQueries) private readonly leaves: GrantQueries,
  ) {}

  @Get()
  @Business()
  @Answers(200, schema.dossierRulesSchema)
  rules(@TheCaller() caller: Caller): Promise<schema.DossierRulesView> {
    return this.office.rules(caller);
  }

  @Get('keepers')
  @OnDossiers('look')
  @Answers(200, schema.keeperListSchema)
  keepers(@TheCaller() caller: Caller): Promise<schema.DossierKeeperList> {
    return this.office.keepers(caller);
  }

  @Post('keepers')
  @OnDossiers('oversee')
  @Answers(201, schema.keeperListSchema, { problems: [422] })
  async appoint(
    @Body({ schema: schema.appointmentSchema }) { person, since }: z.infer<typeof schema.appointmentSchema>,
    @TheCaller() caller: Caller,
  ): Promise<schema.DossierKeeperList> {
    await this.office.appoint(person, todayOr(since), caller);
    return this.office.keepers(caller);
  }

  @Post('keepers/:person/dismiss')
  @OnDossiers('oversee')
  @Answers(200, schema.doneSchema, { problems: [422] })
  async dismiss(
    @Param({ schema: personSchema }) { person }: { person: string },
    @Body({ schema: schema.dismissalSchema }) { until }: z.infer<typeof schema.dismissalSchema>,
  ): Promise<{ done: boolean }> {
    return { done: await this.office.dismiss(person, todayOr(until)) };
  }

  @Get('strays')
  @OnDossiers('keep')
  @Answers(200, schema.strayListSchema, { problems: [422] })
  strays(
    @Query({ schema: schema.lookQuerySchema }) query: { limit: number; cursor?: string | undefined },
  ): Promise<schema.StrayLineList> {
    return this.office.strays(query);
  }

  @Post('strays/:id/assign')
  @OnDossiers('keep')
  @Answers(200, schema.doneSchema, { problems: [404, 422] })
  async assign(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: schema.strayAssignmentSchema }) { kind, subject }: z.infer<typeof schema.strayAssignmentSchema>,
  ): Promise<{ done: boolean }> {
    await this.keeping.assign(id, { kind, id: subject });
    return { done: true };
  }

  @Get('grants')
  @Business()
  @Answers(200, schema.grantListSchema)
  async grants(@TheCaller() caller: Caller): Promise<schema.DossierGrantList> {
    const all = mayOverseeDossiers(caller) || (await this.access.isKeeper(caller));
    return this.leaves.list(caller, all);
  }

  @Post('grants/:id/begin')
  @Business()
  @Answers(201, schema.writtenLineSchema, { problems: [404, 409, 422] })
  async begin(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: emptySchema }) _body: object,
    @TheCaller() caller: Caller,
  ): Promise<{ id: string }> {
    return { id: await this.leaves.begin(id, caller) };
  }

  @Post('grants/:id/join')
  @Business()
  @Answers(201, schema.writtenLineSchema, { problems: [404, 409, 422] })
  async join(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: emptySchema }) _body: object,
    @TheCaller() caller: Caller,
  ): Promise<{ id: string }> {
    return { id: await this.leaves.join(id, caller) };
  }

  @Post('grants/:id/revoke')
  @OnDossiers('oversee')
  @Answers(200, schema.doneSchema, { problems: [404, 422] })
  async revoke(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: emptySchema }) _body: object,
  ): Promise<{ done: boolean }> {
    if (!(await this.leaves.revoke(id))) throw new CaseError('NOT_FOUND', '没有这项查阅许可，或者它已被收回');
    return { done: true };
  }
}
