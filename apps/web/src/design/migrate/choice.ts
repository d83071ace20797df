import type { VersionList } from '../../../../api/definitions/version.schema.ts';
import type { OrderMigration } from '../../../../api/migrations/migration.schema.ts';
import type { Mapping } from './mapping.ts';
import { mappingIn } from './mapping.ts';

/** What the wizard's address says. */
export interface MigrateSearch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly trial?: boolean | undefined;
  readonly map?: string | undefined;
  readonly status?: string | undefined;
  readonly agency?: string | undefined;
  readonly element?: string | undefined;
  readonly openedFrom?: string | undefined;
  readonly openedTo?: string | undefined;
  readonly job?: string | undefined;
}

export interface Choice {
  readonly from: number;
  readonly to: number;
  readonly trial: boolean;
  readonly mapping: Mapping;
  readonly filter: OrderMigration['filter'];
}

/** What is to be moved where: to the newest, from the version that most open cases have, unless the address says otherwise. */
export function choiceOf(search: MigrateSearch, versions: VersionList['items']): Choice | null {
  const to = search.to ?? Math.max(...versions.map(({ version }) => version));
  const others = versions.filter(({ version }) => version !== to);
  const open = ({ cases }: VersionList['items'][number]) => cases?.open ?? 0;
  const [most] = others.toSorted((one, other) => open(other) - open(one) || other.version - one.version);
  const from = search.from !== undefined && search.from !== to ? search.from : most?.version;
  if (from === undefined) return null;
  const { status, agency, element, openedFrom, openedTo } = search;
  return {
    from,
    to,
    trial: search.trial ?? false,
    mapping: mappingIn(search.map),
    filter: {
      ...(status ? { status: status as 'running' } : {}),
      ...(agency ? { agency } : {}),
      ...(element ? { elementId: element } : {}),
      ...(openedFrom ? { openedFrom } : {}),
      ...(openedTo ? { openedTo } : {}),
    },
  };
}

export const orderOf = ({ from, to, trial, mapping, filter }: Choice) => ({
  fromVersion: from,
  toVersion: to,
  trial,
  mapping,
  filter,
});
