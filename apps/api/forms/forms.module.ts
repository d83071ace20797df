import { Module } from '@nestjs/common';
import { FormController } from './form.controller.ts';
import { FormStore } from './form.store.ts';

@Module({ controllers: [FormController], providers: [FormStore], exports: [FormStore] })
export class FormsModule {}
