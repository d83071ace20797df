import type { Words } from '../zh.ts';

const moved = (before: number, count: number): string =>
  count === before
    ? `${before} (unchanged)`
    : count > before
      ? `${before} (↑ ${count - before})`
      : `${before} (↓ ${before - count})`;

export const petitions: Pick<Words, 'petitions'> = {
  petitions: {
    title: 'Analysis of petitions',
    explain: (least) =>
      `Counts only, nothing of who wrote; what belongs to the upper level is not counted. Fewer than ${least} go into 其他 or are not shown, so that nobody can be inferred.`,
    period: 'Period',
    quarter: 'Quarter',
    figures: 'Overall',
    figureColumns: (before) => ['What', 'This period', `Period before (${before})`, 'Year before'],
    counted: { total: 'All', named: 'Named', repeats: 'Repeated', aboutHeads: 'About heads of units' },
    few: (least) => `fewer than ${least}, or to be inferred: not shown`,
    trend: 'Quarter by quarter',
    hotUnits: 'Units that most are about',
    topics: 'Topics',
    channels: 'Channels',
    repeatUnits: 'Repeated: units',
    repeatTopics: 'Repeated: topics',
    headUnits: 'About heads: units',
    headTopics: 'About heads: topics',
    groupColumns: ['Name', 'Count', 'Share', 'Period before'],
    notShown: 'not shown',
    before: moved,
    none: 'None.',
  },
};
