import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { DossierAccess } from './dossier.access.ts';
import { DossierController } from './dossier.controller.ts';
import { DossierKeeping } from './dossier.keeping.ts';
import { DossierOffice } from './dossier.office.ts';
import { DossierQueries } from './dossier.queries.ts';
import { DossierReader } from './dossier.reader.ts';
import { GrantQueries } from './grant.queries.ts';
import { OfficeController } from './office.controller.ts';

/** 廉政档案. */
@Module({
  imports: [AccessModule],
  controllers: [DossierController, OfficeController],
  providers: [DossierAccess, DossierQueries, DossierReader, DossierKeeping, DossierOffice, GrantQueries],
  exports: [DossierReader],
})
export class DossiersModule {}
