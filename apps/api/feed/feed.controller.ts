import { createHash, randomBytes } from 'node:crypto';
import { Controller, Delete, Get, Inject, Module, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Business, Public } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { FeedQueries } from './feed.queries.ts';
import { feedText } from './feed.text.ts';

const feedSchema = z
  .object({
    createdAt: z.string().nullable(),
    lastReadAt: z.string().nullable(),
    /** Told once, when it is made. */
    path: z.string().optional(),
  })
  .meta({ id: 'CalendarFeed' });
type Feed = z.infer<typeof feedSchema>;

const fileSchema = z.object({ file: z.string().max(100) });
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const none: Feed = { createdAt: null, lastReadAt: null };

/** The address of one's own deadlines: a secret of its own, made anew or taken back at any time. */
@ApiTags('calendar')
@Controller('me/calendar')
class OwnFeedController {
  constructor(@Inject(FeedQueries) private readonly feeds: FeedQueries) {}

  @Get()
  @Business()
  @Answers(200, feedSchema)
  async own(@TheCaller() { user }: Caller): Promise<Feed> {
    const feed = await this.feeds.own(user);
    if (!feed) return none;
    const { createdAt, lastReadAt } = feed;
    return { createdAt: isoOf(createdAt), lastReadAt: lastReadAt === null ? null : isoOf(lastReadAt) };
  }

  /** Makes an address; the one before it no longer works. */
  @Post()
  @Business()
  @Answers(201, feedSchema)
  async make(@TheCaller() { user }: Caller): Promise<Feed> {
    const token = randomBytes(24).toString('base64url');
    const now = Date.now();
    await this.feeds.put(user, hashOf(token), new Date(now));
    return { createdAt: isoOf(now), lastReadAt: null, path: `api/calendar/${token}.ics` };
  }

  @Delete()
  @Business()
  @Answers(200, feedSchema)
  async revoke(@TheCaller() { user }: Caller): Promise<Feed> {
    await this.feeds.drop(user);
    return none;
  }
}

/** The feed itself: calendar programs cannot sign in, so the address is the key. */
@ApiTags('calendar')
@Controller('calendar')
class FeedController {
  constructor(@Inject(FeedQueries) private readonly feeds: FeedQueries) {}

  @Get(':file')
  @Public()
  @Answers(200, z.string(), {
    problems: [404, 422],
    instead: { 'text/calendar': { schema: { type: 'string' } } },
  })
  async feed(
    @Param({ schema: fileSchema }) { file }: { file: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const token = /^([\w-]{32})\.ics$/.exec(file)?.[1];
    const person = token === undefined ? undefined : await this.feeds.reader(hashOf(token), new Date());
    if (!person) throw new CaseError('NOT_FOUND', '没有这个日历，或者它的地址已经停用');
    void reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, no-store' });
    return feedText(person.name, await this.feeds.deadlines(person.id), pagesOf(request));
  }
}

/** Where the pages are for who asks: behind a proxy as it says. */
function pagesOf({ protocol, host, headers }: FastifyRequest): string {
  const prefix = headers['x-forwarded-prefix'];
  const path = typeof prefix === 'string' && /^(\/[\w.-]+)+\/?$/.test(prefix) ? prefix.replace(/\/$/, '') : '';
  const proto = headers['x-forwarded-proto'] === 'https' ? 'https' : protocol;
  return `${proto}://${host}${path}/`;
}

@Module({ controllers: [OwnFeedController, FeedController], providers: [FeedQueries] })
export class FeedModule {}
