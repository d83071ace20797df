import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DesignNames } from '../../../../api/design/design.schema.ts';
import { useNames } from '../../parts/names.ts';
import { directoryQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import type { DesignWords } from '../design-words.ts';
import { namesQuery } from '../design.queries.ts';
import type { Named } from './field.ts';

interface Option {
  readonly key: string;
  readonly label: string;
}

/** What there is to choose from, each with its code: people read the name, expressions use the code. */
export function useNamed(from: Named): readonly Option[] {
  const { design } = useDesign();
  const { data: directory } = useQuery(directoryQuery);
  const { data: names } = useQuery(namesQuery);
  const of = useNames();
  return useMemo(() => {
    const coded = (key: string, name: string): Option => ({ key, label: name === key ? key : `${name}（${key}）` });
    switch (from) {
      case 'agencies':
        return (directory?.agencies ?? []).map(({ id }) => coded(id, of.agency(id)));
      case 'people':
        return (directory?.people ?? []).map(({ id, name, title }) => coded(id, title ? `${name} ${title}` : name));
      case 'roles':
        return Object.keys(directory?.roles ?? {}).map((key) => coded(key, of.role(key)));
      case 'periods':
        return (names?.periods ?? []).map((period) => coded(period.key, periodText(period, design)));
      default:
        return (names?.[from] ?? []).map(({ key, name }) => coded(key, name));
    }
  }, [from, directory, names, of, design]);
}

const periodText = ({ name, amount, unit }: DesignNames['periods'][number], { units }: DesignWords): string =>
  amount === null ? name : `${name} ${amount}${units[unit] ?? unit}`;
