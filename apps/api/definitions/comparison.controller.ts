import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Role, SignedIn } from '../access/access.ts';
import { Answers } from '../problem/answers.ts';
import { comparisonQuerySchema, comparisonSchema } from './comparison.schema.ts';
import type { Comparison, ComparisonQuery } from './comparison.schema.ts';
import { ComparisonService } from './comparison.service.ts';
import { versionSchema } from './definition.schema.ts';
import type { VersionParameters } from './definition.schema.ts';
import { documentIn } from './document-in.ts';

/** From the version in the path to another one, or to a document that is not published. */
@ApiTags('definitions')
@Controller('definitions/:key/versions/:version/compare')
export class ComparisonController {
  constructor(@Inject(ComparisonService) private readonly comparison: ComparisonService) {}

  @Get()
  @SignedIn()
  @Answers(200, comparisonSchema, { problems: [404, 422] })
  versions(
    @Param({ schema: versionSchema }) of: VersionParameters,
    @Query({ schema: comparisonQuerySchema }) { with: other }: ComparisonQuery,
  ): Promise<Comparison> {
    return this.comparison.versions(of, other);
  }

  @Post()
  @Role('designer')
  @ApiConsumes('application/xml')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN 2.0 or DMN XML, not published' })
  @Answers(200, comparisonSchema, { problems: [404, 413, 415, 422] })
  document(@Param({ schema: versionSchema }) of: VersionParameters, @Body() body: unknown): Promise<Comparison> {
    return this.comparison.document(of, documentIn(body));
  }
}
