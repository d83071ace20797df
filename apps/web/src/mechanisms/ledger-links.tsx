import { Link } from '@tanstack/react-router';
import { useCatalogue } from '../ledgers/use-catalogue.ts';

/** Where the records of a mechanism are found. */
export function LedgerLinks({ kinds }: { readonly kinds: readonly string[] }) {
  const catalogue = useCatalogue();
  return kinds.map((kind) => (
    <Link key={kind} to="/ledgers/$kind" params={{ kind }}>
      {catalogue.nameOf(kind)}
    </Link>
  ));
}
