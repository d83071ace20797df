import { Module } from '@nestjs/common';
import { FormStore } from './form.store.ts';

@Module({ providers: [FormStore], exports: [FormStore] })
export class FormsModule {}
