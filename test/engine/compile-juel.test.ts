import { expect, it } from 'vitest';
import { toAssignment, toFeel } from '../../engine/compile/juel.ts';
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
  ['${dateTime().plusWeeks(1).toDate()}', 'now() + duration("P7D")'],
  ['${now().minusHours(12)}', 'now() - duration("PT12H")'],
  ['${var:equals(input, 1)}', 'input = 1'],
  ["${variables:gte('amount', 5) && var:isNotEmpty(list)}", '(amount >= 5) and not(is empty(list))'],
  ["${vars:getOrDefault('who', 'nobody')}", 'if who = null then "nobody" else who'],
  ['${customer.getName()}', 'customer.name'],
  ['${order.isPaid() ? 1 : 2}', 'if order.paid then 1 else 2'],
  ['${customer.prop("age").numberValue() >= 21}', 'customer.age >= 21'],
  ["${S(answer).prop('has-status').boolValue() == true}", 'get value(answer, "has-status") = true'],
  ["${result.get('RULE')}", 'result.RULE'],
  ['${name.toUpperCase()}', 'upper case(name)'],
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

it.each([
  ["${execution.setVariable('input', input + 1)}", { variable: 'input', juel: '${ input + 1}' }],
  ["#{execution.setVariable('done', true)}", { variable: 'done', juel: '${ true}' }],
  ['${execution.setVariable(name, 1)}', null],
  ["${bean.setVariable('x', 1)}", null],
])('%s sets a variable: %j', (juel, assignment) => {
  expect(toAssignment(juel)).toEqual(assignment);
});
