import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { CasesModule } from '../cases/cases.module.ts';
import { MessageController } from './message.controller.ts';
import { MessageService } from './message.service.ts';

@Module({ imports: [AccessModule, CasesModule], controllers: [MessageController], providers: [MessageService] })
export class MessagesModule {}
