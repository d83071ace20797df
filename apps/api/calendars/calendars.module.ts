import { Module } from '@nestjs/common';
import { WhatIfModule } from '../what-if/what-if.module.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarQueries } from './calendar.queries.ts';
import { CalendarService } from './calendar.service.ts';
import { RollOut } from './roll-out.ts';

@Module({
  imports: [WhatIfModule],
  controllers: [CalendarController],
  providers: [CalendarQueries, CalendarService, RollOut],
  exports: [CalendarQueries, RollOut],
})
export class CalendarsModule {}
