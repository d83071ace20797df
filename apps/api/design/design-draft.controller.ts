import { Body, Controller, Delete, Get, Inject, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';
import { Role } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { DesignDraftQueries } from './design-draft.queries.ts';
import type { DraftRow } from './design-draft.queries.ts';
import {
  designDraftSchema,
  draftAddressSchema,
  draftListSchema,
  draftQuerySchema,
  savedDraftSchema,
} from './design-draft.schema.ts';
import type {
  DesignDraft,
  DesignDraftList,
  DesignDraftSummary,
  DraftAddress,
  DraftQuery,
} from './design-draft.schema.ts';

/** A designer's own drafts: nobody else can read them, nothing of them is judged before it is published. */
@ApiTags('design')
@Controller('design/drafts')
export class DesignDraftController {
  constructor(@Inject(DesignDraftQueries) private readonly drafts: DesignDraftQueries) {}

  @Get()
  @Role('designer')
  @Answers(200, draftListSchema)
  async list(@TheCaller() { user }: Caller): Promise<DesignDraftList> {
    const rows = await this.drafts.all(user);
    return { items: rows.map(summaryOf), nextCursor: null, total: rows.length };
  }

  @Get(':kind/:key')
  @Role('designer')
  @Answers(200, designDraftSchema, { problems: [404, 422] })
  async one(
    @Param({ schema: draftAddressSchema }) address: DraftAddress,
    @TheCaller() { user }: Caller,
  ): Promise<DesignDraft> {
    const row = await this.known(user, address);
    const content = row.kind === 'form' ? (JSON.parse(row.content) as DesignDraft['content']) : row.content;
    return { ...summaryOf(row), content };
  }

  @Put(':kind/:key')
  @Role('designer')
  @ApiConsumes('application/xml', 'application/json')
  @ApiBody({ schema: { type: 'string' }, description: 'BPMN or DMN XML, or a form as JSON Schema' })
  @Answers(200, savedDraftSchema, { problems: [409, 413, 415, 422] })
  async save(
    @Param({ schema: draftAddressSchema }) address: DraftAddress,
    @Query({ schema: draftQuerySchema }) { name, base, seen }: DraftQuery,
    @Body() body: unknown,
    @TheCaller() { user }: Caller,
  ): Promise<DesignDraftSummary> {
    const content = contentOf(address, body);
    const draft = { ...address, name, content, baseVersion: base ?? null, at: new Date() };
    if (!(await this.drafts.save(user, draft, seenAt(seen))))
      throw new CaseError('DRAFT_CHANGED', '这份草稿已在别的窗口改动或删除，请先看一看再保存');
    return summaryOf(await this.known(user, address));
  }

  @Delete(':kind/:key')
  @Role('designer')
  @Answers(200, draftListSchema, { problems: [422] })
  async drop(
    @Param({ schema: draftAddressSchema }) address: DraftAddress,
    @TheCaller() caller: Caller,
  ): Promise<DesignDraftList> {
    await this.drafts.drop(caller.user, address);
    return this.list(caller);
  }

  private async known(user: string, address: DraftAddress): Promise<DraftRow> {
    const row = await this.drafts.one(user, address);
    if (!row) throw new CaseError('NOT_FOUND', '没有这份草稿');
    return row;
  }
}

function contentOf({ kind }: DraftAddress, body: unknown): string {
  if (kind === 'form') {
    if (typeof body === 'object' && body !== null && !Buffer.isBuffer(body)) return JSON.stringify(body);
    throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '表单草稿请以 Content-Type: application/json 提交');
  }
  if (Buffer.isBuffer(body)) return body.toString('utf8');
  throw new CaseError('UNSUPPORTED_MEDIA_TYPE', '流程和决策草稿请以 Content-Type: application/xml 提交');
}

function seenAt(text: string | undefined): number | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (instant === null) throw new CaseError('INVALID_INPUT', 'seen 应是上次保存的时间', { path: 'seen' });
  return instant;
}

const summaryOf = ({ kind, key, name, baseVersion, savedAt, published }: DraftRow): DesignDraftSummary => ({
  kind,
  key,
  name,
  baseVersion,
  savedAt: isoOf(savedAt),
  published: published && { ...published, at: isoOf(Date.parse(published.at)) },
});
