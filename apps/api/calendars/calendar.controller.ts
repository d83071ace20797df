import { Body, Controller, Get, HttpStatus, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Role, SignedIn } from '../access/access.ts';
import { TheCaller } from '../access/caller.ts';
import type { Caller } from '../access/caller.ts';
import { Answers } from '../problem/answers.ts';
import { calendarListSchema, calendarQuerySchema, loadedSchema, noticeOfDaysSchema } from './calendar.schema.ts';
import type { CalendarList, CalendarQuery, Loaded, NoticeOfDays } from './calendar.schema.ts';
import { CalendarService } from './calendar.service.ts';

@ApiTags('calendars')
@Controller('calendars')
export class CalendarController {
  constructor(@Inject(CalendarService) private readonly calendars: CalendarService) {}

  @Get()
  @SignedIn()
  @Answers(200, calendarListSchema)
  list(): Promise<CalendarList> {
    return this.calendars.list();
  }

  /** Which alarms a dry run tells of depends on what the caller may see; the notice itself is no business data. */
  @Post()
  @Role('designer', 'sysadmin', 'supervisor', 'cdi.head')
  @Answers(201, loadedSchema, { also: [200], problems: [409, 422] })
  async load(
    @Body({ schema: noticeOfDaysSchema }) notice: NoticeOfDays,
    @Query({ schema: calendarQuerySchema }) { dryRun, preview }: CalendarQuery,
    @TheCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Loaded> {
    const checkOnly = dryRun || preview;
    if (checkOnly) void reply.status(HttpStatus.OK);
    return this.calendars.load(notice, caller, checkOnly);
  }
}
