import type { Words } from '../zh.ts';

const forms: readonly string[] = ['First form', 'Second form', 'Third form', 'Fourth form'];

export const fourForms: Pick<Words, 'fourForms'> = {
  fourForms: {
    title: 'Statistics of the four forms',
    link: 'Statistics of the four forms',
    explain: 'Disposed clues of your circle, by the day on which they were closed; a number leads to its clues.',
    forms,
    said: ({ total, counts, shares }) =>
      `${total} in all: ${forms.map((form, index) => `${form} ${counts[index]} (${shares[index]}%)`).join(', ')}`,
    byQuarter: 'By quarter',
    byYear: 'By year',
    byAgency: 'By handling agency',
    byUnit: 'By unit concerned',
    quarter: 'Quarter',
    year: 'Year',
    agency: 'Handling agency',
    unit: 'Unit concerned',
    until: 'Until',
    span: 'Years',
    years: (count) => (count === 1 ? 'one year' : `${count} years`),
    total: 'Total',
    nobody: '(none named)',
  },
};
