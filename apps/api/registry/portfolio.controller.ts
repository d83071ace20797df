import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { registryWords } from '../../../definitions/registry.ts';
import type { RegistryWords } from '../../../definitions/registry.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Business, KeepsRegistry } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { CadreQueries } from './cadre.queries.ts';
import * as bodies from './registry.bodies.ts';
import * as schema from './registry.schema.ts';
import { RegistryService } from './registry.service.ts';
import type { Hand } from './registry.service.ts';
import { NewEntry, TheHand } from './registry.write.ts';

/** 分管, and the words of the registry. */
@ApiTags('registry')
@Controller('registry')
export class PortfolioController {
  constructor(
    @Inject(CadreQueries) private readonly cadres: CadreQueries,
    @Inject(RegistryService) private readonly registry: RegistryService,
  ) {}

  @Get('words')
  @Business()
  @Answers(200, schema.registryWordsSchema)
  words(): RegistryWords {
    return registryWords;
  }

  @Get('portfolios')
  @Business()
  @Answers(200, schema.portfolioListSchema, { problems: [422] })
  async list(
    @Query({ schema: schema.portfolioQuerySchema }) query: schema.PortfolioQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.PortfolioList> {
    const { rows, ...page } = await this.cadres.portfolios(caller, query, query.on ?? civilDateOf(Date.now()));
    return { ...page, items: [...rows] };
  }

  @NewEntry('portfolios')
  give(
    @Body({ schema: bodies.newPortfolioSchema }) body: bodies.Body<typeof bodies.newPortfolioSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.giveCharge(body, hand);
  }

  @Post('portfolios/correct')
  @KeepsRegistry()
  @Writes()
  @Answers(200, schema.registryWrittenSchema, { problems: [409, 422] })
  correct(
    @Body({ schema: bodies.portfolioCorrectionSchema }) body: bodies.Body<typeof bodies.portfolioCorrectionSchema>,
    @TheHand() hand: Hand,
  ) {
    return this.registry.correctCharge(body, hand);
  }
}
