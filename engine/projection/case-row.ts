import type { CaseState } from '../state.ts';
import type { CaseRow } from '../view.ts';
import type { ProcessModel } from '../model.ts';

export function caseRow(state: CaseState, model: ProcessModel | undefined): CaseRow {
  const { caseId, status, startsOn, agencies, people, openedAt, endedAt, endState } = state;
  const [key = state.model, version = '0'] = state.model.split('@');
  const stuck = Object.values(state.incidents).some(({ resolvedAt }) => resolvedAt === null);
  const shown = status === 'new' ? 'running' : status;
  return {
    id: caseId,
    status: shown === 'running' && stuck ? 'incident' : shown,
    definitionKey: model?.key ?? key,
    version: Number(version),
    startsOn,
    variables: state.root === null ? state.result : (state.instances[state.root]?.variables ?? {}),
    agencies,
    people,
    openedAt: openedAt ?? 0,
    endedAt,
    endState,
  };
}
