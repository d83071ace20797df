import type { WorkSearch } from '../search.ts';

/** The list that a step was opened from: where 上一件, 下一件 and the way back lead. */
let last: WorkSearch = {};

export const rememberList = (search: WorkSearch): void => {
  last = search;
};
export const lastList = (): WorkSearch => last;
