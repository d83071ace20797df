import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BusinessCalendar } from '../../../../domain/calendar.ts';
import { directoryQuery } from '../server/queries.ts';
import { useSpeaking } from '../words/words.tsx';

/** Names for ids; an id that nobody knows stands for itself. */
export interface Names {
  readonly agency: (id: string | null) => string;
  readonly person: (id: string | null) => string;
  readonly role: (key: string | null) => string;
  readonly calendar: BusinessCalendar;
}

const noCalendar: BusinessCalendar = { id: 'default', version: 0, years: {} };

export function useNames(): Names {
  const { language } = useSpeaking();
  const { data } = useQuery(directoryQuery);
  return useMemo(() => {
    const named = (item: { readonly name: string; readonly english: string }) =>
      language === 'en' ? item.english || item.name : item.name;
    const agencies = new Map(data?.agencies.map((agency) => [agency.id, named(agency)]));
    const people = new Map(data?.people.map(({ id, name }) => [id, name]));
    const roles = new Map(Object.entries(data?.roles ?? {}).map(([key, role]) => [key, named(role)]));
    const of = (names: ReadonlyMap<string, string>) => (id: string | null) =>
      id === null ? '' : (names.get(id) ?? id);
    return { agency: of(agencies), person: of(people), role: of(roles), calendar: data?.calendar ?? noCalendar };
  }, [data, language]);
}
