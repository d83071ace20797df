import { describe, expect, it } from 'vitest';
import { daysInNotice } from '../../../apps/web/src/what-if/days-in-notice.ts';

describe('days in a notice of the State Council', () => {
  it.each([
    [
      'a span within a month, and make-up days',
      2026,
      '国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。',
      ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
      ['2026-09-20', '2026-10-10'],
    ],
    [
      'a span over the end of a month',
      2025,
      '春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
      ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'],
      ['2025-01-26', '2025-02-08'],
    ],
    ['a single day', 2025, '元旦：1月1日（周三）放假1天，不调休。', ['2025-01-01'], []],
    [
      'last days of the year before, with the year said',
      2023,
      '元旦：2022年12月31日至2023年1月2日放假调休，共3天。',
      ['2022-12-31', '2023-01-01', '2023-01-02'],
      [],
    ],
    [
      'last days of the year before, with no year said',
      2023,
      '元旦：12月31日至1月2日放假。',
      ['2022-12-31', '2023-01-01', '2023-01-02'],
      [],
    ],
    ['nothing', 2026, '各地区、各部门要妥善安排好值班和安全、保卫等工作。', [], []],
  ])('reads %s', (_, year, text, off, work) => {
    expect(daysInNotice(text, year)).toEqual({ off, work });
  });
});
