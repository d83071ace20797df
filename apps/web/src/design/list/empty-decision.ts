import { escaped } from './empty-procedure.ts';

/** A decision to begin with: a table of one input and one output. */
export const emptyDecision = ({ key, name }: { readonly key: string; readonly name: string }): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="${key}_definitions" name="${escaped(name)}" namespace="urn:liandong:decisions">
  <decision id="${key}" name="${escaped(name)}">
    <decisionTable id="${key}_table" hitPolicy="FIRST">
      <input id="Input_1" label="金额"><inputExpression id="InputExpression_1" typeRef="number"><text>amount</text></inputExpression></input>
      <output id="Output_1" name="result" label="结论" typeRef="string" />
      <rule id="Rule_1"><inputEntry id="InputEntry_1"><text>&gt; 100000</text></inputEntry><outputEntry id="OutputEntry_1"><text>"重大"</text></outputEntry></rule>
      <rule id="Rule_2"><inputEntry id="InputEntry_2"><text>-</text></inputEntry><outputEntry id="OutputEntry_2"><text>"一般"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>
`;
