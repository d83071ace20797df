import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import '../../look/design.css';
import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import type { Rule } from '../../../../api/platform/rule.schema.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { FormItem, OtherFaults, TextItem } from '../../parts/form-item.tsx';
import { PageForm } from '../../parts/page-form.tsx';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { NameAndKey } from '../name-and-key.tsx';
import { indicatorsQuery, rulesQuery } from '../platform.queries.ts';
import { emptyRule, ruleDraftOf, ruleOf } from './rule-draft.ts';
import { RuleInputs } from './rule-inputs.tsx';
import { TableField } from './table-field.tsx';

const route = getRouteApi('/inside/platform/rule-form');

/** A new warning rule, or a new version of one: a table or an expression over what an indicator says. */
export function RuleFormPage() {
  const { platform, rule: words } = useWords();
  const { key } = route.useSearch();
  const rules = useQuery(rulesQuery);
  const indicators = useQuery(indicatorsQuery);
  const title = key === undefined ? words.create : words.change;
  usePageTitle(platform.title, title);
  const known = rules.data?.items.find((one) => one.key === key);
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {title} {known && <span className="quiet">{known.name}</span>}
        </h1>
      </div>
      {rules.data && indicators.data ? (
        <Form key={key} known={known} indicators={indicators.data.items} />
      ) : (
        <Reading query={rules.data ? indicators : rules} />
      )}
    </>
  );
}

const shownPaths = ['key', 'name', 'indicator', 'inputs', 'feel', 'dmn'];

interface FormProps {
  readonly known: Rule | undefined;
  readonly indicators: readonly Indicator[];
}

function Form({ known, indicators }: FormProps) {
  const { rule: words, handle } = useWords();
  const [draft, setDraft] = useState(() => (known ? ruleDraftOf(known, words.usual) : emptyRule(words.usual)));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }));
  const save = useMutation({
    mutationFn: () => call<Rule>('/platform/rules', { method: 'POST', body: ruleOf(draft) }),
    async onSuccess({ key }) {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      await navigate({ to: '/platform/rules/$key', params: { key } });
    },
  });
  const defects = save.error instanceof Problem ? save.error.defects : [];
  const period = indicators.find(({ key }) => key === draft.indicator)?.definition.period;
  return (
    <PageForm act={save}>
      <NameAndKey words={words} value={draft} defects={defects} isKnown={known !== undefined} onChange={change} />
      <FormItem label={words.indicator} path="indicator" defects={defects} required help={words.facts}>
        {(field) => (
          <select {...field} value={draft.indicator} onChange={(event) => change({ indicator: event.target.value })}>
            <option value="">{handle.choose}</option>
            {indicators.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormItem>
      <RuleInputs
        inputs={draft.inputs}
        indicators={indicators.filter(({ definition }) => definition.period === period)}
        defects={defects}
        onChange={(inputs) => change({ inputs })}
      />
      <fieldset className="choice">
        <legend>{words.kind}</legend>
        <div className="options">
          {(['dmn', 'feel'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => change({ kind })} />
              {words.kinds[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      {draft.kind === 'dmn' && <TableField xml={draft.dmn} defects={defects} onChange={(dmn) => change({ dmn })} />}
      {draft.kind === 'feel' && (
        <FormItem label={words.feel} path="feel" defects={defects} required help={words.feelHelp}>
          {(field) => (
            <textarea
              {...field}
              rows={4}
              spellCheck={false}
              value={draft.feel}
              onChange={(event) => change({ feel: event.target.value })}
            />
          )}
        </FormItem>
      )}
      <TextItem
        label={words.reason}
        path="reason"
        defects={defects}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
      />
      <OtherFaults error={save.error} shown={shownPaths} />
      <p className="row-actions">
        <button type="submit" className="button primary">
          {known ? words.saveVersion(known.version + 1) : words.save}
        </button>
        <span className="quiet">{words.savedAsTrial}</span>
      </p>
    </PageForm>
  );
}
