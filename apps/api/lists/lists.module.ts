import { Global, Module } from '@nestjs/common';
import { Pages } from './page.ts';

@Global()
@Module({ providers: [Pages], exports: [Pages] })
export class ListsModule {}
