import { Controller, Get, Inject, Module } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { isoOf } from '../../../domain/instant.ts';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Answers } from '../problem/answers.ts';
import { CasePeopleQueries } from './people.queries.ts';

const stepSchema = z.object({
  taskId: z.string(),
  name: z.string(),
  status: z.enum(['open', 'suspended', 'completed', 'cancelled']),
  outcome: z.string().nullable(),
  at: z.string(),
});

export const casePeopleSchema = z
  .object({
    people: z.array(
      z.object({
        user: z.string(),
        name: z.string(),
        agency: z.string().nullable(),
        opened: z.boolean(),
        /** Steps that they have or had in hand, the latest first. */
        steps: z.array(stepSchema),
      }),
    ),
    /** Posts to which steps are offered that nobody has taken yet. */
    offered: z.array(z.object({ role: z.string().nullable(), agency: z.string().nullable(), name: z.string() })),
  })
  .meta({ id: 'CasePeople' });
export type CasePeople = z.infer<typeof casePeopleSchema>;

/** 人员: who has had what in hand in a case, as far as the reader sees the steps. */
@ApiTags('cases')
@Controller('cases/:id/people')
class CasePeopleController {
  constructor(@Inject(CasePeopleQueries) private readonly queries: CasePeopleQueries) {}

  @Get()
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, casePeopleSchema)
  async all(@TheCase() { id }: CaseObject, @TheCaller() caller: Caller): Promise<CasePeople> {
    const [people, offered] = await Promise.all([this.queries.people(id, caller), this.queries.offered(id, caller)]);
    return {
      people: people.map(({ steps, ...person }) => ({
        ...person,
        steps: steps.map((step) => ({ ...step, at: isoOf(step.at) })),
      })),
      offered: [...offered],
    };
  }
}

@Module({ controllers: [CasePeopleController], providers: [CasePeopleQueries] })
export class CasePeopleModule {}
