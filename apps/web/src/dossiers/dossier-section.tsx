import type { Dossier } from '../../../api/dossiers/dossier.schema.ts';
import { useWords } from '../words/words.tsx';
import { DossierLineItem } from './dossier-line.tsx';
import { useSections } from './use-sections.ts';

interface DossierSectionProps {
  readonly section: string;
  readonly dossier: Dossier;
}

/** The lines of one section, the newest first; what was corrected stands under what took its place. */
export function DossierSection({ section, dossier }: DossierSectionProps) {
  const { dossiers } = useWords();
  const { nameOf, rules } = useSections();
  const lines = dossier.lines.filter((line) => line.section === section);
  return (
    <section className="panel">
      <h2>
        {nameOf(section)} <span className="quiet">{lines.filter(({ replacedBy }) => replacedBy === null).length}</span>{' '}
        {rules?.sections[section]?.twoReaders && <span className="chip plain">{dossiers.twoReaders}</span>}
      </h2>
      <ol className="dossier-lines">
        {lines.map((line) => (
          <DossierLineItem key={line.id} line={line} dossier={dossier} />
        ))}
      </ol>
    </section>
  );
}
