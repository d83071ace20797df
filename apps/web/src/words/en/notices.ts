import type { notices as Words } from '../zh/notices.ts';

export const notices: typeof Words = {
  notices: {
    title: 'Notices',
    unread: 'unread',
    mine: 'For me to handle',
    about: 'About me',
    empty: 'No notices.',
    markAll: 'Mark all as read',
    marked: (count) => `${count} marked as read`,
    kinds: { reminder: 'Reminder', due: 'Due', rung: 'Escalation' },
  },
  me: {
    title: 'Me',
    name: 'Name',
    account: 'User name',
    agency: 'Agency',
    posts: 'Posts',
    look: 'Appearance',
    looks: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    keys: 'Single-letter keys',
    keysOn: 'Single-letter keys are on',
    density: 'Row height',
    densities: { normal: 'Normal (two lines)', compact: 'Compact' },
    kept: 'These settings go with your account, whichever machine you use.',
  },
};
