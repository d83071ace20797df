import { expect, it } from 'vitest';
import { toFeel } from '../../engine/compile/juel.ts';
import { defectsOf } from '../../engine/feel/check.ts';

it.each([
  ['${approved == true && amount gt 100}', '(approved = true) and (amount > 100)'],
  ["${outcome eq 'yes' or not urgent}", '(outcome = "yes") or not(urgent)'],
  ['#{a ne b}', 'a != b'],
  ['${!done}', 'not(done)'],
  ['${empty list}', 'is empty(list)'],
  ['${not empty order.lines}', 'not(is empty(order.lines))'],
  ["${x > 1 ? 'big' : 'small'}", 'if x > 1 then "big" else "small"'],
  ['${a + b * 2 - -c}', '(a + (b * 2)) - -c'],
  ['${n % 2 == 0}', 'modulo(n, 2) = 0'],
  ["${execution.getVariable('amount') >= 5}", 'amount >= 5'],
  ["${order['total']}", 'get value(order, "total")'],
  ['${list[0].name}', 'list[1].name'],
  ['${list.size() > 0}', 'count(list) > 0'],
  ["${name.equals('甲')}", 'name = "甲"'],
  ['${initiator}', 'initiator'],
  ['关于${title}的函', '"关于" + string(title) + "的函"'],
  ['${x != null}', 'x != null'],
])('%s becomes %s', (juel, feel) => {
  expect(toFeel(juel)).toEqual({ feel });
  expect(defectsOf(feel, [])).toEqual([]);
});

it.each([
  ['${bean.method(1)}'],
  ['${execution.processInstanceId}'],
  ['${currentUser()}'],
  ['${list[index]}'],
  ['${a ==}'],
  ['${a'],
  ['${a ; b}'],
])('%s has no equal', (juel) => {
  expect(toFeel(juel)).toEqual({ problem: expect.stringMatching(/./) as unknown });
});
