import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { KeepsRegistry } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { sentFile } from '../sheets/sent-file.ts';
import { cadreColumns, portfolioColumns, unitColumns } from './import.columns.ts';
import { importParametersSchema, importQuerySchema, importReportSchema } from './import.schema.ts';
import type { ImportKind, ImportQuery, ImportReport } from './import.schema.ts';
import { ImportService } from './import.service.ts';

const headers = { units: unitColumns, cadres: cadreColumns, portfolios: portfolioColumns } as const;

@ApiTags('registry')
@Controller('registry/imports')
export class ImportController {
  constructor(@Inject(ImportService) private readonly imports: ImportService) {}

  @Post(':kind')
  @KeepsRegistry()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(200, importReportSchema, { problems: [413, 415, 422] })
  async bring(
    @Param({ schema: importParametersSchema }) { kind }: { kind: ImportKind },
    @Query({ schema: importQuerySchema }) query: ImportQuery,
    @Req() request: FastifyRequest,
    @TheCaller() caller: Caller,
  ): Promise<ImportReport> {
    return this.imports.bring(kind, await sentFile(request), query, caller);
  }

  /** An empty sheet with the columns of its kind; Excel opens it as it is. */
  @Get(':kind/template')
  @KeepsRegistry()
  @Answers(200, z.string(), { problems: [422], instead: { 'text/csv': { schema: { type: 'string' } } } })
  template(
    @Param({ schema: importParametersSchema }) { kind }: { kind: ImportKind },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    const columns: Readonly<Record<string, { readonly header: string }>> = headers[kind];
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${kind}.csv"`,
    });
    return `\uFEFF${Object.values(columns)
      .map(({ header }) => header)
      .join(',')}\r\n`;
  }
}
