import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { AbsenceEntity } from './entities/absence.entity.ts';
import { AccessLogEntity } from './entities/access-log.entity.ts';
import { AdminRequestEntity } from './entities/admin-request.entity.ts';
import { AdminTrailEntity } from './entities/admin-trail.entity.ts';
import { AgencyEntity } from './entities/agency.entity.ts';
import { AlarmViewEntity } from './entities/alarm-view.entity.ts';
import { AnswerEntity } from './entities/answer.entity.ts';
import { AttachmentShareEntity } from './entities/attachment-share.entity.ts';
import { AttachmentEntity } from './entities/attachment.entity.ts';
import { BulkItemEntity } from './entities/bulk-item.entity.ts';
import { BulkJobEntity } from './entities/bulk-job.entity.ts';
import { CadrePostEntity } from './entities/cadre-post.entity.ts';
import { CadreEntity } from './entities/cadre.entity.ts';
import { CalendarFeedEntity } from './entities/calendar-feed.entity.ts';
import { CalendarEntity } from './entities/calendar.entity.ts';
import { CaseGroupEntity } from './entities/case-group.entity.ts';
import { CaseTextEntity } from './entities/case-text.entity.ts';
import { CaseViewEntity } from './entities/case-view.entity.ts';
import { ChildViewEntity } from './entities/child-view.entity.ts';
import { CopyReceiptEntity } from './entities/copy-receipt.entity.ts';
import { CopyViewEntity } from './entities/copy-view.entity.ts';
import { DecisionEntity } from './entities/decision.entity.ts';
import { DefinitionTrailEntity } from './entities/definition-trail.entity.ts';
import { DefinitionEntity } from './entities/definition.entity.ts';
import { DeliveryEntity } from './entities/delivery.entity.ts';
import { DeputyEntity } from './entities/deputy.entity.ts';
import { DesignDraftEntity } from './entities/design-draft.entity.ts';
import { DossierGrantEntity } from './entities/dossier-grant.entity.ts';
import { DossierKeeperEntity } from './entities/dossier-keeper.entity.ts';
import { DossierLineEntity } from './entities/dossier-line.entity.ts';
import { DossierLookEntity } from './entities/dossier-look.entity.ts';
import { DossierSessionEntity } from './entities/dossier-session.entity.ts';
import { DossierEntity } from './entities/dossier.entity.ts';
import { DraftEntity } from './entities/draft.entity.ts';
import { DataBatchEntity } from './entities/data-batch.entity.ts';
import { DataRowEntity } from './entities/data-row.entity.ts';
import { DataSourceEntity } from './entities/data-source.entity.ts';
import { DataSourceChangeEntity } from './entities/data-source-change.entity.ts';
import { DoubtEntity } from './entities/doubt.entity.ts';
import { IndicatorEntity } from './entities/indicator.entity.ts';
import { WarningRuleEntity } from './entities/warning-rule.entity.ts';
import { EcologyModelEntity } from './entities/ecology-model.entity.ts';
import { EcologyScoreEntity } from './entities/ecology-score.entity.ts';
import { DutyActEntity } from './entities/duty-act.entity.ts';
import { DutyItemEntity } from './entities/duty-item.entity.ts';
import { DutyListEntity } from './entities/duty-list.entity.ts';
import { DutyOccurrenceEntity } from './entities/duty-occurrence.entity.ts';
import { FormEntity } from './entities/form.entity.ts';
import { IncidentViewEntity } from './entities/incident-view.entity.ts';
import { IntakeEntity } from './entities/intake.entity.ts';
import { IntakeRowEntity } from './entities/intake-row.entity.ts';
import { JournalVoidEntity } from './entities/journal-void.entity.ts';
import { JournalEntity } from './entities/journal.entity.ts';
import { ListViewEntity } from './entities/list-view.entity.ts';
import { MigrationItemEntity } from './entities/migration-item.entity.ts';
import { MigrationJobEntity } from './entities/migration-job.entity.ts';
import { LinkViewEntity } from './entities/link-view.entity.ts';
import { NoteViewEntity } from './entities/note-view.entity.ts';
import { NoticeEntity } from './entities/notice.entity.ts';
import { NumberSeriesEntity } from './entities/number-series.entity.ts';
import { OutboxEntity } from './entities/outbox.entity.ts';
import { PersonEntity } from './entities/person.entity.ts';
import { PortfolioEntity } from './entities/portfolio.entity.ts';
import { PostEntity } from './entities/post.entity.ts';
import { PreferenceEntity } from './entities/preference.entity.ts';
import { PresenceEntity } from './entities/presence.entity.ts';
import { RecordViewEntity } from './entities/record-view.entity.ts';
import { RecusalCaseEntity } from './entities/recusal-case.entity.ts';
import { RecusalEntity } from './entities/recusal.entity.ts';
import { RecurringActEntity } from './entities/recurring-act.entity.ts';
import { RecurringOpeningEntity } from './entities/recurring-opening.entity.ts';
import { RecurringProcedureEntity } from './entities/recurring-procedure.entity.ts';
import { RegistryChangeEntity } from './entities/registry-change.entity.ts';
import { RegistryImportEntity } from './entities/registry-import.entity.ts';
import { RoleEntity } from './entities/role.entity.ts';
import { RuleSetEntity } from './entities/rule-set.entity.ts';
import { ServiceEntity } from './entities/service.entity.ts';
import { SessionEntity } from './entities/session.entity.ts';
import { TaskViewEntity } from './entities/task-view.entity.ts';
import { TimelineEntity } from './entities/timeline.entity.ts';
import { TrialActEntity } from './entities/trial-act.entity.ts';
import { TrialDraftEntity } from './entities/trial-draft.entity.ts';
import { TrialEntity } from './entities/trial.entity.ts';
import { UnitTermEntity } from './entities/unit-term.entity.ts';
import { UnitEntity } from './entities/unit.entity.ts';
import { UploadEntity } from './entities/upload.entity.ts';
import { WaitViewEntity } from './entities/wait-view.entity.ts';

