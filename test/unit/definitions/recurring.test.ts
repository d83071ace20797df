import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { newProcedureSchema } from '../../../apps/api/recurring/recurring.schema.ts';
import { rolesOfRelease } from '../../../apps/api/roles/role-file.ts';
import { mechanismsOfRelease } from '../../../apps/api/mechanisms/mechanism.catalogue.ts';
import { loadRulebook } from '../../../definitions/load.ts';
import { formCheckOf, formOptions } from '../../../definitions/form-check.ts';
import type { FormSchema } from '../../../definitions/form-check.ts';
import { recurringOfRelease } from '../../../definitions/recurring.ts';
import { periodsOfYear } from '../../../domain/opening-cycle.ts';
import { readOpening } from '../../../domain/opening-day.ts';
import { openingsOf } from '../../../domain/recurring-plan.ts';
import { openingNamed } from '../../../domain/recurring-title.ts';
import type { Variables } from '../../../engine/command.ts';
import { startVariablesOf } from '../../../engine/recurring/start-variables.ts';

const folder = new URL('../../../definitions/', import.meta.url);
const shipped = recurringOfRelease().map((procedure) => [procedure.id, procedure] as const);
const roles = rolesOfRelease();
const told = {
  receiver: { id: 'audit', agency: 'audit', name: '审计局', kind: 'audit', account: null },
  units: ['unit1', 'unit2'],
  holders: [{ account: 'leader1', name: '副市长', agency: 'gov' }],
  sources: [
    {
      source: 'contracts',
      title: '采购合同',
      provider: 'fin',
      providerKind: 'finance',
      purpose: '监督',
      level: '内部',
      cycle: '每月',
    },
  ],
};

/** The start event's form as the diagram names it; null where it has none. */
function startFormOf(key: string): FormSchema | null {
  const xml = readFileSync(new URL(`processes/${key}.bpmn`, folder), 'utf8');
  const [, form] = /<bpmn:startEvent id="START"[^>]*ld:form="([^"]+)"/.exec(xml) ?? [];
  return form === undefined
    ? null
    : (JSON.parse(readFileSync(new URL(`forms/${form}.json`, folder), 'utf8')) as FormSchema);
}

describe.each(shipped)(
  '%s',
  (_, { ownerRole, definitionKey, cycle, opens, audience, variables, mechanism, ...rest }) => {
    it('is a recurring procedure that the API takes, of a procedure of the release', () => {
      const { success, error } = newProcedureSchema.safeParse({
        definitionKey,
        cycle,
        opens,
        audience,
        variables,
        mechanism,
        ...rest,
      });
      expect([success, error?.issues]).toEqual([true, undefined]);
      expect(existsSync(new URL(`processes/${definitionKey}.bpmn`, folder))).toBe(true);
      expect(readOpening(opens, cycle)).not.toBeNull();
      const named = mechanismsOfRelease().find(({ key }) => key === mechanism);
      expect([...(named?.opens ?? []), ...(named?.parts ?? [])]).toContain(definitionKey);
      for (const role of [ownerRole, audience.role]) expect(role === null || role in roles).toBe(true);
    });

    it('fills in its start form in every period, where it opens cases', () => {
      const schema = rest.work === 'case' ? startFormOf(definitionKey) : null;
      const ajv = new Ajv2020({ ...formOptions, strict: false });
      addFormats.default(ajv);
      const defectsOf = schema && formCheckOf(ajv, schema);
      for (const { key, to } of periodsOfYear(cycle, 2026)) {
        const known = { ...openingNamed(cycle, key, to), ...told };
        const values = startVariablesOf(variables as Variables, known, Date.parse(`${to}T00:00:00Z`));
        expect([key, Object.values(values).filter((value) => value === null)]).toEqual([key, []]);
        expect([key, defectsOf ? defectsOf(values, to) : []]).toEqual([key, []]);
      }
    });
  },
);

describe('the openings of a whole year', () => {
  const { calendars } = loadRulebook();
  const receivers = [{ id: 'cdi', agency: 'cdi', since: null, until: null }];
  const openedIn2026 = (definitionKey: string) =>
    recurringOfRelease()
      .filter((procedure) => procedure.definitionKey === definitionKey)
      .flatMap((procedure) =>
        openingsOf(
          { ...procedure, startsOn: '2026-01-01', endsOn: '2026-12-31' },
          { receivers, calendars, upTo: 2026 },
        ).map(({ period, opensOn }) => {
          const known = { ...openingNamed(procedure.cycle, period, opensOn), ...told };
          return { opensOn, ...startVariablesOf(procedure.variables as Variables, known, Date.parse(opensOn)) };
        }),
      )
      .toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));

  it('tell the party committee of the political ecology twice: of the first half, and of the year with its second half', () => {
    expect(openedIn2026('ShengTaiBaoGao')).toEqual([
      { opensOn: '2026-07-01', year: 2026, half: '上半年' },
      { opensOn: '2026-12-31', year: 2026 },
    ]);
  });
});
