import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { versionSchema } from '../definitions/definition.schema.ts';
import type { VersionParameters } from '../definitions/definition.schema.ts';
import { Answers } from '../problem/answers.ts';
import { SupposedVersion } from './version.service.ts';
import { supposeVersionSchema } from './version.schema.ts';
import type { SupposeVersion } from './version.schema.ts';
import { whatIfSchema } from './what-if.schema.ts';
import type { WhatIf } from './what-if.schema.ts';

/** Changes nothing. Numbers are of all open cases, particulars of those in the caller's circle. */
@ApiTags('definitions')
@Controller('definitions/:key/versions/:version/what-if')
export class WhatIfController {
  constructor(@Inject(SupposedVersion) private readonly supposed: SupposedVersion) {}

  @Post()
  @Role('designer', 'supervisor', 'cdi.head')
  @Answers(200, whatIfSchema, { problems: [404, 422] })
  version(
    @Param({ schema: versionSchema }) of: VersionParameters,
    @Body({ schema: supposeVersionSchema }) suppose: SupposeVersion,
    @TheCaller() caller: Caller,
  ): Promise<WhatIf> {
    return this.supposed.effectOf(of, suppose, caller);
  }
}
