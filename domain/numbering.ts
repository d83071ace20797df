import { CaseError } from './errors.ts';

/** 代字, year and running number of a document; one series runs per 代字 and year and begins again at 1 each 1 January. */
export interface DocumentNumber {
  readonly series: string;
  readonly year: number;
  readonly number: number;
}

/** "联纪〔2026〕101号": six-angle brackets U+3014/3015, no leading zero, no 第. Throws INVALID_NUMBER. */
export function formatNumber({ series, year, number }: DocumentNumber): string {
  const text = `${series}〔${year}〕${number}号`;
  if (!parseNumber(text)) throw new CaseError('INVALID_NUMBER', `文号不合规范：${text}`, { series, year, number });
  return text;
}

/** Null when it is written any other way. */
export function parseNumber(text: string): DocumentNumber | null {
  const [, series, year, number] = /^([^\s〔〕[\]【】第]{1,20})〔([1-9]\d{3})〕([1-9]\d{0,8})号$/u.exec(text) ?? [];
  if (series === undefined) return null;
  return { series, year: Number(year), number: Number(number) };
}
