import { usualAnswers } from '../../../scenarios/usual-answers.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

/** Real cases of the supervision platform: who uses it does not audit it, and whoever explains does not decide. */
export const platformByAccounts: readonly Scenario[] = [
  {
    title: '平台使用审计：使用平台的不审计，说明的不认定',
    definition: 'PingTaiShenJi',
    variables: { year: 2026, month: 1 },
    by: 'accounts',
    opener: 'cdi.office',
    answers: usualAnswers,
    services: {
      PT_COUNT: { result: { looks: 0, dossiers: 0, rows: 0, readers: 0, outside: 0, refused: 0, byReader: [] } },
    },
    steps: [
      { forbidden: 'PT_REVIEW', to: 'cdi.oversight' },
      { forbidden: 'PT_REVIEW', to: 'cdi.intake' },
      { forbidden: 'PT_REVIEW', to: 'auditadmin' },
      { run: ['PT_REVIEW'] },
      { forbidden: 'YW_EXPLAIN', to: 'cdi.office' },
      { each: 'YW_EXPLAIN', times: 3 },
      { forbidden: 'YW_DECIDE', to: 'audit.head' },
      { do: 'YW_DECIDE', outcome: '批评教育并整改权限' },
      { each: 'YW_DECIDE', times: 2 },
      { run: ['YW_FIX', 'PT_REPORT'] },
      { forbidden: 'PT_READ', to: 'cdi.office' },
      { run: ['PT_READ', 'PT_ARCHIVE'] },
      { ended: {} },
    ],
  },
];
