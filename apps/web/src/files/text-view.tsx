import { useQuery } from '@tanstack/react-query';
import { Reading } from '../parts/reading.tsx';
import { problemOf } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';

const longest = 1024 * 1024;

export function TextView({ address, name }: { readonly address: string; readonly name: string }) {
  const { viewer } = useWords();
  const query = useQuery({
    queryKey: ['text', address],
    async queryFn({ signal }) {
      const response = await fetch(address, { signal });
      if (!response.ok) throw await problemOf(response);
      return response.text();
    },
  });
  const { data } = query;
  if (data === undefined) return <Reading query={query} />;
  return (
    <>
      <pre className="viewed" tabIndex={0} role="region" aria-label={name}>
        {data}
      </pre>
      {data.length >= longest / 3 && new Blob([data]).size >= longest && <p className="quiet">{viewer.beginning}</p>}
    </>
  );
}
