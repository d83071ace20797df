import { bpmn, catches, end, flows, message, process, signal, start, user } from '../support/bpmn.ts';
import { publicationSchema } from '../../apps/api/definitions/definition.schema.ts';
import { changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import type { ChangedCase } from '../../apps/api/cases/case.schema.ts';
import type { Api } from './api.ts';

/** 受理 by the commission's intake within ten days, then 核实 by the inspection office. */
export const twoSteps = (key: string): string =>
  bpmn(
    process(
      key,
      { name: '两步流程' },
      start('s'),
      user('intake', {
        name: '受理',
        'ld:role': 'cdi.intake',
        'ld:agency': 'cdi',
        'ld:due': 'P10D',
        'ld:ladder': 'standard',
        'ld:outcomes': 'accept,reject',
      }),
      user('verify', { name: '核实', 'ld:role': 'insp.office', 'ld:agency': 'insp' }),
      end('e'),
      flows('s>intake>verify>e'),
    ),
  );

/** A step that names nobody: the opener's. */
export const ownStep = (key: string): string =>
  bpmn(process(key, start('s'), user('own', { name: '自办' }), end('e'), flows('s>own>e')));

/** Waits for a message, then for a signal. */
export const waiting = (
  key: string,
  { messageName, signalName }: { messageName: string; signalName: string },
): string =>
  bpmn(
    process(
      key,
      start('s'),
      catches('m', message(messageName)),
      catches('g', signal(signalName)),
      user('own', { name: '自办' }),
      end('e'),
      flows('s>m>g>own>e'),
    ),
  );

/** Begins with a message only. */
export const begunByMessage = (key: string, name: string): string =>
  bpmn(process(key, start('s', message(name)), user('own', { name: '自办' }), end('e'), flows('s>own>e')));

export const publish = async (api: Api, xml: string, query = '') =>
  (await api.post('designer', `/definitions${query}`, xml, { 'content-type': 'application/xml' })).read(
    publicationSchema,
  );

export async function openCase(api: Api, as: string, definitionKey: string, more: object = {}): Promise<ChangedCase> {
  const answer = await api.post(as, '/cases', { definitionKey, title: '某单位问题线索', ...more });
  return answer.read(changedCaseSchema);
}

/** Id of the case's open step at this element. */
export function stepAt({ openTasks }: Pick<ChangedCase, 'openTasks'>, elementId: string): string {
  const found = openTasks.find((task) => task.elementId === elementId);
  if (!found)
    throw new Error(`no open step at ${elementId}, only at ${openTasks.map((task) => task.elementId).join()}`);
  return found.id;
}
