import type { left as Words } from '../zh/left.ts';

export const left: typeof Words = {
  left: {
    title: 'What you had not submitted',
    attach: 'Put on file as a comment',
    attached: 'Put on file as a comment',
  },
};
