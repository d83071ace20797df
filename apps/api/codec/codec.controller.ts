import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessModule } from '../access/access.module.ts';
import { OpensSealed } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { openedSchema, payloadsSchema } from './codec.schema.ts';
import type { OpenedPayloads, SentPayloads } from './codec.schema.ts';
import { CodecService } from './codec.service.ts';

/** What Temporal's own pages ask to show a history in clear: its remote codec protocol. Nothing is sealed here. */
@ApiTags('codec')
@Controller('codec')
class CodecController {
  constructor(@Inject(CodecService) private readonly codec: CodecService) {}

  @Post('decode')
  @OpensSealed()
  @Answers(200, openedSchema, { problems: [413, 422] })
  decode(
    @Body({ schema: payloadsSchema }) { payloads }: SentPayloads,
    @TheCaller() caller: Caller,
  ): Promise<OpenedPayloads> {
    return this.codec.open(caller, payloads);
  }
}

@Module({ imports: [AccessModule], controllers: [CodecController], providers: [CodecService] })
export class CodecModule {}
