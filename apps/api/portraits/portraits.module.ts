import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module.ts';
import { LedgersModule } from '../ledgers/ledgers.module.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { PortraitController } from './portrait.controller.ts';
import { PortraitService } from './portrait.service.ts';
import { UnitPortraits } from './unit-portraits.ts';

/** 画像. */
@Module({
  imports: [DossiersModule, LedgersModule, PlatformModule],
  controllers: [PortraitController],
  providers: [PortraitService, UnitPortraits],
})
export class PortraitsModule {}
