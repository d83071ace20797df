import { Body, Controller, Get, Inject, Module, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheChange } from '../administration/change.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { ChangesModule } from '../administration/changes.module.ts';
import { reasonBodySchema } from '../administration/reason.schema.ts';
import type { ReasonBody } from '../administration/reason.schema.ts';
import { Writes } from '../commands/writes.ts';
import { idSchema } from '../json.schema.ts';
import { Answers } from '../problem/answers.ts';
import { AbsenceQueries } from './absence.queries.ts';
import * as schema from './absence.schema.ts';
import type { Absence, AbsenceList } from './absence.schema.ts';
import { AbsenceService } from './absence.service.ts';

@ApiTags('people')
@Controller('absences')
class AbsenceController {
  constructor(@Inject(AbsenceService) private readonly absences: AbsenceService) {}

  @Get()
  @SignedIn()
  @Answers(200, schema.absenceListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.absenceQuerySchema }) query: schema.AbsenceQuery,
    @TheCaller() caller: Caller,
  ): Promise<AbsenceList> {
    return this.absences.list(caller, query);
  }

  @Post()
  @SignedIn()
  @Writes()
  @Answers(201, schema.absenceSchema, { problems: [403, 409, 422] })
  enter(@Body({ schema: schema.newAbsenceSchema }) body: schema.NewAbsence, @TheChange() change: ChangeOrder) {
    return this.absences.enter(change, body);
  }

  @Post(':id/cancel')
  @SignedIn()
  @Writes()
  @Answers(200, schema.absenceSchema, { problems: [403, 404, 409, 422] })
  cancel(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Body({ schema: reasonBodySchema }) { reason }: ReasonBody,
    @TheChange() change: ChangeOrder,
  ): Promise<Absence> {
    return this.absences.cancel(change, id, reason);
  }
}

@Module({
  imports: [ChangesModule],
  controllers: [AbsenceController],
  providers: [AbsenceQueries, AbsenceService],
})
export class AbsencesModule {}
