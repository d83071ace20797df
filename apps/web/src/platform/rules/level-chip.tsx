import { useWords } from '../../words/words.tsx';

const looks = { green: 'plain', yellow: 'today', red: 'severe' } as const;
const signs = { green: '●', yellow: '▲', red: '■' } as const;

/** A colour that is also a word and a shape. */
export function LevelChip({ level }: { readonly level: keyof typeof looks }) {
  const { rule } = useWords();
  return (
    <span className={`chip ${looks[level]}`}>
      <span aria-hidden="true">{signs[level]}</span> {rule.levels[level]}
    </span>
  );
}
