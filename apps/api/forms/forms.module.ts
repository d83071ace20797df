import { Module } from '@nestjs/common';
import { FormController } from './form.controller.ts';
import { FormQueries } from './form.queries.ts';
import { FormService } from './form.service.ts';
import { FormStore } from './form.store.ts';

@Module({ controllers: [FormController], providers: [FormQueries, FormService, FormStore], exports: [FormStore] })
export class FormsModule {}
