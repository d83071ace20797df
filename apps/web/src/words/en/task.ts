import { many } from '../many.ts';
import type { task as Words } from '../zh/task.ts';

export const task: typeof Words = {
  task: {
    of: 'Task',
    one: 'Step',
    assignee: 'Assignee',
    unassigned: 'Unclaimed',
    from: 'Agency',
    role: 'Role',
    due: 'Due day',
    limit: 'Deadline',
    status: 'Status',
    basis: 'Legal basis',
    opened: 'Arrived',
    stayed: (days) => `here for ${many(days, 'day')}`,
    statuses: { open: 'Open', suspended: 'Suspended', completed: 'Completed', cancelled: 'Cancelled' },
    why: 'Why this day?',
  },
};
