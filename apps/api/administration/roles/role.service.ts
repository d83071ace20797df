import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../../domain/errors.ts';
import { RoleStore } from '../../roles/role.store.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import type { NewRole, RoleEntry, RolePut } from './role.schema.ts';

/** Roles of this place's own procedures, beside those of the release. */
@Injectable()
export class RoleService {
  constructor(
    @Inject(RoleStore) private readonly store: RoleStore,
    @Inject(Changes) private readonly changes: Changes,
  ) {}

  async all(): Promise<readonly RoleEntry[]> {
    return Object.entries(await this.store.all()).map(([key, { name, english, agencies, apart }]) => {
      const ofRelease = this.store.isOfRelease(key);
      return { key, name, english, agencies: [...agencies], apart: [...apart], ofRelease };
    });
  }

  async create(order: ChangeOrder, { reason, ...role }: NewRole): Promise<RoleEntry> {
    const book = await this.store.all();
    if (Object.hasOwn(book, role.key)) throw new CaseError('CONFLICT', `角色代码“${role.key}”已被使用`);
    return this.changes.carryOut(order, async (db) => {
      const { key, name, english, agencies, apart } = role;
      await db.query(
        'insert into role (key, name, name_en, agencies, apart, created_at) values ($1, $2, $3, $4, $5, $6)',
        [key, name, english, agencies, apart, new Date()],
      );
      const result = { ...role, ofRelease: false };
      return { result, entries: [{ action: 'role-created', object: ['role', key], after: result, reason }] };
    });
  }

  async change(order: ChangeOrder, key: string, { reason, ...role }: RolePut): Promise<RoleEntry> {
    if (this.store.isOfRelease(key)) throw new CaseError('ROLE_OF_RELEASE', '随产品发布的角色不能在此更改');
    const book = await this.store.all();
    if (!Object.hasOwn(book, key)) throw new CaseError('NOT_FOUND', `没有代码为“${key}”的角色`);
    return this.changes.carryOut(order, async (db) => {
      const { name, english, agencies, apart } = role;
      await db.query('update role set name = $2, name_en = $3, agencies = $4, apart = $5 where key = $1', [
        key,
        name,
        english,
        agencies,
        apart,
      ]);
      const result = { key, ...role, ofRelease: false };
      const entry = {
        action: 'role-changed',
        object: ['role', key],
        before: book[key],
        after: result,
        reason,
      } as const;
      return { result, entries: [entry] };
    });
  }
}
