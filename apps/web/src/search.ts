/** State that lives in the address. What is absent is the default, what cannot be read is dropped. */
type Raw = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
const flag = (value: unknown): true | undefined => (value === true || value === 'true' ? true : undefined);
const without = <Value extends object>(value: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [Key in keyof Value]?: NonNullable<Value[Key]>;
  };

export const scopes = ['mine', 'group', 'agency', 'waiting', 'done'] as const;
export type Scope = (typeof scopes)[number];
export const dues = ['overdue', 'today', 'week', 'none'] as const;
export type Due = (typeof dues)[number];
export const workSorts = ['dueAt', '-openedAt', 'openedAt'] as const;

export const workSearch = (raw: Raw) =>
  without({
    scope: scopes.find((scope) => scope === raw['scope']),
    q: text(raw['q']),
    due: dues.find((due) => due === raw['due']),
    agency: text(raw['agency']),
    step: text(raw['step']),
    procedure: text(raw['procedure']),
    secrecy: text(raw['secrecy']),
    from: text(raw['from']),
    to: text(raw['to']),
    sort: workSorts.find((sort) => sort === raw['sort']),
    view: text(raw['view']),
    row: text(raw['row']),
  });
export type WorkSearch = ReturnType<typeof workSearch>;

export const casesSearch = (raw: Raw) =>
  without({
    q: text(raw['q']),
    status: text(raw['status']),
    procedure: text(raw['procedure']),
    overdue: flag(raw['overdue']),
    trial: flag(raw['trial']),
    live: flag(raw['live']),
    agency: text(raw['agency']),
    openedFrom: text(raw['openedFrom']),
    openedTo: text(raw['openedTo']),
    endedFrom: text(raw['endedFrom']),
    endedTo: text(raw['endedTo']),
  });
export const caseSearch = (raw: Raw) =>
  without({ element: text(raw['element']), decisions: flag(raw['decisions']), as: text(raw['as']) });
export const openingSearch = (raw: Raw) => without({ procedure: text(raw['procedure']) });
export const intakeSearch = (raw: Raw) => without({ procedure: text(raw['procedure']), intake: text(raw['intake']) });
const heats = ['median', 'late', 'open', 'overdue'] as const;
/** Any page of the board: what it is about, and which of its panels are tables. */
export const boardSearch = (raw: Raw) =>
  without({
    reason: text(raw['reason']),
    agency: text(raw['agency']),
    procedure: text(raw['procedure']),
    as: text(raw['as']),
    by: heats.find((heat) => heat === raw['by']),
    measure: text(raw['measure']),
  });
export type BoardSearch = ReturnType<typeof boardSearch>;

const statuses = ['open', 'suspended', 'completed', 'cancelled'] as const;
/** What a number of the board counts. */
export const rowsSearch = (raw: Raw) =>
  without({
    agency: text(raw['agency']),
    procedure: text(raw['procedure']),
    step: text(raw['step']),
    element: text(raw['element']),
    status: statuses.find((status) => status === raw['status']),
    due: dues.find((due) => due === raw['due']),
    level: text(raw['level']),
    dueFrom: text(raw['dueFrom']),
    dueTo: text(raw['dueTo']),
    openedFrom: text(raw['openedFrom']),
    openedTo: text(raw['openedTo']),
    endedFrom: text(raw['endedFrom']),
    endedTo: text(raw['endedTo']),
    late: (['true', 'false'] as const).find((late) => late === String(raw['late'])),
  });
export type RowsSearch = ReturnType<typeof rowsSearch>;
export const ledgerSearch = (raw: Raw) =>
  without({
    q: text(raw['q']),
    status: text(raw['status']),
    unit: text(raw['unit']),
    year: text(raw['year']),
    closed: raw['closed'] === false || raw['closed'] === 'false' ? false : flag(raw['closed']),
    overdue: flag(raw['overdue']),
    agency: text(raw['agency']),
    cadre: text(raw['cadre']),
    form: text(raw['form']),
    closedFrom: text(raw['closedFrom']),
    closedTo: text(raw['closedTo']),
    sort: (['created', 'due', 'unit'] as const).find((sort) => sort === raw['sort']),
  });
/** 四种形态: of which years, agency and unit. */
export const fourFormsSearch = (raw: Raw) =>
  without({
    year: text(raw['year']),
    years: text(raw['years']),
    agency: text(raw['agency']),
    unit: text(raw['unit']),
    as: text(raw['as']),
  });
export const mechanismSearch = (raw: Raw) => without({ procedure: text(raw['procedure']) });
/** What marks the items of a list are narrowed by. */
export const dutyListSearch = (raw: Raw) =>
  without({
    kind: (['powers', 'times', 'stages'] as const).find((kind) => kind === raw['kind']),
    mark: text(raw['mark']),
  });
