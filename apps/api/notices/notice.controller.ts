import { Body, Controller, Get, Inject, Module, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { isoOf } from '../../../domain/instant.ts';
import { SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';
import { Answers } from '../problem/answers.ts';
import { NoticeQueries } from './notice.queries.ts';

const noticeSchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    taskId: z.string().nullable(),
    kind: z.string(),
    level: z.int().nullable(),
    text: z.string(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: 'Notice' });
export const noticeListSchema = listOf(noticeSchema, 'NoticeList');
const querySchema = z.object({ ...pageQuery, unread: flag.optional() });
const readSchema = z.strictObject({ ids: z.array(z.string().max(300)).min(1).max(200) });
const readAnswerSchema = z.object({ read: z.int() }).meta({ id: 'NoticesRead' });

/** What a person is told in the product. */
@ApiTags('notices')
@Controller('notices')
class NoticeController {
  constructor(@Inject(NoticeQueries) private readonly notices: NoticeQueries) {}

  @Get()
  @SignedIn()
  @Answers(200, noticeListSchema, { problems: [422] })
  async list(@Query({ schema: querySchema }) query: z.infer<typeof querySchema>, @TheCaller() { user }: Caller) {
    const { rows, ...page } = await this.notices.list(user, query);
    return {
      ...page,
      items: rows.map(({ createdAt, readAt, ...notice }) => ({
        ...notice,
        createdAt: isoOf(createdAt),
        readAt: readAt === null ? null : isoOf(readAt),
      })),
    };
  }

  @Post('read')
  @SignedIn()
  @Answers(200, readAnswerSchema, { problems: [422] })
  async read(@Body({ schema: readSchema }) { ids }: z.infer<typeof readSchema>, @TheCaller() { user }: Caller) {
    return { read: await this.notices.markRead(user, ids) };
  }
}

@Module({ controllers: [NoticeController], providers: [NoticeQueries] })
export class NoticesModule {}
