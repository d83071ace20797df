import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { mayKeepRegistry } from '../../../domain/registry-access.ts';
import { Business, OnCadre } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { CadreQueries } from './cadre.queries.ts';
import { ChangeQueries } from './change.queries.ts';
import * as bodies from './registry.bodies.ts';
import * as schema from './registry.schema.ts';
import { RegistryService } from './registry.service.ts';
import type { Hand } from './registry.service.ts';
import { EntryAct, EntryCorrection, NewEntry, TheHand } from './registry.write.ts';

@ApiTags('registry')
@Controller('registry/cadres')
export class CadreController {
  constructor(
    @Inject(CadreQueries) private readonly cadres: CadreQueries,
    @Inject(ChangeQueries) private readonly history: ChangeQueries,
    @Inject(RegistryService) private readonly registry: RegistryService,
  ) {}

  @Get()
  @Business()
  @Answers(200, schema.cadreListSchema, { problems: [422] })
  async list(
    @Query({ schema: schema.cadreQuerySchema }) query: schema.CadreQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.RegisteredCadreList> {
    const { rows, ...page } = await this.cadres.list(caller, query, query.on ?? civilDateOf(Date.now()));
    return { ...page, items: [...rows] };
  }

  @Get(':id')
  @OnCadre('read')
  @Answers(200, schema.cadreDetailSchema, { problems: [422] })
  async one(
    @Param({ schema: idSchema }) { id }: { id: string },
    @TheCaller() caller: Caller,
  ): Promise<schema.RegisteredCadreDetail> {
    const found = await this.cadres.one(id);
    if (!found) throw new Error('the guard let a person through that is not there');
    const mayKeep = mayKeepRegistry(caller);
    return { ...found, account: mayKeep ? found.account : null, mayKeep };
  }

  @Get(':id/changes')
  @OnCadre('read')
  @Answers(200, schema.changeListSchema, { problems: [422] })
  changes(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Query({ schema: schema.changeQuerySchema }) query: { limit: number; cursor?: string | undefined },
  ): Promise<schema.RegistryChangeList> {
    return this.history.of('cadre', id, query);
  }

  @NewEntry()
  register(
    @Body({ schema: bodies.newCadreSchema }) body: bodies.Body<typeof bodies.newCadreSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.registerCadre(body, hand);
  }

  @EntryCorrection('cadre')
  correct(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.cadreCorrectionSchema }) body: bodies.Body<typeof bodies.cadreCorrectionSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.correctCadre(id, body, hand);
  }

  @EntryAct('cadre', 'posts')
  appoint(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.appointmentSchema }) body: bodies.Body<typeof bodies.appointmentSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.appoint(id, body, hand);
  }

  @EntryAct('cadre', 'posts/correct')
  correctPost(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.postCorrectionSchema }) body: bodies.Body<typeof bodies.postCorrectionSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.correctPost(id, body, hand);
  }

  @EntryAct('cadre', 'leave')
  leave(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.leaveSchema }) body: bodies.Body<typeof bodies.leaveSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.leave(id, body, hand);
  }
}
