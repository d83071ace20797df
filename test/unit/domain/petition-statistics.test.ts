import { expect, it } from 'vitest';
import { petitionStatistics } from '../../../domain/petition-statistics.ts';

const petition = (more: object = {}) => ({
  unit: 'unit1',
  topic: '财务资金',
  channel: '来信',
  named: false,
  aboutHead: false,
  repeat: false,
  ...more,
});

it('counts petitions by unit, topic and channel, the most frequent first', () => {
  const petitions = [
    ...Array.from({ length: 3 }, () => petition({ named: true })),
    ...Array.from({ length: 4 }, () => petition({ unit: 'unit2', aboutHead: true })),
  ];
  expect(petitionStatistics(petitions, 3)).toMatchObject({
    total: 7,
    named: 3,
    aboutHeads: 4,
    byUnit: [
      { name: 'unit2', count: 4, share: 57.1 },
      { name: 'unit1', count: 3, share: 42.9 },
    ],
  });
});

it('does not show by itself what so few wrote that they could be inferred', () => {
  const petitions = [petition(), petition(), petition(), petition({ unit: 'unit2' }), petition({ unit: null })];
  expect(petitionStatistics(petitions, 3).byUnit).toEqual([
    { name: 'unit1', count: 3, share: 60 },
    { name: '其他', count: 2, share: 40 },
  ]);
});

it('is empty where nobody wrote', () => {
  expect(petitionStatistics([], 3)).toMatchObject({ total: 0, byUnit: [], byTopic: [], byChannel: [] });
});
