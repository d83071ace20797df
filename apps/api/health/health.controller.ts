import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/access.ts';
import { Answers } from '../problem/answers.ts';
import { liveSchema, readySchema } from './health.schema.ts';
import type { Live, Ready } from './health.schema.ts';
import { HealthService } from './health.service.ts';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(@Inject(HealthService) private readonly health: HealthService) {}

  @Get('live')
  @Public()
  @Answers(200, liveSchema)
  live(): Live {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @Answers(200, readySchema)
  ready(): Promise<Ready> {
    return this.health.ready();
  }
}
