import { useQuery } from '@tanstack/react-query';
import { versionsQuery } from '../design/design.queries.ts';
import { meQuery } from '../server/queries.ts';

/** The versions of a procedure, newest first, and whether the reader may have a draft of it. */
export function useVersions(procedure: string | undefined) {
  const { data: me } = useQuery(meQuery);
  const query = useQuery({ ...versionsQuery(procedure ?? ''), enabled: procedure !== undefined });
  return { versions: query.data?.items ?? [], mayDraw: me?.roles.includes('designer') ?? false };
}
