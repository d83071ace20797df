import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AttachmentController } from './attachment.controller.ts';
import { AttachmentService } from './attachment.service.ts';
import { Converter } from './converter.ts';
import { FileStore } from './file.store.ts';
import { PartStore } from './part.store.ts';
import { AttachmentViewController } from './view.controller.ts';

@Module({
  imports: [AccessModule],
  controllers: [AttachmentController, AttachmentViewController],
  providers: [AttachmentService, Converter, FileStore, PartStore],
  exports: [AttachmentService, Converter, FileStore, PartStore],
})
export class AttachmentsModule {}
