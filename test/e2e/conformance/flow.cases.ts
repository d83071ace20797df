import { describe, expect } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, start, users } from './document.ts';

const gateway = (kind: string, ids: string, more = ''): string =>
  ids
    .split(' ')
    .map((id) => `<${kind}Gateway id="${id}"${more}/>`)
    .join('');
const xor = (ids: string, more = ''): string => gateway('exclusive', ids, more);
const and = (ids: string): string => gateway('parallel', ids);
const or = (ids: string, more = ''): string => gateway('inclusive', ids, more);

export const flow: Tries = (under) => {
  describe('gateways and flows', () => {
    tries(
      under,
      'an exclusive gateway takes the first true flow in document order, only true counts',
      document(
        start() +
          users('a b c d') +
          xor('g', ' default="g_d"') +
          end() +
          flows('s>g; g>a [x]; g>b [n > 3]; g>c [n > 1]; g>d; a>e; b>e; c>e; d>e'),
      ),
      async (t) => t.sees('b'),
      { variables: { x: 'true', n: 5 } },
    );
    tries(
      under,
      'unknown and null take the default',
      document(
        start() +
          users('a b d') +
          xor('g', ' default="g_d"') +
          end() +
          flows('s>g; g>a [missing > 3]; g>b [nothing < 3]; g>d; a>e; b>e; d>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => t.sees('d'),
      { variables: { nothing: null } },
    );
    tries(
      under,
      'text compared with a number is null',
      document(
        start() +
          users('a b d') +
          xor('g', ' default="g_d"') +
          end() +
          flows('s>g; g>a [x > 3]; g>b [x = 5]; g>d; a>e; b>e; d>e'),
      ),
      async (t) => t.sees('d'),
      { variables: { x: '5' } },
    );
    tries(
      under,
      'no true flow and no default: an incident, corrected and retried',
      document(start() + users('a b') + xor('g') + end() + flows('s>g; g>a [way = "a"]; g>b [way = "b"]; a>e; b>e')),
      async (t) => {
        await t.sees('incident');
        const incident = await t.incident();
        expect(incident.elementId).toBe('g');
        const fixed = await t.client.send('PATCH', `/cases/${t.id}/variables`, { variables: { way: 'b' } });
        expect(fixed.status, JSON.stringify(fixed.body)).toBe(200);
        const retried = await t.client.post(`/cases/${t.id}/incidents/${incident.id}/retry`);
        expect(retried.status, JSON.stringify(retried.body)).toBe(200);
        await t.sees('b');
        await t.does('b');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'conditions directly on a task: every true flow, the default only when none is',
      document(
        start() +
          '<userTask id="a" default="a_d"/>' +
          users('b c d') +
          end() +
          flows('s>a>d; a>b [x > 1]; a>c [x > 2]; b>e; c>e; d>e'),
      ),
      async (t) => {
        await t.does('a', { x: 3 });
        await t.sees('b c');
      },
    );
    tries(
      under,
      'the default of a task',
      document(
        start() + '<userTask id="a" default="a_d"/>' + users('b d') + end() + flows('s>a>d; a>b [x > 1]; b>e; d>e'),
      ),
      async (t) => {
        await t.does('a', { x: 1 });
        await t.sees('d');
      },
    );
    tries(
      under,
      'implicit split and implicit merge: two tokens pass one after the other',
      document(start() + users('a b c z') + end() + flows('s>a>b; a>c; b>z; c>z; z>e')),
      async (t) => {
        await t.does('a');
        await t.sees('b c');
        await t.does('b');
        await t.sees('c z');
        await t.does('c');
        await t.sees('z z');
        await t.does('z');
        await t.does('z');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'a parallel join wants one token on each flow, not two on one',
      document(
        start() +
          users('a b c z') +
          and('f1 f2 j') +
          end() +
          xor('m') +
          flows('s>f1; f1>f2; f2>a>m; f2>b>m; m>j; f1>c>j; j>z>e'),
      ),
      async (t) => {
        await t.sees('a b c');
        await t.does('a');
        await t.does('b');
        await t.sees('c');
        await t.does('c');
        await t.sees('z');
        await t.does('z');
        // the second token on m_j stays and the case cannot end by itself
        const now = await t.case();
        expect(['running', 'incident', 'completed']).toContain(now.status);
        expect(now.openTasks).toEqual([]);
      },
    );
    tries(
      under,
      'an inclusive split and join',
      document(
        start() +
          users('a b c z') +
          or('f', ' default="f_c"') +
          or('j') +
          end() +
          flows('s>f; f>a [x > 1]; f>b [x > 2]; f>c; a>j; b>j; c>j; j>z>e'),
      ),
      async (t) => {
        await t.sees('a b');
        await t.does('a');
        await t.sees('b');
        await t.does('b');
        await t.sees('z');
        await t.does('z');
        await t.sees('completed');
      },
      { variables: { x: 3 } },
    );
    tries(
      under,
      'an inclusive join whose awaited branch dies',
      document(
        start() +
          users('a b z') +
          or('f j') +
          xor('k', ' default="k_e2"') +
          end('e', 'e2') +
          flows('s>f; f>a [true]; f>b [true]; a>j; b>k; k>j [on]; k>e2; j>z>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b');
        await t.does('b', { on: false });
        await t.sees('z');
      },
    );
    tries(
      under,
      'an inclusive join behind a loop waits for the token in the loop',
      document(
        start() +
          users('a b z') +
          or('f j') +
          xor('k', ' default="k_j"') +
          end() +
          flows('s>f; f>a [true]; f>b [true]; a>j; b>k; k>b [again]; k>j; j>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.does('a');
        await t.does('b', { again: true });
        await t.sees('b');
        await t.does('b', { again: false });
        await t.sees('z');
      },
    );
    tries(
      under,
      'an inclusive join in a loop of its own fires each time round',
      document(
        start() +
          users('a b z') +
          or('f j') +
          xor('m') +
          xor('k', ' default="k_e"') +
          end() +
          flows('s>m>f; f>a [true]; f>b [n > 1]; a>j; b>j; j>z>k; k>m [again]; k>e'),
      ),
      async (t) => {
        await t.sees('a b');
        await t.does('b');
        await t.does('a');
        await t.sees('z');
        await t.does('z', { again: true, n: 1 });
        await t.sees('a');
        await t.does('a');
        await t.sees('z');
        await t.does('z', { again: false });
        await t.sees('completed');
      },
      { variables: { n: 2 } },
    );
    tries(
      under,
      'an awaited branch killed by a boundary event lets the inclusive join go',
      document(
        start() +
          users('a b z') +
          or('f j') +
          '<boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>' +
          end('e', 'e2') +
          flows('s>f; f>a [true]; f>b [true]; a>j; b>j; t>e2; j>z>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b');
        await t.forward('PT2H');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a none end event leaves the others alone, a terminate end event does not',
      document(
        start() +
          users('a b c') +
          and('f') +
          end('e') +
          '<endEvent id="k"><terminateEventDefinition/></endEvent>' +
          flows('s>f; f>a>e; f>b>k; f>c>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b c');
        await t.does('b');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'a terminate end event inside a sub-process ends that alone',
      document(
        start() +
          `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="g"/><userTask id="a"/><userTask id="b"/><endEvent id="ie"/><endEvent id="k"><terminateEventDefinition/></endEvent>${flows('is>g>a>k; g>b>ie')}</subProcess>` +
          users('z beside') +
          and('f') +
          end('e', 'e2') +
          flows('s>f>sub>z>e; f>beside>e2'),
      ),
      async (t) => {
        await t.sees('a b beside');
        await t.does('a');
        await t.sees('beside z');
      },
    );
    tries(
      under,
      'the event-based gateway: the first one wins, the others are gone',
      document(
        start() +
          '<eventBasedGateway id="g"/>' +
          '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>' +
          '<intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>' +
          '<intermediateCatchEvent id="sg"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>' +
          '<receiveTask id="r" messageRef="N"/>' +
          users('a b c d') +
          end() +
          flows('s>g; g>t>a>e; g>m>b>e; g>sg>c>e; g>r>d>e'),
        { roots: '<message id="M" name="go"/><message id="N" name="other"/><signal id="S" name="sig"/>' },
      ),
      async (t) => {
        expect((await t.message('other', { v: 1 })).status).toBe(200);
        await t.sees('d');
        expect((await t.message('go')).status).toBe(404);
        await t.forward('PT3H');
        await t.sees('d');
      },
    );
    tries(
      under,
      'the event-based gateway by timer',
      document(
        start() +
          '<eventBasedGateway id="g"/>' +
          '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></intermediateCatchEvent>' +
          '<intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>' +
          users('a b') +
          end() +
          flows('s>g; g>t>a>e; g>m>b>e'),
        { roots: '<message id="M" name="go"/>', prefix: 'semantic' },
      ),
      async (t) => {
        await t.sees('running');
        await t.forward('PT3H');
        await t.sees('a');
        expect((await t.message('go')).status).toBe(404);
      },
    );
    tries(
      under,
      'link events: several throws, one catch',
      document(
        start() +
          users('a b z') +
          and('f') +
          '<intermediateThrowEvent id="l1"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateThrowEvent id="l2"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="lc"><linkEventDefinition name="L"/></intermediateCatchEvent>' +
          end() +
          flows('s>f; f>a>l1; f>b>l2; lc>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b z');
        await t.does('b');
        await t.sees('z z');
      },
    );
    tries(
      under,
      'manual, plain, script tasks are passed; a script result may be a context',
      document(
        start() +
          '<manualTask id="m"/><task id="p"/><scriptTask id="sc" scriptFormat="feel" ld:resultVariable="r"><script>{ sum: x + 1, list: [1,2,3][item &gt; 1] }</script></scriptTask><scriptTask id="sd" scriptFormat="feel" camunda:resultVariable="q"><script>= r.sum * 2</script></scriptTask>' +
          users('a') +
          end() +
          flows('s>m>p>sc>sd>a>e'),
      ),
      async (t) => {
        await t.sees('a');
        const v = await t.variables();
        expect(v.r).toEqual({ sum: 4, list: [2, 3] });
        expect(v.q).toBe(8);
      },
      { variables: { x: 3 } },
    );
    tries(
      under,
      'a timer between tasks and a cycle on an intermediate timer',
      document(
        start() +
          '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>P1DT2H</timeDuration></timerEventDefinition></intermediateCatchEvent>' +
          users('a') +
          end() +
          flows('s>t>a>e'),
      ),
      async (t) => {
        await t.forward('P1D');
        await t.sees('running');
        await t.forward('PT2H1M');
        await t.sees('a');
      },
    );
    tries(
      under,
      'an intermediate conditional event',
      document(
        start() +
          users('a z') +
          and('f') +
          '<intermediateCatchEvent id="c"><conditionalEventDefinition><condition xsi:type="tFormalExpression">ready = true</condition></conditionalEventDefinition></intermediateCatchEvent>' +
          end() +
          flows('s>f; f>c>z>e; f>a>e'),
      ),
      async (t) => {
        await t.sees('a');
        await t.does('a', { ready: true });
        await t.sees('z');
      },
    );
    tries(
      under,
      'a conditional event whose condition already holds passes at once',
      document(
        start() +
          users('z') +
          '<intermediateCatchEvent id="c"><conditionalEventDefinition><condition>ready</condition></conditionalEventDefinition></intermediateCatchEvent>' +
          end() +
          flows('s>c>z>e'),
      ),
      async (t) => t.sees('z'),
      { variables: { ready: true } },
    );
    tries(
      under,
      'several none start events: the one asked for',
      document(start('s1') + start('s2') + users('a b') + end() + flows('s1>a>e; s2>b>e')),
      async (t) => t.sees('b'),
      { startEvent: 's2' },
    );
    tries(
      under,
      'an exclusive gateway that merges does not wait',
      document(start() + users('a b z') + and('f') + xor('m') + end() + flows('s>f; f>a>m; f>b>m; m>z>e')),
      async (t) => {
        await t.does('a');
        await t.sees('b z');
      },
    );
    tries(
      under,
      'a gateway that joins and splits at once',
      document(start() + users('a b c d') + and('f g') + end() + flows('s>f; f>a>g; f>b>g; g>c>e; g>d>e')),
      async (t) => {
        await t.does('a');
        await t.sees('b');
        await t.does('b');
        await t.sees('c d');
      },
    );
    tries(
      under,
      'a task without a way out ends its branch',
      document(start() + users('a b') + and('f') + flows('s>f; f>a; f>b')),
      async (t) => {
        await t.does('a');
        await t.does('b');
        await t.sees('completed');
      },
    );
  });
};