/** The tables as TypeORM sees them. The schema itself is written as SQL in database/migrations and never synchronised. */
export const createDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    entities: [
      AbsenceEntity,
      AccessLogEntity,
      AdminRequestEntity,
      AdminTrailEntity,
      AgencyEntity,
      AlarmViewEntity,
      AnswerEntity,
      AttachmentShareEntity,
      AttachmentEntity,
      BulkItemEntity,
      BulkJobEntity,
      CadreEntity,
      CadrePostEntity,
      CalendarEntity,
      CalendarFeedEntity,
      CaseGroupEntity,
      CaseTextEntity,
      CaseViewEntity,
      ChildViewEntity,
      CopyReceiptEntity,
      CopyViewEntity,
      DecisionEntity,
      DefinitionEntity,
      DefinitionTrailEntity,
      DeliveryEntity,
      DeputyEntity,
      DesignDraftEntity,
      DossierEntity,
      DossierGrantEntity,
      DossierKeeperEntity,
      DossierLineEntity,
      DossierLookEntity,
      DossierSessionEntity,
      DraftEntity,
      DataBatchEntity,
      DataRowEntity,
      DataSourceEntity,
      DataSourceChangeEntity,
      DoubtEntity,
      IndicatorEntity,
      WarningRuleEntity,
      EcologyModelEntity,
      EcologyScoreEntity,
      DutyActEntity,
      DutyItemEntity,
      DutyListEntity,
      DutyOccurrenceEntity,
      FormEntity,
      IncidentViewEntity,
      IntakeEntity,
      IntakeRowEntity,
      JournalEntity,
      JournalVoidEntity,
      ListViewEntity,
      MigrationItemEntity,
      MigrationJobEntity,
      LinkViewEntity,
      NoteViewEntity,
      NoticeEntity,
      NumberSeriesEntity,
      OutboxEntity,
      PersonEntity,
      PortfolioEntity,
      PostEntity,
      PreferenceEntity,
      PresenceEntity,
      RecordViewEntity,
      RecusalCaseEntity,
      RecusalEntity,
      RecurringActEntity,
      RecurringOpeningEntity,
      RecurringProcedureEntity,
      RegistryChangeEntity,
      RegistryImportEntity,
      RoleEntity,
      RuleSetEntity,
      ServiceEntity,
      SessionEntity,
      TaskViewEntity,
      TimelineEntity,
      TrialActEntity,
      TrialDraftEntity,
      TrialEntity,
      UnitEntity,
      UnitTermEntity,
      UploadEntity,
      WaitViewEntity,
    ],
  });
