import { platformKeepers } from '../../../domain/platform-access.ts';
import type { Caller } from '../access/caller.ts';

export const mayKeepPlatform = ({ posts }: Caller): boolean =>
  posts.some(({ role }) => platformKeepers.some((keeper) => keeper === role));
