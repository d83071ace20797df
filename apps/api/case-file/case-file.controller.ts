import { Controller, Get, Inject, Module, StreamableFile } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { AccessLog } from '../access/access-log.ts';
import { AccessModule } from '../access/access.module.ts';
import { OnCase } from '../access/access.ts';
import { TheCaller, TheCase } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { refuseGuest } from '../access/refuse-guest.ts';
import { AttachmentsModule } from '../attachments/attachments.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { caseSchema } from '../cases/case.schema.ts';
import { NameBook } from '../directory/names.ts';
import { HistoryModule } from '../history/history.module.ts';
import { Answers } from '../problem/answers.ts';
import { CaseFile } from './case-file.ts';
import { CaseFileQueries } from './case-file.queries.ts';

/** 卷宗: all that a case holds as one archive, with the proof that nothing in it was changed. */
@ApiTags('cases')
@Controller('cases/:id/file.zip')
class CaseFileController {
  constructor(
    @Inject(CaseFile) private readonly file: CaseFile,
    @Inject(AccessLog) private readonly log: AccessLog,
  ) {}

  @Get()
  @OnCase('read')
  @ApiParam({ name: 'id', type: String })
  @Answers(200, caseSchema, { instead: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async whole(@TheCase() found: CaseObject, @TheCaller() caller: Caller): Promise<StreamableFile> {
    refuseGuest(caller, found);
    await this.log.exported(caller, 'GET /api/cases/:id/file.zip', { items: [found] }, ({ id }) => id);
    const { name, content } = await this.file.of(found, caller);
    return new StreamableFile(content, {
      type: 'application/zip',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.zip`)}`,
    });
  }
}

@Module({
  imports: [AccessModule, AttachmentsModule, CasesModule, HistoryModule],
  controllers: [CaseFileController],
  providers: [CaseFile, CaseFileQueries, NameBook],
})
export class CaseFileModule {}
