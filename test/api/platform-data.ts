import { readFileSync } from 'node:fs';
import { batchSchema, keySchema, sourceSchema } from '../../apps/api/platform/source.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

export const keeper = 'cdi.head';
/** 单一来源 of the contracts. */
export const single = [{ field: 'way', op: 'eq', value: '单一来源' }];

/** A city whose platform holds two years of contracts: three of four that unit1 signs are 单一来源, none of unit2's. */
export async function startPlatform(): Promise<Api> {
  const api = await startApi();
  for (const key of ['YiDianHeShi', 'ZhengZhiShengTai'])
    await publish(api, readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8'));
  await api.system.rows(`insert into person (id, name, agency_id, password_hash, created_at)
    select 'cdi.oversight', '监督检查室', agency_id, password_hash, now() from person where id = 'cdi.style'`);
  await api.system.rows(
    `insert into post (person_id, agency_id, role, since) values ('cdi.oversight', 'cdi', 'cdi.oversight', '2020-01-01')`,
  );
  (
    await api.post(keeper, '/platform/sources', {
      id: 'contracts',
      name: '合同',
      provider: 'fin',
      purpose: '监督单一来源采购',
      level: '工作秘密',
      cycle: '每月',
      fields: [
        { name: 'no', title: '合同编号', type: 'text', required: true },
        { name: 'unit', title: '单位', type: 'agency', required: true },
        { name: 'signedOn', title: '签订日期', type: 'day', required: true },
        { name: 'amount', title: '金额', type: 'number', required: true },
        { name: 'way', title: '采购方式', type: 'code', codes: ['公开招标', '单一来源'] },
      ],
      identity: ['no'],
      unitField: 'unit',
      dayField: 'signedOn',
    })
  ).read(sourceSchema);
  const { key } = (await api.post(keeper, '/platform/sources/contracts/key', {})).read(keySchema);
  const rows = [2025, 2026].flatMap((year) =>
    ['unit1', 'unit2'].flatMap((unit) =>
      ['02', '05', '08', '11'].flatMap((month) =>
        Array.from({ length: 4 }, (_, index) => ({
          no: `${year}-${unit}-${month}-${index}`,
          unit,
          signedOn: `${year}-${month}-1${index}`,
          amount: 100 * (index + 1),
          way: unit === 'unit1' && index < 3 ? '单一来源' : '公开招标',
        })),
      ),
    ),
  );
  (await api.post(null, '/platform/deliveries/contracts', { rows }, { 'x-source-key': key })).read(batchSchema);
  return api;
}

export const putIndicator = (api: Api, key: string, definition: object) =>
  api.send(keeper, 'POST', '/platform/indicators', { key, name: `指标${key}`, source: 'contracts', definition });

/** Indicators that rules and weights are about: a share and a sum by quarter, a mean by year. */
export async function putIndicators(api: Api): Promise<void> {
  await putIndicator(api, 'share', { measure: { kind: 'share', of: single }, period: 'quarter' });
  await putIndicator(api, 'amounts', { measure: { kind: 'sum', field: 'amount' }, period: 'quarter' });
  await putIndicator(api, 'mean', { measure: { kind: 'average', field: 'amount' }, period: 'year' });
}

/** Of each thing that was refused, where. */
export const placesIn = (text: string): readonly (string | undefined)[] =>
  (JSON.parse(text) as { readonly defects?: readonly { readonly path?: string }[] }).defects?.map(({ path }) => path) ??
  [];
