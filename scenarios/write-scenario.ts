import { Document, isMap, isSeq, visit, type YAMLMap } from 'yaml';
import type { Scenario } from './scenario.ts';

type Written = Pick<Scenario, 'title' | 'definition' | 'variables' | 'steps'> &
  Partial<Pick<Scenario, 'startsOn' | 'startEvent' | 'now' | 'services' | 'people'>>;

/** A scenario as a YAML file, one line a step. */
export function writeScenario(scenario: Written): string {
  const document = new Document([scenario], { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  const written = document.get(0) as YAMLMap;
  for (const { value } of written.items) if (isMap(value)) value.flow = true;
  const steps = written.get('steps');
  if (isSeq(steps)) for (const step of steps.items) if (isMap(step)) step.flow = true;
  return document.toString({
    lineWidth: 0,
    minContentWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}
