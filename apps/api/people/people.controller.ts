import { Controller, Get, Inject, Module, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { ColleagueQueries } from './people.queries.ts';
import { colleagueListSchema, colleagueQuerySchema } from './people.schema.ts';
import type { ColleagueList, ColleagueQuery } from './people.schema.ts';

/** Whom one may give something to: found by name, agency or role. */
@ApiTags('people')
@Controller('people')
class ColleaguesController {
  constructor(@Inject(ColleagueQueries) private readonly queries: ColleagueQueries) {}

  @Get()
  @Business()
  @Answers(200, colleagueListSchema, { problems: [422] })
  async list(
    @Query({ schema: colleagueQuerySchema }) query: ColleagueQuery,
    @TheCaller() caller: Caller,
  ): Promise<ColleagueList> {
    const { rows, ...page } = await this.queries.list(query, caller);
    return { ...page, items: [...rows] };
  }
}

@Module({ controllers: [ColleaguesController], providers: [ColleagueQueries] })
export class PeopleModule {}
