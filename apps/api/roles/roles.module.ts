import { Module } from '@nestjs/common';
import { RoleStore } from './role.store.ts';

@Module({ providers: [RoleStore], exports: [RoleStore] })
export class RolesModule {}
