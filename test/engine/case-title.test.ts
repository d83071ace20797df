import { describe, expect, it } from 'vitest';
import { caseTitleOf } from '../../engine/case-title.ts';
import { compile } from '../../engine/compile/compile.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';

const now = Date.parse('2026-03-05T09:00:00+08:00');
const publish = (titled: string) =>
  compile(
    bpmn(
      process(
        'P',
        { name: '信访举报', ...(titled ? { 'ld:titled': titled } : {}) },
        start('s'),
        user('a'),
        end('e'),
        flows('s>a>e'),
      ),
    ),
  );
const byCode = '="来信 " + receivedOn + " " + code';

describe('what a case is called', () => {
  it.each([
    ['is what its opener says', '', '反映张三', {}, '反映张三'],
    ['is the procedure’s name where nobody says', '', undefined, {}, '信访举报'],
    ['is the procedure’s name alone', 'procedure', '反映张三', { code: '信-1' }, '信访举报'],
    [
      'is made of what it begins with',
      byCode,
      '反映张三',
      { receivedOn: '2026-03-05', code: '信-1' },
      '来信 2026-03-05 信-1',
    ],
    ['is the procedure’s name where what it is made of is missing', byCode, '反映张三', { code: '信-1' }, '信访举报'],
    ['is the procedure’s name where it would be no text', '=code', '反映张三', { code: 7 }, '信访举报'],
    ['is the procedure’s name where it would be blank', '=code', '反映张三', { code: ' ' }, '信访举报'],
    ['has an end', '=code', undefined, { code: '长'.repeat(300) }, '长'.repeat(200)],
  ])('%s', async (_, titled, given, variables, called) => {
    const { processes, defects } = await publish(titled);
    expect(defects).toEqual([]);
    expect(processes.map((model) => caseTitleOf(model, { given, variables }, now))).toEqual([called]);
  });

  it.each([['somebody'], ['=1 +']])('is not published as %s', async (titled) => {
    expect((await publish(titled)).defects).toMatchObject([{ elementId: 'P', path: 'ld:titled' }]);
  });
});
