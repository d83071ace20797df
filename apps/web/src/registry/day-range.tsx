import { useWords } from '../words/words.tsx';

/** 2024-01-01 至今 */
export function DayRange({ since, until }: { readonly since: string; readonly until: string | null }) {
  const { registry } = useWords();
  return (
    <>
      {since} {until === null ? registry.present : registry.until(until)}
    </>
  );
}
