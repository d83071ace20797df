/** Share of the hits that people checked and found true; null while nobody has checked any. */
export const precisionOf = (valid: number, falseAlarms: number): number | null =>
  valid + falseAlarms === 0 ? null : Math.round((valid / (valid + falseAlarms)) * 1000) / 1000;
