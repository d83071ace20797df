import type { company as Words } from '../zh/company.ts';

export const company: typeof Words = {
  company: {
    others: (names) => `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} this step open too.`,
    reassigned: (who) =>
      who
        ? `${who} handles this step now. What you filled in is kept.`
        : 'This step is to be claimed again. What you filled in is kept.',
    ended: (who) =>
      `${who ? `${who} has completed this step, or ` : ''}its status has changed. What you filled in is kept.`,
    actingFor: (who) => `You act for ${who}; the record will name you both.`,
  },
};
