import { many } from '../many.ts';
import type { values as Words } from '../zh/values.ts';

export const values: typeof Words = {
  secrecy: {
    label: 'Secrecy',
    names: {
      public: 'Public',
      internal: 'Internal',
      'work-secret': 'Work secret',
      secret: 'Secret',
      confidential: 'Confidential',
      'top-secret': 'Top secret',
    },
  },
  value: { empty: '(empty)', yes: 'Yes', no: 'No', items: (count) => many(count, 'item') },
};
