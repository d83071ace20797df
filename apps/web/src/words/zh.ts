import { frame } from './zh/frame.ts';
import { acts } from './zh/acts.ts';
import { task } from './zh/task.ts';
import { due } from './zh/due.ts';
import { work } from './zh/work.ts';
import { company } from './zh/company.ts';
import { left } from './zh/left.ts';
import { uploads } from './zh/uploads.ts';
import { commands } from './zh/commands.ts';
import { handle } from './zh/handle.ts';
import { cases } from './zh/cases.ts';
import { intake } from './zh/intake.ts';
import { story } from './zh/story.ts';
import { trail } from './zh/trail.ts';
import { ledgers } from './zh/ledgers.ts';
import { indicators } from './zh/indicators.ts';
import { sources } from './zh/sources.ts';
import { warning } from './zh/warning.ts';
import { fourForms } from './zh/four-forms.ts';
import { ecology } from './zh/ecology.ts';
import { portraits } from './zh/portraits.ts';
import { petitions } from './zh/petitions.ts';
import { platform } from './zh/platform.ts';
import { duties } from './zh/duties.ts';
import { recurring } from './zh/recurring.ts';
import { mechanisms } from './zh/mechanisms.ts';
import { notices } from './zh/notices.ts';
import { board } from './zh/board.ts';
import { registry } from './zh/registry.ts';
import { dossiers } from './zh/dossiers.ts';
import { operations } from './zh/operations.ts';
import { unit } from './zh/unit.ts';
import { admin } from './zh/admin.ts';
import { people } from './zh/people.ts';
import { rules } from './zh/rules.ts';
import { pageHelp } from './zh/page-help.ts';
import { values } from './zh/values.ts';

/** Everything the pages say, in Chinese; one file an area. Terms are those of docs/glossary.md. */
export const zh = {
  app: '联动',
  language: { name: '中文', other: 'English', tag: 'zh-CN' },
  titled: (...parts: string[]) => [...parts, '联动'].join(' · '),
  join: '、',
  colon: '：',
  skip: '跳到主要内容',
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

/** The shape every language fills. */
export type Words = typeof zh;
