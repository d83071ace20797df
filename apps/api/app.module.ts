import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AbsencesModule } from './absences/absence.controller.ts';
import { AdministrationModule } from './administration/administration.module.ts';
import { AccessLogModule } from './access-log/access-log.controller.ts';
import { AccessModule } from './access/access.module.ts';
import { CodecModule } from './codec/codec.controller.ts';
import { AuthModule } from './auth/auth.module.ts';
import { BulkModule } from './bulk/bulk.controller.ts';
import { CaseFileModule } from './case-file/case-file.controller.ts';
import { CasePeopleModule } from './case-people/people.controller.ts';
import { CaseTrailModule } from './case-trail/trail.controller.ts';
import { CasesModule } from './cases/cases.module.ts';
import { CommandsModule } from './commands/commands.module.ts';
import { CopiesModule } from './copies/copy.controller.ts';
import { CoreModule } from './core.module.ts';
import { DeputiesModule } from './deputies/deputy.controller.ts';
import { DefinitionsModule } from './definitions/definitions.module.ts';
import { AsidesModule } from './asides/aside.controller.ts';
import { CorrectionsModule } from './corrections/correction.controller.ts';
import { LinksModule } from './links/link.controller.ts';
import { NotesModule } from './notes/note.controller.ts';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { CalendarsModule } from './calendars/calendars.module.ts';
import { EventsModule } from './events/event.controller.ts';
import { HistoryModule } from './history/history.module.ts';
import { IntakeModule } from './intake/intake.controller.ts';
import { LedgersModule } from './ledgers/ledgers.module.ts';
import { NoticesModule } from './notices/notice.controller.ts';
import { DashboardModule } from './dashboard/dashboard.module.ts';
import { DossiersModule } from './dossiers/dossiers.module.ts';
import { PortraitsModule } from './portraits/portraits.module.ts';
import { DraftsModule } from './drafts/draft.controller.ts';
import { DesignModule } from './design/design.module.ts';
import { DutiesModule } from './duties/duties.module.ts';
import { DirectoryModule } from './directory/directory.controller.ts';
import { FeedModule } from './feed/feed.controller.ts';
import { HealthModule } from './health/health.module.ts';
import { ListsModule } from './lists/lists.module.ts';
import { MechanismsModule } from './mechanisms/mechanism.controller.ts';
import { MessagesModule } from './messages/messages.module.ts';
import { PeopleModule } from './people/people.controller.ts';
import { MigrationsModule } from './migrations/migrations.module.ts';
import { OpenApiModule } from './openapi/openapi.controller.ts';
import { RecurringModule } from './recurring/recurring.module.ts';
import { RegistryModule } from './registry/registry.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { PreferencesModule } from './preferences/preference.controller.ts';
import { RulesModule } from './rules/rule.controller.ts';
import { PresenceModule } from './presence/presence.controller.ts';
import { SearchModule } from './search/case.search.ts';
import { RecusalsModule } from './recusals/recusal.controller.ts';
import { TasksModule } from './tasks/tasks.module.ts';
import { TrailModule } from './trail/trail.controller.ts';
import { TrialsModule } from './trials/trials.module.ts';
import { UploadsModule } from './uploads/upload.controller.ts';
import { ViewsModule } from './views/view.controller.ts';
import { WhatIfModule } from './what-if/what-if.module.ts';
import { WebModule } from './web/web.module.ts';
import type { Settings } from './settings.ts';

/** One module per resource. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CoreModule.with(settings),
        CommandsModule,
        ListsModule,
        SearchModule,
        AuthModule,
        AccessModule,
        AccessLogModule,
        CodecModule,
        HealthModule,
        DefinitionsModule,
        CasesModule,
        CaseFileModule,
        CasePeopleModule,
        CaseTrailModule,
        CorrectionsModule,
        AsidesModule,
        NotesModule,
        LinksModule,
        IntakeModule,
        HistoryModule,
        TasksModule,
        MechanismsModule,
        MessagesModule,
        MigrationsModule,
        TrialsModule,
        AttachmentsModule,
        UploadsModule,
        LedgersModule,
        NoticesModule,
        CalendarsModule,
        EventsModule,
        DashboardModule,
        DesignModule,
        DirectoryModule,
        DraftsModule,
        AdministrationModule,
        AbsencesModule,
        DeputiesModule,
        PeopleModule,
        RecusalsModule,
        CopiesModule,
        BulkModule,
        TrailModule,
        RecurringModule,
        RegistryModule,
        ViewsModule,
        PlatformModule,
        PreferencesModule,
        PresenceModule,
        FeedModule,
        RulesModule,
        WhatIfModule,
        DossiersModule,
        PortraitsModule,
        DutiesModule,
        OpenApiModule,
        WebModule,
      ],
    };
  }
}
