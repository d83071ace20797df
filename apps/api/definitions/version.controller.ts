import { Body, Controller, Get, Inject, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { TheEnvelope } from '../commands/envelope.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Writes } from '../commands/writes.ts';
import { Answers } from '../problem/answers.ts';
import { keySchema, versionSchema } from './definition.schema.ts';
import type { VersionParameters } from './definition.schema.ts';
import * as schema from './version.schema.ts';
import type { ChangedVersion, DefinitionTrail, Reschedule, VersionList, VersionReason } from './version.schema.ts';
import { VersionService } from './version.service.ts';

/** Which version new cases take. Those who publish, and the supervising leader, may stop one. */
@ApiTags('definitions')
@Controller('definitions/:key')
export class VersionController {
  constructor(@Inject(VersionService) private readonly versions: VersionService) {}

  @Get('versions')
  @SignedIn()
  @Answers(200, schema.versionListSchema, { problems: [404, 422] })
  list(@Param({ schema: keySchema }) { key }: { key: string }, @TheCaller() caller: Caller): Promise<VersionList> {
    return this.versions.list(key, caller);
  }

  @Get('trail')
  @Role('designer', 'supervisor', 'cdi.head', 'auditadmin')
  @Answers(200, schema.definitionTrailSchema, { problems: [404, 422] })
  trail(@Param({ schema: keySchema }) { key }: { key: string }): Promise<DefinitionTrail> {
    return this.versions.trail(key);
  }

  @Post('versions/:version/withdraw')
  @Role('designer', 'supervisor')
  @Writes()
  @Answers(200, schema.changedVersionSchema, { problems: [404, 409, 422] })
  withdraw(
    @Param({ schema: versionSchema }) of: VersionParameters,
    @Body({ schema: schema.versionReasonSchema }) { reason }: VersionReason,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedVersion> {
    return this.versions.withdraw({ of, caller, envelope, reason });
  }

  @Post('versions/:version/reinstate')
  @Role('designer', 'supervisor')
  @Writes()
  @Answers(200, schema.changedVersionSchema, { problems: [404, 409, 422] })
  reinstate(
    @Param({ schema: versionSchema }) of: VersionParameters,
    @Body({ schema: schema.versionReasonSchema }) { reason }: VersionReason,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedVersion> {
    return this.versions.reinstate({ of, caller, envelope, reason });
  }

  @Patch('versions/:version')
  @Role('designer')
  @Writes()
  @Answers(200, schema.changedVersionSchema, { problems: [404, 409, 422] })
  reschedule(
    @Param({ schema: versionSchema }) of: VersionParameters,
    @Body({ schema: schema.rescheduleSchema }) { validFrom, reason }: Reschedule,
    @TheCaller() caller: Caller,
    @TheEnvelope() envelope: Envelope,
  ): Promise<ChangedVersion> {
    return this.versions.reschedule({ of, caller, envelope, reason }, validFrom);
  }
}
