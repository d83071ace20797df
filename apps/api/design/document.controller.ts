import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Role } from '../access/access.ts';
import { documentIn } from '../definitions/document-in.ts';
import { versionSchema } from '../definitions/definition.schema.ts';
import type { VersionParameters } from '../definitions/definition.schema.ts';
import { Answers } from '../problem/answers.ts';
import * as schema from './document.schema.ts';
import { DocumentService } from './document.service.ts';

/** What the designer's page asks while somebody draws; nothing is kept. */
@ApiTags('design')
@Controller('design')
export class DocumentController {
  constructor(@Inject(DocumentService) private readonly documents: DocumentService) {}

  @Post('check')
  @Role('designer')
  @ApiConsumes('application/xml')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN 2.0 or DMN XML' })
  @Answers(200, schema.checkedDocumentSchema, { problems: [413, 415, 422] })
  check(@Body() body: unknown): Promise<schema.CheckedDocument> {
    return this.documents.check(documentIn(body));
  }

  @Post('import')
  @Role('designer')
  @ApiConsumes('application/xml')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN 2.0 or DMN XML, of another engine too' })
  @Answers(200, schema.openedDocumentSchema, { problems: [413, 415, 422] })
  opened(@Body() body: unknown): Promise<schema.OpenedDocument> {
    return this.documents.opened(documentIn(body));
  }

  @Post('layout')
  @Role('designer')
  @ApiConsumes('application/xml')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN 2.0 XML' })
  @Answers(200, schema.laidOutSchema, { problems: [413, 415, 422] })
  laidOut(@Body() body: unknown): Promise<schema.LaidOutDocument> {
    return this.documents.laidOut(documentIn(body));
  }

  @Post('decide')
  @Role('designer')
  @Answers(200, schema.triedDecisionSchema, { problems: [413, 422] })
  decided(@Body({ schema: schema.tryDecisionSchema }) tried: schema.TryDecision): Promise<schema.TriedDecision> {
    return this.documents.decided(tried);
  }

  @Get('documents/:key/:version')
  @Role('designer')
  @Answers(200, schema.openedDocumentSchema, { problems: [404, 422] })
  version(@Param({ schema: versionSchema }) { key, version }: VersionParameters): Promise<schema.OpenedDocument> {
    return this.documents.version(key, version);
  }
}