export const registrySearch = (raw: Raw) =>
  without({
    q: text(raw['q']),
    category: text(raw['category']),
    state: text(raw['state']),
    standing: text(raw['standing']),
    rank: text(raw['rank']),
    level: text(raw['level']),
    on: text(raw['on']),
  });
export const registryImportSearch = (raw: Raw) =>
  without({ kind: (['units', 'cadres', 'portfolios'] as const).find((kind) => kind === raw['kind']) });
export const dossierSearch = (raw: Raw) =>
  without({
    kind: (['cadre', 'unit'] as const).find((kind) => kind === raw['kind']),
    q: text(raw['q']),
    state: (['open', 'sealed', 'missing'] as const).find((state) => state === raw['state']),
  });
export type DossierSearch = ReturnType<typeof dossierSearch>;
/** Which screen of the questions. */
export const unitSearch = (raw: Raw) => {
  const screen = Number(raw['screen']);
  return without({ screen: Number.isInteger(screen) && screen > 0 ? screen : undefined });
};
const adminFilters = [
  ...(['q', 'agency', 'role', 'state', 'kind', 'confirmer', 'on', 'personId', 'from', 'job'] as const),
  ...([
    'action',
    'actorKind',
    'since',
    'until',
    'objectId',
    'object',
    'secrecy',
    'user',
    'caseNumber',
    'outcome',
  ] as const),
  ...(['confidence', 'clock'] as const),
];
/** What the lists of administration and of rules are narrowed by. */
export type AdminSearch = { readonly [Name in (typeof adminFilters)[number]]?: string };
export const adminSearch = (raw: Raw): AdminSearch =>
  without(Object.fromEntries(adminFilters.map((name) => [name, text(raw[name])]))) as AdminSearch;
export const loginSearch = (raw: Raw) => without({ next: text(raw['next']) });

const designKinds = ['process', 'decision', 'form'] as const;
export const designSearch = (raw: Raw) =>
  without({ kind: designKinds.find((kind) => kind === raw['kind']), q: text(raw['q']) });
export const procedureSearch = (raw: Raw) =>
  without({ as: raw['as'] === 'table' ? ('table' as const) : undefined, element: text(raw['element']) });
export const compareSearch = (raw: Raw) =>
  without({ compare: text(raw['compare']), as: text(raw['as']), element: text(raw['element']) });
const number = (value: unknown): number | undefined => {
  const read = typeof value === 'number' ? value : Number(text(value) ?? Number.NaN);
  return Number.isInteger(read) && read > 0 ? read : undefined;
};
export const migrateSearch = (raw: Raw) =>
  without({
    from: number(raw['from']),
    to: number(raw['to']),
    trial: flag(raw['trial']),
    map: text(raw['map']),
    status: text(raw['status']),
    agency: text(raw['agency']),
    element: text(raw['element']),
    openedFrom: text(raw['openedFrom']),
    openedTo: text(raw['openedTo']),
    job: text(raw['job']),
  });
export const trialSearch = (raw: Raw) =>
  without({ element: text(raw['element']), tab: text(raw['tab']), of: text(raw['of']) });
/** One version of a form or a decision; the newest, or the reader's draft, if absent. */
export const oneVersionSearch = (raw: Raw) => without({ version: number(raw['version']) });

const suppositions = ['period', 'calendar', 'assignment', 'version'] as const;
/** What is supposed, of which procedure or period, by which version or draft. */
export const whatIfSearch = (raw: Raw) =>
  without({
    kind: suppositions.find((kind) => kind === raw['kind']),
    key: text(raw['key']),
    version: text(raw['version']) ?? (number(raw['version']) === undefined ? undefined : String(raw['version'])),
  });
const pictures = ['line', 'bar', 'ranking', 'table'] as const;
/** How an indicator is shown: picture, years, units; and whose rows. */
export const indicatorSearch = (raw: Raw) =>
  without({
    year: text(raw['year']),
    years: text(raw['years']),
    as: pictures.find((one) => one === raw['as']),
    compare: (['units', 'years'] as const).find((one) => one === raw['compare']),
    of: text(raw['of']),
    at: text(raw['at']),
    unit: text(raw['unit']),
    period: text(raw['period']),
    dimension: text(raw['dimension']),
    part: raw['part'] === '' ? '' : text(raw['part']),
  });
export type IndicatorSearch = ReturnType<typeof indicatorSearch>;
/** The one that is changed; a new one if absent. */
export const platformFormSearch = (raw: Raw) => without({ key: text(raw['key']) });
/** 政治生态: which quarter, whose score is explained. */
export const ecologySearch = (raw: Raw) => without({ period: text(raw['period']), unit: text(raw['unit']) });
export type EcologySearch = ReturnType<typeof ecologySearch>;
/** 信访分析: which quarter or year. */
export const petitionsSearch = (raw: Raw) => without({ period: text(raw['period']) });
