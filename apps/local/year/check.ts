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

export const none = (name: string, found: readonly string[]): Check => ({
  name,
  holds: found.length === 0,
  counted: found.length === 0 ? '0' : `${found.length}：${found.slice(0, 5).join('、')}`,
});
