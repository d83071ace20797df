import type { Dossier } from '../../../api/dossiers/dossier.schema.ts';
import { useWords } from '../words/words.tsx';
import { ReadTogether } from './grants.tsx';
import { useSections } from './use-sections.ts';

/** What only two together may read: how they come together. */
export function Together({ dossier }: { readonly dossier: Dossier }) {
  const { dossiers, join } = useWords();
  const { nameOf } = useSections();
  return (
    <section className="panel">
      <h2>{dossiers.together}</h2>
      <p>{dossiers.togetherOnly(dossier.together.map(nameOf).join(join))}</p>
      {dossier.grant && <ReadTogether grant={dossier.grant} />}
    </section>
  );
}
