import { Module } from '@nestjs/common';
import { Changes } from './changes.ts';

@Module({ providers: [Changes], exports: [Changes] })
export class ChangesModule {}
