import { describe, expect, it } from 'vitest';
import { administratorKinds, confirmerOfPost, resettersOf } from '../../../domain/administration.ts';
import { passwordDefects } from '../../../domain/password-rule.ts';
import { clashesWith, mayCarry } from '../../../domain/role-rule.ts';
import type { RoleBook } from '../../../domain/role-rule.ts';
import { rolesOfRelease } from '../../../apps/api/roles/role-file.ts';

const book: RoleBook = rolesOfRelease();

describe('three kinds of administrator', () => {
  it.each(administratorKinds)('no kind confirms a new password of its own kind, nor asks for it: %s', (kind) => {
    const { asks, confirms } = resettersOf(kind);
    expect(new Set([kind, asks, confirms]).size).toBe(3);
  });

  it.each([
    ['cdi.intake', 'secadmin'],
    ['sysadmin', 'secadmin'],
    ['auditadmin', 'secadmin'],
    ['secadmin', 'auditadmin'],
  ])('a post as %s is confirmed by the %s', (role, confirmer) => {
    expect(confirmerOfPost(role)).toBe(confirmer);
  });
});

describe('roles that one person may not hold together', () => {
  it.each([
    ['sysadmin', ['auditadmin'], ['auditadmin']],
    ['secadmin', ['designer'], ['designer']],
    ['audit.staff', ['sysadmin'], ['sysadmin']],
    ['cdi.trial', ['cdi.invest', 'cdi.style'], ['cdi.invest']],
    ['cdi.invest', ['cdi.trial'], ['cdi.trial']],
    ['cdi.intake', ['cdi.oversight'], ['cdi.oversight']],
    ['cdi.oversight', ['cdi.invest'], []],
    ['cdi.head', ['supervisor'], []],
    ['unknown', ['cdi.intake'], []],
  ])('%s beside %j clashes with %j', (role, held, clashes) => {
    expect(clashesWith(role, held, book)).toEqual(clashes);
  });
});

describe('the agencies of a role', () => {
  it.each([
    ['cdi.intake', { id: 'cdi', kind: 'discipline', parent: null }, true],
    ['cdi.intake', { id: 'audit', kind: 'audit', parent: null }, false],
    ['cdi.oversight', { id: 'stationed1', kind: 'discipline', parent: 'cdi' }, true],
    ['insp.team', { id: 'team7', kind: 'inspection', parent: 'insp' }, true],
    ['insp.team', { id: 'insp', kind: 'inspection', parent: null }, false],
    ['unit.head', { id: 'unit9', kind: 'unit', parent: null }, true],
    ['designer', { id: 'anything', kind: 'other', parent: null }, true],
  ] as const)('%s in %j: %s', (role, agency, may) => {
    const rule = book[role];
    expect(rule && mayCarry(rule, agency)).toBe(may);
  });
});

describe('a new password', () => {
  it.each([
    ['short', 'aB3$', false],
    ['two classes', 'abcdefgh1', false],
    ['with the account’s name', 'Zhang.San9', false],
    ['three classes', 'Sunflower7', true],
    ['with Chinese', '青山依旧Hills', true],
  ])('%s', (_, password, good) => {
    expect(passwordDefects(password, 'zhang.san').length === 0).toBe(good);
  });
});
