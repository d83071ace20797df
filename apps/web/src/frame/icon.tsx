const paths = {
  work: 'M4 5h12v12H4zM7 9l2 2 4-4M7 14h6',
  cases: 'M3 6h5l2 2h7v9H3z',
  board: 'M4 17V9M8 17V4M12 17v-6M16 17V7',
  mechanisms: 'M3 3h5v5H3zM12 12h5v5h-5zM8 5.500h6.500V12M5.500 8v6.500H12',
  ledgers: 'M5 3h10v14H5zM8 7h4M8 10h4M8 13h4',
  registry:
    'M4 4h12v13H4zM8 9a1.8 1.8 0 1 0 0-3.600A1.800 1.800 0 0 0 8 9zM5.800 13c.3-1.600 1-2.200 2.200-2.200s1.900.6 2.200 2.200M12 8h2.500M12 11h2.500',
  dossiers: 'M3 5h5l2 2h7v9H3zM10 14.200v-2.400M10 11.800a1.400 1.400 0 1 0 0-2.800 1.400 1.400 0 0 0 0 2.800z',
  design: 'M3 4h5v4H3zM12 12h5v4h-5zM8 6h3a2 2 0 0 1 2 2v4M3 14h5',
  whatIf: 'M4 16V4M4 16h12M4 12l4-4 3 2 5-5M13 5h3v3',
  admin: 'M10 3l6 2.500v4c0 4-2.600 6.400-6 7.500-3.400-1.100-6-3.500-6-7.500v-4zM7.500 10l2 2 3.500-4',
  rules: 'M4 5h12v12H4zM4 9h12M8 3v3M12 3v3M7 12h2M11 12h2',
  notices: 'M5 14V9a5 5 0 0 1 10 0v5l1 1H4zM8.5 17h3',
  me: 'M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10zM4 17c.6-3.5 3-5 6-5s5.4 1.500 6 5',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM8 8.200a2 2 0 1 1 2.600 1.900c-.5.2-.6.5-.6 1.200M10 13.700v.2',
} as const;

/** Decoration beside a word, never alone. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
