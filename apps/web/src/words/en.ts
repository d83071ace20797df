import { frame } from './en/frame.ts';
import { acts } from './en/acts.ts';
import { task } from './en/task.ts';
import { due } from './en/due.ts';
import { work } from './en/work.ts';
import { company } from './en/company.ts';
import { left } from './en/left.ts';
import { uploads } from './en/uploads.ts';
import { commands } from './en/commands.ts';
import { handle } from './en/handle.ts';
import { cases } from './en/cases.ts';
import { intake } from './en/intake.ts';
import { story } from './en/story.ts';
import { trail } from './en/trail.ts';
import { ledgers } from './en/ledgers.ts';
import { indicators } from './en/indicators.ts';
import { sources } from './en/sources.ts';
import { warning } from './en/warning.ts';
import { fourForms } from './en/four-forms.ts';
import { ecology } from './en/ecology.ts';
import { portraits } from './en/portraits.ts';
import { petitions } from './en/petitions.ts';
import { platform } from './en/platform.ts';
import { duties } from './en/duties.ts';
import { recurring } from './en/recurring.ts';
import { mechanisms } from './en/mechanisms.ts';
import { notices } from './en/notices.ts';
import { board } from './en/board.ts';
import { registry } from './en/registry.ts';
import { dossiers } from './en/dossiers.ts';
import { operations } from './en/operations.ts';
import { unit } from './en/unit.ts';
import { admin } from './en/admin.ts';
import { people } from './en/people.ts';
import { rules } from './en/rules.ts';
import { pageHelp } from './en/page-help.ts';
import { values } from './en/values.ts';
import type { Words } from './zh.ts';

/** Everything the pages say, in English. */
export const en: Words = {
  app: 'Liandong',
  language: { name: 'English', other: '中文', tag: 'en' },
  titled: (...parts) => [...parts, 'Liandong'].join(' · '),
  join: ', ',
  colon: ': ',
  skip: 'Skip to main content',
  ...frame,
  ...acts,
  ...task,
  ...due,
  ...work,
  ...commands,
  ...uploads,
  ...left,
  ...company,
  ...handle,
  ...cases,
  ...intake,
  ...story,
  ...trail,
  ...ledgers,
  ...mechanisms,
  ...duties,
  ...recurring,
  ...indicators,
  ...sources,
  ...warning,
  ...fourForms,
  ...ecology,
  ...portraits,
  ...petitions,
  ...platform,
  ...notices,
  ...board,
  ...registry,
  ...dossiers,
  ...operations,
  ...unit,
  ...admin,
  ...people,
  ...rules,
  ...pageHelp,
  ...values,
};
