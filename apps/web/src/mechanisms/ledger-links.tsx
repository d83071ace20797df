import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';

/** Where the records of a mechanism are found. */
export function LedgerLinks({ kinds }: { readonly kinds: readonly string[] }) {
  const { ledgers } = useWords();
  return kinds.map((kind) => (
    <Link key={kind} to="/ledgers/$kind" params={{ kind }}>
      {ledgers.kinds[kind] ?? kind}
    </Link>
  ));
}
