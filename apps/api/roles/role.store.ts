import { Inject, Injectable } from '@nestjs/common';
import type { RoleBook, RoleRule } from '../../../domain/role-rule.ts';
import { Database } from '../database.ts';
import { rolesOfRelease } from './role-file.ts';

/** All roles: those of the release, and those that this place has added. */
@Injectable()
export class RoleStore {
  private readonly release = rolesOfRelease();

  constructor(@Inject(Database) private readonly database: Database) {}

  isOfRelease(key: string): boolean {
    return Object.hasOwn(this.release, key);
  }

  async all(): Promise<RoleBook> {
    const own = await this.database.rows<RoleRule & { readonly key: string }>(
      'select key, name, name_en as english, agencies, apart from role order by key',
    );
    return { ...this.release, ...Object.fromEntries(own.map(({ key, ...rule }) => [key, rule])) };
  }

  async names(): Promise<Record<string, { name: string; english: string }>> {
    const book = Object.entries(await this.all());
    return Object.fromEntries(book.map(([key, { name, english }]) => [key, { name, english }]));
  }
}
