import { useWords } from '../words/words.tsx';

/** 密级 as the mark on a document: always a word. */
export function SecrecyMark({ level }: { readonly level: string }) {
  const { secrecy } = useWords();
  if (level === 'public') return null;
  return (
    <span className={`mark ${level}`}>
      <span className="hidden">{secrecy.label} </span>
      {secrecy.names[level] ?? level}
    </span>
  );
}
