/** One thing that has to hold at the end of the year, with what was counted. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly counted: string;
}

export const same = (name: string, found: number, expected: number): Check => ({
  name,
  holds: found === expected,
  counted: `${found} / ${expected}`,
});

/** None of so many is as it should not be. */
export const none = (name: string, wrong: readonly string[], of: number): Check => ({
  name,
  holds: wrong.length === 0 && of > 0,
  counted: wrong.length === 0 ? `0 / ${of}` : `${wrong.length} / ${of}：${wrong.slice(0, 5).join('、')}`,
});
