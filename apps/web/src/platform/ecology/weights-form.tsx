import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Model, NewModel } from '../../../../api/platform/ecology.schema.ts';
import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import { usePageTitle } from '../../frame/page-title.ts';
import { OtherFaults, TextItem } from '../../parts/form-item.tsx';
import { PageForm } from '../../parts/page-form.tsx';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { indicatorsQuery, modelsQuery } from '../platform.queries.ts';
import { WeightRows } from './weight-rows.tsx';
import type { PartDraft } from './weight-rows.tsx';

/** 评分办法: which indicators count how much, and where the colours begin; each change is a version. */
export function WeightsFormPage() {
  const { platform, ecology } = useWords();
  const models = useQuery(modelsQuery);
  const indicators = useQuery(indicatorsQuery);
  usePageTitle(ecology.title, ecology.changeWeights);
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <Link to="/platform/ecology">{ecology.title}</Link>
        <h1>{ecology.changeWeights}</h1>
      </div>
      {models.data && indicators.data ? (
        <Form
          model={models.data.items[0]}
          indicators={indicators.data.items.filter(({ definition }) => definition.period === 'quarter')}
        />
      ) : (
        <Reading query={models.data ? indicators : models} />
      )}
    </>
  );
}

const shownPaths = ['parts', 'yellow', 'red', 'reason'];
const numberIn = (text: string): number | null => (text.trim() === '' ? null : Number(text));

interface FormProps {
  readonly model: Model | undefined;
  readonly indicators: readonly Indicator[];
}

function Form({ model, indicators }: FormProps) {
  const { ecology } = useWords();
  const [parts, setParts] = useState<readonly PartDraft[]>(() =>
    (model?.parts ?? []).map(({ indicator, weight, full, zero }) => ({
      indicator,
      weight: String(weight),
      full: String(full),
      zero: String(zero),
    })),
  );
  const [yellow, setYellow] = useState(String(model?.yellow ?? 80));
  const [red, setRed] = useState(String(model?.red ?? 60));
  const [reason, setReason] = useState('');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: () =>
      call<NewModel>('/platform/ecology/model', {
        method: 'POST',
        body: {
          parts: parts.map(({ indicator, weight, full, zero }) => ({
            indicator,
            weight: numberIn(weight),
            full: numberIn(full),
            zero: numberIn(zero),
          })),
          yellow: numberIn(yellow),
          red: numberIn(red),
          ...(reason.trim() ? { reason } : {}),
        },
      }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      await navigate({ to: '/platform/ecology' });
    },
  });
  const defects = save.error instanceof Problem ? save.error.defects : [];
  const number = (path: string, label: string, value: string, onChange: (value: string) => void, help: string) => (
    <TextItem {...{ label, path, defects, help, value, onChange }} required inputMode="decimal" />
  );
  return (
    <PageForm act={save}>
      <WeightRows parts={parts} indicators={indicators} defects={defects} onChange={setParts} />
      {number('yellow', ecology.yellow, yellow, setYellow, ecology.yellowHelp)}
      {number('red', ecology.red, red, setRed, ecology.redHelp)}
      <TextItem label={ecology.reason} path="reason" defects={defects} value={reason} onChange={setReason} />
      <OtherFaults error={save.error} shown={shownPaths} />
      <p className="row-actions">
        <button type="submit" className="button primary">
          {ecology.saveVersion((model?.version ?? 0) + 1)}
        </button>
        <span className="quiet">{ecology.keepsScores}</span>
      </p>
    </PageForm>
  );
}
