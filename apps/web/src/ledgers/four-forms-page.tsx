import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import '../look/board.css';
import type { FourForms } from '../../../api/ledgers/four-forms.schema.ts';
import type { ChartModel } from '../board/chart-model.ts';
import { Chart } from '../board/chart.tsx';
import { Charted } from '../board/charted.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { addressOf } from '../server/call.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { FormTable } from './form-table.tsx';
import { FourFormsFilters } from './four-forms-filters.tsx';
import { fourFormsQuery } from './ledgers.queries.ts';

const route = getRouteApi('/inside/four-forms');

/** 四种形态统计: disposed clues by form, quarter, year, agency and unit; each number leads to its clues. */
export function FourFormsPage() {
  const { fourForms, ledgers } = useWords();
  const search = route.useSearch();
  const year = Number(search.year ?? today().slice(0, 4));
  const since = year - Number(search.years ?? 3) + 1;
  const { agency, unit } = search;
  const query = useQuery({ ...fourFormsQuery({ year, since, agency, unit }), placeholderData: keepPreviousData });
  usePageTitle(fourForms.title);
  const sheet = addressOf('/ledgers/clue/four-forms.xlsx', { year, since, agency, unit }).href;
  return (
    <>
      <div className="page-head">
        <Link to="/ledgers/$kind" params={{ kind: 'clue' }}>
          {ledgers.title}
        </Link>
        <h1>
          {fourForms.title} <span className="quiet">{since === year ? year : `${since}—${year}`}</span>
        </h1>
      </div>
      <p className="purpose">{fourForms.explain}</p>
      {query.data ? <Shown forms={query.data} sheet={sheet} /> : <Reading query={query} />}
    </>
  );
}

function Shown({ forms, sheet }: { readonly forms: FourForms; readonly sheet: string }) {
  const { fourForms } = useWords();
  const names = useNames();
  const { since, year, all, years, quarters, agencies, units } = forms;
  const whole = { closedFrom: `${since}-01-01`, closedTo: `${year}-12-31` };
  const model = useMemo<ChartModel>(
    () => ({
      label: fourForms.said(all),
      rows: quarters.map(({ quarter }) => quarter),
      series: fourForms.forms.map((name, index) => ({
        name,
        values: quarters.map(({ counts }) => counts[index] ?? 0),
      })),
      stacked: true,
    }),
    [all, quarters, fourForms],
  );
  const nameOf = (id: string | null) => names.agency(id) || fourForms.nobody;
  return (
    <div className="stack">
      <FourFormsFilters forms={forms} />
      <Charted
        name="quarters"
        title={fourForms.byQuarter}
        sheet={sheet}
        empty={all.total === 0}
        chart={<Chart model={model} height={300} />}
        table={
          <FormTable
            label={fourForms.byQuarter}
            head={fourForms.quarter}
            rows={[
              ...quarters.map(({ quarter, from, to, ...counts }) => ({
                name: quarter,
                counts,
                clues: { closedFrom: from, closedTo: to },
              })),
              { name: fourForms.total, counts: all, clues: whole },
            ]}
          />
        }
      />
      {all.total > 0 && (
        <>
          <Section title={fourForms.byYear}>
            <FormTable
              label={fourForms.byYear}
              head={fourForms.year}
              rows={years.map(({ year: one, ...counts }) => ({
                name: String(one),
                counts,
                clues: { closedFrom: `${one}-01-01`, closedTo: `${one}-12-31` },
              }))}
            />
          </Section>
          <Section title={fourForms.byAgency}>
            <FormTable
              label={fourForms.byAgency}
              head={fourForms.agency}
              rows={agencies.map(({ agency, ...counts }) => ({
                name: nameOf(agency),
                counts,
                clues: { ...whole, ...(agency === null ? {} : { agency }) },
              }))}
            />
          </Section>
          <Section title={fourForms.byUnit}>
            <FormTable
              label={fourForms.byUnit}
              head={fourForms.unit}
              rows={units.map(({ unit, ...counts }) => ({
                name: nameOf(unit),
                counts,
                clues: { ...whole, ...(unit === null ? {} : { unit }) },
              }))}
            />
          </Section>
        </>
      )}
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="panel">
      <h2>{title}</h2>
      {children}
    </section>
  );
}
