import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../../definitions/load.ts';
import { readNotice } from '../../../domain/notice-of-days.ts';

const notices = {
  2026: `国务院办公厅关于2026年部分节假日安排的通知
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
  2024: `国务院办公厅关于2024年部分节假日安排的通知
一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
} as const;

describe('a notice of the State Council', () => {
  const { calendars } = loadRulebook();

  it.each(['2024', '2026'] as const)('of %s says what the calendar of that year has', (year) => {
    const read = readNotice(notices[year]);
    const { off, work } = calendars['default']?.years[year] ?? { off: [], work: [] };
    expect(read.doubts).toEqual([]);
    expect(read.year).toBe(year);
    expect(read.days.off).toEqual([...off].toSorted());
    expect(read.days.work).toEqual([...work].toSorted());
    expect(read.days.source).toBe(`国务院办公厅关于${year}年部分节假日安排的通知`);
  });

  it.each([
    [
      'over the end of a month',
      '2025',
      '春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。',
      ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04'],
      ['2025-01-26', '2025-02-08'],
    ],
    ['a single day', '2025', '元旦：1月1日（周三）放假1天，不调休。', ['2025-01-01'], []],
    ['from the year before, no year said', '2023', '元旦：12月30日至1月2日放假。', ['2022-12-30', '2023-01-02'], []],
    ['nothing', '2026', '各地区、各部门要妥善安排好值班和安全、保卫等工作。', [], []],
  ])('is read as it is worded: %s', (_, year, text, off, work) => {
    const { days } = readNotice(text, year);
    expect([days.off, days.work]).toEqual([off, work]);
  });

  it('may begin in the year before', () => {
    const read = readNotice('关于2023年部分节假日安排\n一、元旦：2022年12月30日至2023年1月2日放假调休，共4天。');
    expect(read.days.off).toEqual(['2022-12-30', '2023-01-02']);
  });

  it('that names no year is of the year one looks at', () => {
    expect(readNotice('国庆节：10月1日到3日放假', '2026').days.off).toEqual(['2026-10-01', '2026-10-02']);
  });

  it('reads full and half width brackets, several acts in one sentence, and 补休', () => {
    const read = readNotice('2027年部分节假日：5月1日(周六)至3日(周一)放假调休，5月8日(周六)上班；1月4日补休');
    expect([read.days.off, read.days.work, read.doubts]).toEqual([['2027-01-04', '2027-05-03'], ['2027-05-08'], []]);
  });
});

describe('a text that does not add up is doubted, word by word', () => {
  it.each([
    ['no year', '元旦：1月1日放假', 'no-year'],
    ['nothing of days', '2027年部分节假日安排另行通知', 'no-days'],
    ['a weekday that is another', '2026年部分节假日：1月4日（周六）上班', 'weekday'],
    ['a number of days that is another', '2026年部分节假日：1月1日至3日放假，共4天', 'count'],
    ['a day that there is not', '2026年部分节假日：2月30日放假', 'no-such-day'],
    ['work on a day that is worked anyway', '2026年部分节假日：1月5日上班', 'works-anyway'],
    ['days without a word for them', '2026年部分节假日：上班时间另定，1月4日', 'unread'],
  ])('%s', (_, text, kind) => {
    expect(readNotice(text).doubts.map((doubt) => doubt.kind)).toContain(kind);
  });
});
