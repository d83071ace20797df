import { describe, expect, it } from 'vitest';
import { mayReadCase, mayReadTask, visibleVariables, type Viewer } from '../../domain/access.ts';
import { bpmn, element, end, flows, lane, multi, process, start, user } from '../support/bpmn.ts';
import { modelsOf, person, play, type Play } from '../support/run.ts';

const viewer = (name: string, role: string, agency: string): Viewer => ({
  user: name,
  posts: [{ role, agency, parent: null }],
});
const leader = (name: string) => viewer(name, 'party.member', 'leaders');
const clerk = viewer('clerk', 'cdi.style', 'cdi');
const neighbour = viewer('neighbour', 'cdi.trial', 'cdi');

const circleOf = ({ state }: Play) => ({
  trial: false,
  openedBy: 'opener',
  familyOpenedBy: 'opener',
  agencies: state.agencies,
  people: state.people,
});
const sees = (one: Play, who: Viewer) => ({
  case: mayReadCase(who, circleOf(one)),
  variables: Object.keys(visibleVariables(who, { ...circleOf(one), variables: one.variables() })),
  tasks: one
    .view()
    .tasks.filter((task) => task.status === 'open' && mayReadTask(who, circleOf(one), task))
    .map(({ elementId, loopCounter }) => `${elementId}${loopCounter ?? ''}`),
});

/** 党风室 makes a list, every leader gets a copy of their own. */
async function copies(attributes: Record<string, string>, ofLeaders: Record<string, string>): Promise<Play> {
  const [model] = await modelsOf(
    bpmn(
      process(
        'P',
        attributes,
        lane('l', 'cdi', ['list']),
        start('s'),
        user('list', { 'ld:role': 'cdi.style' }),
        user('copy', { 'ld:assignee': '=one', ...ofLeaders }, multi({ collection: 'leaders', element: 'one' })),
        end('e'),
        flows('s>list>copy>e'),
      ),
    ),
  );
  if (!model) throw new Error('no model');
  return play(model)
    .start({ leaders: ['leader1', 'leader2'], matters: ['甲单位的事', '乙单位的事'] })
    .complete('list', { as: { ...person('clerk', 'cdi.style'), agency: 'cdi' } });
}

describe('the circle of a case', () => {
  it('is as a rule the whole agency', async () => {
    const one = await copies({}, {});
    expect(sees(one, neighbour)).toMatchObject({ case: true, tasks: ['copy1', 'copy2'] });
    expect(sees(one, leader('leader1'))).toMatchObject({ case: true, tasks: ['copy1', 'copy2'] });
  });

  it('is with ld:circle="posts" who holds the role of a step, in its agency only', async () => {
    const one = await copies({ 'ld:circle': 'posts' }, {});
    expect(sees(one, clerk).case).toBe(true);
    expect(sees(one, neighbour)).toEqual({ case: false, variables: [], tasks: [] });
    expect(sees(one, viewer('elsewhere', 'cdi.style', 'audit')).case).toBe(false);
  });

  it('has guests by ld:sees="own": each leader the own copy, nothing of the case, nothing of the others', async () => {
    const one = await copies({ 'ld:circle': 'posts' }, { 'ld:sees': 'own' });
    expect(sees(one, leader('leader1'))).toEqual({ case: true, variables: [], tasks: ['copy1'] });
    expect(sees(one, leader('leader2'))).toEqual({ case: true, variables: [], tasks: ['copy2'] });
    expect(sees(one, leader('leader3')).case).toBe(false);
    expect(sees(one, clerk).tasks).toEqual(['copy1', 'copy2']);
  });

  it('stays a guest’s after the step, and never opens further by doing it', async () => {
    const one = await copies({ 'ld:circle': 'posts' }, { 'ld:sees': 'own' });
    one.complete('copy', { as: person('leader1'), nth: 1 });
    expect(sees(one, leader('leader1'))).toEqual({ case: true, variables: [], tasks: [] });
  });

  it('gives a lane’s guests by their role where nobody is named', async () => {
    const [model] = await modelsOf(
      bpmn(
        process(
          'P',
          element(
            'lane',
            { id: 'l', name: '单位', 'ld:agency': 'audit', 'ld:sees': 'own' },
            element('flowNodeRef', {}, 'a'),
          ),
          start('s'),
          user('a', { 'ld:role': 'audit.staff' }),
          end('e'),
          flows('s>a>e'),
        ),
      ),
    );
    if (!model) throw new Error('no model');
    const one = play(model).start({ secret: 1 });
    expect(sees(one, viewer('staff', 'audit.staff', 'audit'))).toEqual({ case: true, variables: [], tasks: ['a'] });
    expect(sees(one, viewer('head', 'audit.head', 'audit')).case).toBe(false);
  });

  it('is left by people who go home when the step is done', async () => {
    const [model] = await modelsOf(
      bpmn(
        process(
          'P',
          { 'ld:circle': 'posts' },
          start('s'),
          user('work', { 'ld:assignee': '=lent' }),
          user('home', { 'ld:role': 'insp.office', 'ld:leaves': '=[lent]' }),
          user('rest', { 'ld:role': 'insp.office' }),
          end('e'),
          flows('s>work>home>rest>e'),
        ),
      ),
    );
    if (!model) throw new Error('no model');
    const lent = viewer('auditor', 'audit.staff', 'audit');
    const one = play(model).start({ lent: 'auditor' });
    one.complete('work', { as: person('auditor') });
    expect(sees(one, lent).case).toBe(true);
    one.complete('home', { as: person('office', 'insp.office') });
    expect(sees(one, lent).case).toBe(false);
    expect(one.entriesOf('people-left')).toMatchObject([{ data: { people: ['auditor'] } }]);
  });
});
