import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Business } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { dossierParametersSchema } from '../dossiers/dossier.schema.ts';
import type { DossierParameters } from '../dossiers/dossier.schema.ts';
import { Answers } from '../problem/answers.ts';
import { PortraitService } from './portrait.service.ts';
import { portraitOrderSchema, portraitSchema } from './portrait.schema.ts';
import type { Portrait, PortraitOrder } from './portrait.schema.ts';

/** 画像: a POST, since the reason for the look belongs in no address and the look is written down. */
@ApiTags('dossiers')
@Controller('dossiers')
export class PortraitController {
  constructor(@Inject(PortraitService) private readonly portraits: PortraitService) {}

  @Post(':kind/:subject/portrait')
  @Business()
  @Answers(200, portraitSchema, { problems: [404, 422] })
  look(
    @Param({ schema: dossierParametersSchema }) { kind, subject }: DossierParameters,
    @Body({ schema: portraitOrderSchema }) { reason }: PortraitOrder,
    @TheCaller() caller: Caller,
  ): Promise<Portrait> {
    return this.portraits.look({ kind, id: subject }, reason, caller);
  }
}
