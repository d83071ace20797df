import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Business, OnDossiers } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { DossierKeeping, todayOr } from './dossier.keeping.ts';
import { DossierReader } from './dossier.reader.ts';
import * as schema from './dossier.schema.ts';
import type { z } from 'zod';

type Of<Schema extends z.ZodType> = z.infer<Schema>;
type Parameters = schema.DossierParameters;

/** 廉政档案 of persons and units: judged where they are read, since leave, time and company decide. */
@ApiTags('dossiers')
@Controller('dossiers')
export class DossierController {
  constructor(
    @Inject(DossierReader) private readonly reader: DossierReader,
    @Inject(DossierKeeping) private readonly keeping: DossierKeeping,
  ) {}

  @Get()
  @Business()
  @Answers(200, schema.dossierListSchema, { problems: [422] })
  list(
    @Query({ schema: schema.dossierQuerySchema }) query: schema.DossierQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.DossierList> {
    return this.reader.list(caller, query);
  }

  @Post()
  @OnDossiers('keep')
  @Answers(201, schema.dossierParametersSchema, { problems: [409, 422] })
  async open(
    @Body({ schema: schema.newDossierSchema }) { kind, subject, on }: Of<typeof schema.newDossierSchema>,
    @TheCaller() caller: Caller,
  ): Promise<Parameters> {
    const opened = await this.keeping.open({ kind, id: subject }, todayOr(on), caller);
    return { kind: opened.kind, subject: opened.id };
  }

  @Get(':kind/:subject')
  @Business()
  @Answers(200, schema.dossierSchema, { problems: [404, 422] })
  read(
    @Param({ schema: schema.dossierParametersSchema }) { kind, subject }: Parameters,
    @Query({ schema: schema.readQuerySchema }) query: schema.ReadQuery,
    @TheCaller() caller: Caller,
  ): Promise<schema.Dossier> {
    return this.reader.read({ kind, id: subject }, query, caller);
  }

  @Get(':kind/:subject/looks')
  @OnDossiers('look')
  @Answers(200, schema.lookListSchema, { problems: [422] })
  looks(
    @Param({ schema: schema.dossierParametersSchema }) { kind, subject }: Parameters,
    @Query({ schema: schema.lookQuerySchema }) query: { limit: number; cursor?: string | undefined },
  ): Promise<schema.DossierLookList> {
    return this.reader.looks({ kind, id: subject }, query);
  }

  @Post(':kind/:subject/seal')
  @OnDossiers('keep')
  @Answers(200, schema.doneSchema, { problems: [409, 422] })
  async seal(
    @Param({ schema: schema.dossierParametersSchema }) { kind, subject }: Parameters,
    @Body({ schema: schema.sealSchema }) { on, reason }: Of<typeof schema.sealSchema>,
    @TheCaller() caller: Caller,
  ): Promise<{ done: boolean }> {
    await this.keeping.seal({ kind, id: subject }, { on: todayOr(on), reason }, caller);
    return { done: true };
  }

  @Post(':kind/:subject/lines')
  @OnDossiers('keep')
  @Answers(201, schema.writtenLineSchema, { problems: [404, 422] })
  async write(
    @Param({ schema: schema.dossierParametersSchema }) { kind, subject }: Parameters,
    @Body({ schema: schema.newLineSchema }) line: Of<typeof schema.newLineSchema>,
    @TheCaller() caller: Caller,
  ): Promise<{ id: string }> {
    return { id: await this.keeping.write({ kind, id: subject }, line, caller) };
  }

  @Post(':kind/:subject/lines/:line/correct')
  @OnDossiers('keep')
  @Answers(201, schema.writtenLineSchema, { problems: [404, 409, 422] })
  async correct(
    @Param({ schema: schema.lineParametersSchema }) { kind, subject, line }: Of<typeof schema.lineParametersSchema>,
    @Body({ schema: schema.correctionSchema }) body: Of<typeof schema.correctionSchema>,
    @TheCaller() caller: Caller,
  ): Promise<{ id: string }> {
    return { id: await this.keeping.correct(line, { kind, id: subject }, body, caller) };
  }
}
