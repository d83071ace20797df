import { useQuery } from '@tanstack/react-query';
import { useNames } from '../parts/names.ts';
import { directoryQuery } from '../server/queries.ts';

type Choices = readonly (readonly [value: string, label: string])[];

/** Agencies and roles to choose from, by name. */
export function useChoices(): { readonly agencies: Choices; readonly roles: Choices } {
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  return {
    agencies: (data?.agencies ?? []).map(({ id }) => [id, names.agency(id)] as const),
    roles: Object.keys(data?.roles ?? {}).map((key) => [key, names.role(key)] as const),
  };
}
