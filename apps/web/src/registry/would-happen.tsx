import { useQuery } from '@tanstack/react-query';
import type { RegistryWritten } from '../../../api/registry/registry.schema.ts';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';

interface WouldHappenProps {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly ready: boolean;
}

/** What an act on the registry would touch, worked out by the server without doing it. */
export function WouldHappen({ path, body, ready }: WouldHappenProps) {
  const { registry, join } = useWords();
  const { would } = registry;
  const { data, isFetching } = useQuery({
    queryKey: ['registry', 'preview', path, body],
    queryFn: ({ signal }) => call<RegistryWritten>(path, { method: 'POST', body, query: { preview: true }, signal }),
    enabled: ready,
    retry: false,
  });
  if (!ready) return null;
  const open = data?.open;
  const isOpen = open && open.cases + open.tasks + open.items > 0;
  return (
    <section className="readonly" role="status" aria-label={would.title}>
      <h3>{would.title}</h3>
      {isFetching && !data && <p className="quiet">{would.checking}</p>}
      {data && (
        <p>
          {data.changes.length === 0 ? would.nothing : would.touched(data.changes.map(({ name }) => name).join(join))}
        </p>
      )}
      {isOpen && (
        <p className={body['successor'] ? undefined : 'fault'}>
          {(body['successor'] ? would.open : would.orphan)(open.cases, open.tasks, open.items)}
        </p>
      )}
      {open && open.obligations > 0 && <p>{would.obligations(open.obligations, Boolean(body['successor']))}</p>}
      {open && open.unowned > 0 && <p className="fault">{would.unowned(open.unowned)}</p>}
    </section>
  );
}
