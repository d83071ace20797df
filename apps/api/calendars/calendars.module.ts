import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CalendarController } from './calendar.controller.ts';
import { CalendarQueries } from './calendar.queries.ts';
import { CalendarService } from './calendar.service.ts';
import { RollOut } from './roll-out.ts';

@Module({
  imports: [AccessModule],
  controllers: [CalendarController],
  providers: [CalendarQueries, CalendarService, RollOut],
})
export class CalendarsModule {}
