import { expect, it } from 'vitest';
import { useStatistics } from '../../../domain/use-statistics.ts';
import type { CountedLooks } from '../../../domain/use-statistics.ts';
import { calendar } from './calendars.ts';

const hours = { calendar, from: 8, to: 18 };
const looks = (more: Partial<CountedLooks> = {}): CountedLooks => ({
  reader: 'zhang',
  name: '张三',
  unit: 'cdi',
  day: '2026-09-01',
  hour: 10,
  kind: 'case',
  refused: false,
  count: 1,
  ...more,
});

it.each([
  ['in the morning of a working day', {}, 0],
  ['at the first hour of work', { hour: 8 }, 0],
  ['before it', { hour: 7 }, 1],
  ['at the last minute of work', { hour: 17 }, 0],
  ['after it', { hour: 18 }, 1],
  ['on a Saturday', { day: '2026-09-05' }, 1],
  ['on a make-up Saturday', { day: '2026-10-10' }, 0],
  ['on a holiday', { day: '2026-10-01' }, 1],
] as const)('a look %s', (_, more, outside) => {
  expect(useStatistics([looks(more)], hours).outside).toBe(outside);
});

it('counts people and how often each has looked or was refused, the most frequent first', () => {
  const all = [
    looks({ count: 3 }),
    looks({ reader: 'li', name: '李四', unit: 'audit', count: 5, hour: 22 }),
    looks({ kind: 'dossier', count: 1 }),
    looks({ kind: 'rows', count: 2 }),
    looks({ reader: 'wang', name: '王五', refused: true, count: 7, hour: 3 }),
    looks({ reader: 'gone', name: null, unit: null }),
  ];
  expect(useStatistics(all, hours)).toEqual({
    looks: 12,
    dossiers: 1,
    rows: 2,
    outside: 5,
    refused: 7,
    readers: 4,
    byReader: [
      { reader: 'wang', name: '王五', unit: 'cdi', looks: 0, dossiers: 0, rows: 0, outside: 0, refused: 7 },
      { reader: 'zhang', name: '张三', unit: 'cdi', looks: 6, dossiers: 1, rows: 2, outside: 0, refused: 0 },
      { reader: 'li', name: '李四', unit: 'audit', looks: 5, dossiers: 0, rows: 0, outside: 5, refused: 0 },
      { reader: 'gone', name: 'gone', unit: '', looks: 1, dossiers: 0, rows: 0, outside: 0, refused: 0 },
    ],
  });
});

it('is nothing where nobody has looked', () => {
  expect(useStatistics([], hours)).toEqual({
    looks: 0,
    dossiers: 0,
    rows: 0,
    outside: 0,
    refused: 0,
    readers: 0,
    byReader: [],
  });
});
