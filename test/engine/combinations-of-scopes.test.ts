import { describe, expect, it } from 'vitest';
import {
  and,
  association,
  boundary,
  bpmn,
  call,
  compensate,
  end,
  error,
  eventSub,
  flows,
  forMessage,
  loop,
  mappings,
  message,
  multi,
  process,
  receive,
  script,
  start,
  sub,
  terminate,
  throws,
  timer,
  user,
  xor,
} from '../support/bpmn.ts';
import { modelOf, modelsOf, play } from '../support/run.ts';

describe('scopes inside scopes', () => {
  it('a called process with its own event sub-process and terminate end', async () => {
    const called = await modelsOf(
      bpmn(
        process(
          'Q',
          start('qs'),
          and('qf'),
          user('q1'),
          user('q2'),
          end('qe'),
          end('qt', terminate()),
          eventSub(
            'h',
            start('hs', { isInterrupting: false }, message('Note')),
            user('note'),
            end('he'),
            flows('hs>note>he'),
          ),
          flows('qs>qf>q1>qt', 'qf>q2>qe'),
        ),
      ),
    );
    const model = await modelOf(start('s'), call('c', 'Q'), user('z'), end('e'), flows('s>c>z>e'));
    play(model, { called })
      .start()
      .expectOpen('q1', 'q2')
      .message('Note')
      .expectOpen('note', 'q1', 'q2')
      .complete('q1')
      .expectOpen('z');
  });

  it('a call activity in a multi-instance, each with its own variables', async () => {
    const called = await modelsOf(
      bpmn(process('Q', start('qs'), user('q'), script('x', 'unit + "!"', 'result'), end('qe'), flows('qs>q>x>qe'))),
    );
    const model = await modelOf(
      start('s'),
      call(
        'c',
        'Q',
        multi({ collection: 'units', element: 'unit', output: 'results', outputElement: 'answer' }),
        mappings({ input: { unit: 'unit' }, output: { answer: 'result' } }),
      ),
      user('z'),
      end('e'),
      flows('s>c>z>e'),
    );
    const one = play(model, { called })
      .start({ units: ['a', 'b'] })
      .expectOpen('q', 'q')
      .complete('q')
      .complete('q')
      .expectOpen('z');
    expect(one.variables()['results']).toEqual(['a!', 'b!']);
  });

  it('an interrupting boundary event of an outer scope ends calls and waits inside', async () => {
    const called = await modelsOf(
      bpmn(
        process(
          'Q',
          start('qs'),
          and('f'),
          user('q'),
          receive('r', ...forMessage('Reply')),
          end('qe'),
          flows('qs>f>q>qe', 'f>r>qe'),
        ),
      ),
    );
    const model = await modelOf(
      start('s'),
      sub('p', start('ps'), call('c', 'Q'), end('pe'), flows('ps>c>pe')),
      boundary('t', 'p', timer({ duration: 'P1D' })),
      user('late'),
      end('e'),
      flows('s>p>e', 't>late>e'),
    );
    const one = play(model, { called }).start().expectOpen('q').move('P1D').expectOpen('late');
    expect(one.view().waits).toEqual([]);
    one.complete('late').expectEnded();
  });

  it('an error from a multi-instance ends all of its instances', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        multi({ cardinality: '3' }),
        start('ps'),
        user('a'),
        xor('x'),
        end('pe'),
        end('bad', error('E')),
        flows('ps>a>x', 'x>bad[broken]', 'x>pe*'),
      ),
      boundary('b', 'p', error('E')),
      user('z'),
      end('e'),
      flows('s>p>e', 'b>z>e'),
    );
    play(model)
      .start()
      .complete('a', { variables: { broken: false } })
      .complete('a', { variables: { broken: true } })
      .expectOpen('z')
      .complete('z')
      .expectEnded();
  });

  it('loops of sub-processes', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        loop({ condition: 'loopCounter < 2' }),
        start('ps'),
        user('a'),
        user('b'),
        end('pe'),
        flows('ps>a>b>pe'),
      ),
      end('e'),
      flows('s>p>e'),
    );
    play(model).start().complete('a').complete('b').expectOpen('a').complete('a').complete('b').expectEnded();
  });

  it('a multi-instance inside a multi-instance', async () => {
    const model = await modelOf(
      start('s'),
      sub(
        'p',
        multi({ collection: 'rows', element: 'row' }),
        start('ps'),
        user('a', multi({ collection: 'row', element: 'cell' })),
        end('pe'),
        flows('ps>a>pe'),
      ),
      end('e'),
      flows('s>p>e'),
    );
    const one = play(model)
      .start({ rows: [[1, 2], [3]] })
      .expectOpen('a', 'a', 'a');
    expect(one.view().tasks.map(({ variables }) => [variables['cell'], variables['nrOfInstances']])).toEqual([
      [1, 2],
      [2, 2],
      [3, 1],
    ]);
    one.complete('a').complete('a').complete('a').expectEnded();
  });
});

describe('compensation', () => {
  it('of a multi-instance activity runs its handler for each instance; thrown in an event sub-process it undoes the scope', async () => {
    const model = await modelOf(
      start('s'),
      user('a', multi({ cardinality: '2' })),
      user('b'),
      end('e'),
      boundary('ca', 'a', compensate()),
      script('undo', 'count + 1', 'count', { isForCompensation: true }),
      association('ca', 'undo'),
      eventSub('h', start('hs', message('Undo')), throws('t', compensate()), user('z'), end('he'), flows('hs>t>z>he')),
      flows('s>a>b>e'),
    );
    play(model)
      .start({ count: 0 })
      .complete('a')
      .complete('a')
      .message('Undo')
      .expectOpen('z')
      .expectVariables({ count: 2 });
  });

  it('undoes nothing twice', async () => {
    const model = await modelOf(
      start('s'),
      user('a'),
      throws('t', compensate()),
      throws('u', compensate()),
      user('z'),
      end('e'),
      boundary('ca', 'a', compensate()),
      script('undo', 'count + 1', 'count', { isForCompensation: true }),
      association('ca', 'undo'),
      flows('s>a>t>u>z>e'),
    );
    play(model).start({ count: 0 }).complete('a').expectOpen('z').expectVariables({ count: 1 });
  });
});
