/** 信息室's work falls to these: the catalogue, batches, indicators, rules. */
export const platformKeepers = ['supervisor', 'cdi.head', 'cdi.intake', 'cdi.oversight'] as const;
/** Who may see sources, indicators and doubts at all: whoever supervises. */
export const platformReaders = [
  ...platformKeepers,
  'cdi.style', 'cdi.invest', 'cdi.petition', 'insp.office', 'audit.head', 'audit.staff', 'fin.head', 'fin.staff', 'org.staff',
] as const; // prettier-ignore
/** 信访分析: the petition office and those whom it reports to. */
export const petitionAnalysts = ['cdi.petition', 'cdi.head', 'supervisor', 'cdi.oversight'] as const;
