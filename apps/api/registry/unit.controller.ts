import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { mayKeepRegistry } from '../../../domain/registry-access.ts';
import { Business, OnUnit } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { ChangeQueries } from './change.queries.ts';
import * as bodies from './registry.bodies.ts';
import * as schema from './registry.schema.ts';
import { RegistryService } from './registry.service.ts';
import type { Hand } from './registry.service.ts';
import { EntryAct, EntryCorrection, NewEntry, TheHand } from './registry.write.ts';
import { UnitQueries } from './unit.queries.ts';

@ApiTags('registry')
@Controller('registry/units')
export class UnitController {
  constructor(
    @Inject(UnitQueries) private readonly units: UnitQueries,
    @Inject(ChangeQueries) private readonly history: ChangeQueries,
    @Inject(RegistryService) private readonly registry: RegistryService,
  ) {}

  @Get()
  @Business()
  @Answers(200, schema.unitListSchema, { problems: [422] })
  async list(
    @Query({ schema: schema.unitQuerySchema }) query: schema.UnitQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.RegisteredUnitList> {
    const { rows, ...page } = await this.units.list(caller, query, query.on ?? today());
    return { ...page, items: [...rows] };
  }

  @Get(':id')
  @OnUnit('read')
  @Answers(200, schema.unitDetailSchema, { problems: [422] })
  async one(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Query({ schema: schema.onQuerySchema }) { on }: schema.OnQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.RegisteredUnitDetail> {
    const found = await this.units.one(id, on ?? today());
    if (!found) throw new Error('the guard let a unit through that is not there');
    return { ...found, mayKeep: mayKeepRegistry(caller) };
  }

  @Get(':id/changes')
  @OnUnit('read')
  @Answers(200, schema.changeListSchema, { problems: [422] })
  changes(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Query({ schema: schema.changeQuerySchema }) query: { limit: number; cursor?: string | undefined },
  ): Promise<schema.RegistryChangeList> {
    return this.history.of('unit', id, query);
  }

  @NewEntry()
  found(@Body({ schema: bodies.newUnitSchema }) body: bodies.Body<typeof bodies.newUnitSchema>, @TheHand() hand: Hand) {
    return this.registry.foundUnit(body, hand);
  }

  @EntryAct('unit', 'terms')
  change(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.unitChangeSchema }) body: bodies.Body<typeof bodies.unitChangeSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.changeUnit(id, body, hand);
  }

  @EntryCorrection('unit')
  correct(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.unitBeginSchema }) body: bodies.Body<typeof bodies.unitBeginSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.correctBegin(id, body, hand);
  }

  @EntryAct('unit', 'end')
  end(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.unitEndSchema }) body: bodies.Body<typeof bodies.unitEndSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.endUnit(id, body, hand);
  }

  @EntryAct('unit', 'restore')
  restore(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: bodies.bareSchema }) body: bodies.Body<typeof bodies.bareSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.restoreUnit(id, body, hand);
  }
}

const today = (): string => civilDateOf(Date.now());
