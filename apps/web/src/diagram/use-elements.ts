import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { pictureQuery } from '../server/queries.ts';
import type { Named } from './named-elements.ts';
import { elementsIn } from './named-elements.ts';

/** Everything that a version has a name for; undefined until it has been read. */
export function useElements(code: string, version: number): readonly Named[] | undefined {
  const { data } = useQuery(pictureQuery(code, version));
  return useMemo(() => data && elementsIn(data.bpmn), [data]);
}
