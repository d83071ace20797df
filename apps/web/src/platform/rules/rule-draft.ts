import type { NewRule, Rule, RuleInput } from '../../../../api/platform/rule.schema.ts';
import { withIds } from '../../design/decisions/dmn.ts';

interface RuleDraft {
  readonly key: string;
  readonly name: string;
  readonly indicator: string;
  readonly inputs: readonly RuleInput[];
  readonly kind: 'feel' | 'dmn';
  readonly feel: string;
  readonly dmn: string;
  readonly reason: string;
}

const usualFeel = 'if value > 2 * average then "red" else if value > 1.5 * average then "yellow" else "green"';

interface TableWords {
  readonly decision: string;
  readonly value: string;
  readonly level: string;
  readonly reason: string;
  readonly farAbove: string;
  readonly above: string;
}

/** A table to begin with: the value beside the mean of all units. */
const usualTable = ({ decision, value, level, reason, farAbove, above }: TableWords): string => {
  const rule = (number: number, [test, colour, why]: readonly [string, string, string]) =>
    `<rule id="rule_${number}"><inputEntry id="test_${number}"><text>${test}</text></inputEntry><outputEntry id="level_${number}"><text>"${colour}"</text></outputEntry><outputEntry id="why_${number}"><text>"${why}"</text></outputEntry></rule>`;
  const rows = [
    ['&gt; 2 * average', 'red', farAbove],
    ['&gt; 1.5 * average', 'yellow', above],
    ['-', 'green', ''],
  ] as const;
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="warning_definitions" name="${decision}" namespace="urn:liandong:decisions">
  <decision id="warning" name="${decision}">
    <decisionTable id="warning_table" hitPolicy="FIRST">
      <input id="Input_1" label="${value}"><inputExpression id="InputExpression_1" typeRef="number"><text>value</text></inputExpression></input>
      <output id="Output_1" name="level" label="${level}" typeRef="string"><outputValues><text>"green","yellow","red"</text></outputValues></output>
      <output id="Output_2" name="reason" label="${reason}" typeRef="string" />
      ${rows.map((row, index) => rule(index + 1, row)).join('\n      ')}
    </decisionTable>
  </decision>
</definitions>
`;
};

export const emptyRule = (words: TableWords): RuleDraft => ({
  key: '',
  name: '',
  indicator: '',
  inputs: [],
  kind: 'dmn',
  feel: usualFeel,
  dmn: withIds(usualTable(words)),
  reason: '',
});

export const ruleDraftOf = ({ key, name, indicator, inputs, feel, dmn }: Rule, words: TableWords): RuleDraft => ({
  ...emptyRule(words),
  key,
  name,
  indicator,
  inputs,
  kind: dmn === null ? 'feel' : 'dmn',
  ...(feel === null ? {} : { feel }),
  ...(dmn === null ? {} : { dmn: withIds(dmn) }),
});

export const ruleOf = ({ key, name, indicator, inputs, kind, feel, dmn, reason }: RuleDraft): NewRule => ({
  key,
  name,
  indicator,
  inputs: [...inputs],
  ...(kind === 'feel' ? { feel } : { dmn }),
  ...(reason.trim() ? { reason } : {}),
});
