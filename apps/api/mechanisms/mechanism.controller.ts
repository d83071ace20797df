import { Controller, Get, Inject, Module, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { MechanismQueries } from './mechanism.queries.ts';
import { mechanismListSchema, mechanismParametersSchema, mechanismSchema } from './mechanism.schema.ts';
import type { Mechanism, MechanismList } from './mechanism.schema.ts';
import { MechanismService } from './mechanism.service.ts';

@ApiTags('mechanisms')
@Controller('mechanisms')
class MechanismController {
  constructor(@Inject(MechanismService) private readonly mechanisms: MechanismService) {}

  @Get()
  @SignedIn()
  @Answers(200, mechanismListSchema)
  list(@TheCaller() caller: Caller): Promise<MechanismList> {
    return this.mechanisms.list(caller);
  }

  @Get(':key')
  @SignedIn()
  @Answers(200, mechanismSchema, { problems: [404, 422] })
  one(
    @Param({ schema: mechanismParametersSchema }) { key }: { key: string },
    @TheCaller() caller: Caller,
  ): Promise<Mechanism> {
    return this.mechanisms.one(key, caller);
  }
}

@Module({ controllers: [MechanismController], providers: [MechanismQueries, MechanismService] })
export class MechanismsModule {}
