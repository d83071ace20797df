import type { Json, Variables } from '../command.ts';
import type { CaseState, Wait } from '../state.ts';
import type { WaitRow } from '../view.ts';
import { visibleVariables } from './visible-variables.ts';

const longest = 200;

/** The receiver's own short values, its declared correlation keys over them: what POST /messages compares. */
export function waitRow(state: CaseState, wait: Wait): WaitRow | null {
  const { id, instance, element, kind, name, correlation } = wait;
  if (kind === 'conditional') return null;
  const seen = kind === 'message' ? comparable(visibleVariables(state, instance)) : {};
  return { instanceId: id, elementId: element, kind, name, correlation: { ...seen, ...correlation } };
}

const comparable = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => isShort(value)));

const isShort = (value: Json): boolean =>
  typeof value === 'string' ? value.length <= longest : value === null || typeof value !== 'object';
