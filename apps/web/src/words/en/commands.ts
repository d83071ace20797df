import type { commands as Words } from '../zh/commands.ts';

export const commands: typeof Words = {
  commands: {
    title: 'Commands',
    field: 'A page, a view, a number, a title or content',
    none: 'Nothing found.',
    page: 'Page',
  },
};
