import type { FourFormCounts } from '../../../../api/ledgers/four-forms.schema.ts';

const forms: readonly string[] = ['第一种形态', '第二种形态', '第三种形态', '第四种形态'];

/** 四种形态统计. */
export const fourForms = {
  fourForms: {
    title: '四种形态统计',
    link: '四种形态统计',
    explain: '知悉范围内已处置的问题线索，按办结日期统计；点数字看是哪些线索。',
    forms,
    said: ({ total, counts, shares }: FourFormCounts) =>
      `共 ${total} 件：${forms.map((form, index) => `${form} ${counts[index]} 件（${shares[index]}%）`).join('，')}`,
    byQuarter: '按季度',
    byYear: '按年度',
    byAgency: '按承办机关',
    byUnit: '按被反映单位',
    quarter: '季度',
    year: '年度',
    agency: '承办机关',
    unit: '被反映单位',
    until: '截至年度',
    span: '年数',
    years: (count: number) => `${count} 年`,
    total: '合计',
    nobody: '（未写明）',
  },
};
