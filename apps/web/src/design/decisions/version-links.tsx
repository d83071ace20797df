import { Link } from '@tanstack/react-router';
import { useDesign } from '../design-words.ts';

interface VersionLinksProps {
  readonly code: string;
  readonly versions: readonly { readonly version: number }[];
}

/** The versions of a decision, each to look at, and all of them to withdraw or bring back. */
export function VersionLinks({ code, versions }: VersionLinksProps) {
  const { design, words } = useDesign();
  if (versions.length === 0) return null;
  return (
    <p className="row-actions">
      <Link to="/design/$key/versions" params={{ key: code }}>
        {design.version.title}
      </Link>
      {versions.map(({ version }) => (
        <Link key={version} to="/design/decisions/$key" params={{ key: code }} search={{ version }}>
          {words.cases.version(version)}
        </Link>
      ))}
    </p>
  );
}
