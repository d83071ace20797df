import { Body, Controller, Get, Headers, HttpStatus, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import {
  definitionListSchema,
  definitionSchema,
  keySchema,
  listQuerySchema,
  publicationSchema,
  publishQuerySchema,
  versionSchema,
} from './definition.schema.ts';
import type {
  Definition,
  DefinitionList,
  ListQuery,
  Publication,
  PublishQuery,
  VersionParameters,
} from './definition.schema.ts';
import { DefinitionService } from './definition.service.ts';
import { documentIn } from './document-in.ts';

const xml = { 'application/xml': { schema: { type: 'string' } } };

@ApiTags('definitions')
@Controller('definitions')
export class DefinitionController {
  constructor(@Inject(DefinitionService) private readonly definitions: DefinitionService) {}

  @Post()
  @Role('designer')
  @ApiConsumes('application/xml')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN 2.0 or DMN XML' })
  @Answers(201, publicationSchema, { also: [200], problems: [413, 415, 422] })
  async publish(
    @Body() body: unknown,
    @Query({ schema: publishQuerySchema }) { dryRun, preview, validFrom, base, again }: PublishQuery,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Publication> {
    const checkOnly = dryRun === 'true' || preview === 'true';
    const { publication, created } = await this.definitions.publish(documentIn(body), caller.user, {
      dryRun: checkOnly,
      validFrom,
      base,
      again: again === 'true',
    });
    void reply.status(created ? HttpStatus.CREATED : HttpStatus.OK);
    return publication;
  }

  @Get()
  @SignedIn()
  @Answers(200, definitionListSchema)
  list(@Query({ schema: listQuerySchema }) { kind }: ListQuery): Promise<DefinitionList> {
    return this.definitions.list(kind);
  }

  @Get(':key')
  @SignedIn()
  @Answers(200, definitionSchema, { problems: [404, 422], alsoAs: xml })
  newest(
    @Param({ schema: keySchema }) { key }: { key: string },
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Definition | Buffer> {
    return this.one({ key, version: null }, accept, reply);
  }

  @Get(':key/versions/:version')
  @SignedIn()
  @Answers(200, definitionSchema, { problems: [404, 422], alsoAs: xml })
  version(
    @Param({ schema: versionSchema }) parameters: VersionParameters,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Definition | Buffer> {
    return this.one(parameters, accept, reply);
  }

  private one(
    { key, version }: { key: string; version: number | null },
    accept: string | undefined,
    reply: FastifyReply,
  ): Promise<Definition | Buffer> {
    if (!/\b(application|text)\/xml\b/.test(accept ?? '')) return this.definitions.one(key, version);
    void reply.header('content-type', 'application/xml; charset=utf-8');
    return this.definitions.document(key, version);
  }
}
