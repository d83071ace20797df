import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { AttachmentController } from './attachment.controller.ts';
import { AttachmentService } from './attachment.service.ts';
import { FileStore } from './file.store.ts';

@Module({ imports: [AccessModule], controllers: [AttachmentController], providers: [AttachmentService, FileStore] })
export class AttachmentsModule {}
