import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';

/** 申请查阅: the lawful way to another's dossier, whether there is one or not. */
export const AskToRead = ({ primary }: { readonly primary?: true }) => (
  <Link to="/cases/new" search={{ procedure: 'DangAnChaYue' }} className={primary ? 'button primary' : 'button'}>
    {useWords().dossiers.ask}
  </Link>
);
