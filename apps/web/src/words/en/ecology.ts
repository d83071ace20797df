import type { Words } from '../zh.ts';

export const ecology: Pick<Words, 'ecology'> = {
  ecology: {
    title: 'Political ecology',
    explain:
      'Each unit is scored once a quarter: indicators count by their weights. A level is a colour, a word and a shape; what follows people judge in the case.',
    none: 'Nothing has been scored yet.',
    scores: 'Scores of the units',
    columns: ['Unit', 'Level', 'Score', 'Change', 'Explanation', 'Case'],
    unit: 'Unit',
    quarter: 'Quarter',
    noPrevious: 'first',
    change: (by) => {
      const rounded = Math.round(by * 100) / 100;
      return rounded === 0 ? 'unchanged' : rounded > 0 ? `↑ up ${rounded}` : `↓ down ${-rounded}`;
    },
    explained: 'How it came about',
    explainedOf: (unit, period) => `How the score of ${unit}, ${period}, came about`,
    version: (version) => `weights version ${version}`,
    missing: (names) => `without data, their weight goes to the others: ${names.join(', ')}`,
    case: 'Open case',
    partColumns: ['Indicator', 'Value', 'All and none', 'Points', 'Weight', 'Counts'],
    scale: (full, zero) => `${full} earns all, ${zero} none`,
    weight: (weight, whole) => `${weight} (${Math.round((1000 * weight) / whole) / 10}%)`,
    weightOf: (weight) => `weight ${weight}`,
    sum: 'Sum',
    lines: ({ yellow, red }) => `yellow below ${yellow}, red below ${red}`,
    trend: 'Scores through the quarters',
    mean: 'Mean of all units',
    points: 'points',
    score: 'Score a quarter',
    scoreHelp: 'Each unit that has data is scored once and opens a case; what is scored stays.',
    scored: ({ period, scored, known, withoutData }) =>
      `${period}: ${scored} units scored, ${known} known before, ${withoutData} without data.`,
    weights: 'Weights',
    noWeights: 'There are no weights yet.',
    changeWeights: 'Change the weights',
    parts: 'Indicators and weights',
    partsHelp: 'Quarterly indicators only. Between the two values points are given in proportion.',
    weightColumns: ['Indicator', 'Weight', 'Value that earns all', 'Value that earns none', 'Acts'],
    cell: (row, column) => `${column}, row ${row}`,
    row: (row) => `row ${row}`,
    addPart: 'Add an indicator',
    remove: 'Remove',
    yellow: 'Yellow line',
    yellowHelp: 'Yellow below it.',
    red: 'Red line',
    redHelp: 'Red below it; no higher than the yellow line.',
    reason: 'Reason',
    saveVersion: (version) => `Save as version ${version}`,
    keepsScores: 'What is scored stays; the next scores use these.',
  },
};
