import { describe, expect, it } from 'vitest';
import { defectsOf } from '../../engine/feel/check.ts';
import { evaluate, FeelError, isTrue } from '../../engine/feel/feel.ts';
import type { Json, Variables } from '../../engine/command.ts';

const now = Date.parse('2026-03-01T23:30:00+08:00');
const context: Variables = {
  amount: 12,
  text: '5',
  day: '2026-02-17',
  flag: true,
  list: [1, 2, 3],
  people: [
    { name: '甲', age: 40 },
    { name: '乙', age: 50 },
  ],
  order: { total: 7, lines: [{ price: 2 }, { price: 3 }] },
  金额: 800,
  'a-b': 99,
  a: 5,
  b: 3,
};
const value = (feel: string, names: readonly string[] = []): Json => evaluate(feel, context, { now, names });

describe('an expression', () => {
  it.each<[string, string, Json]>([
    ['a comparison', 'amount > 10', true],
    ['text equal', 'text = "5"', true],
    ['Chinese names', '金额 >= 800 and flag', true],
    ['arithmetic with precedence', '1 + 2 * 3 ** 2', 19],
    ['unary minus', '-amount + 2', -10],
    ['division by zero', '1 / 0', null],
    ['an exponent in a number', '1e3', 1000],
    ['a duration multiplied', '3 * duration("PT36H")', 'P4DT12H'],
    ['a duration divided', 'duration("P1Y") / 3', 'P4M'],
    ['a quotient of durations', 'duration("P10D") / duration("P4D")', 2.5],
    ['a duration turned round', '-duration("P1D")', '-P1D'],
    ['a distance across time zones', '@"2016-12-24T23:59:00-08:00" - @"2016-12-24T23:59:00-01:00"', 'PT7H'],
    ['months across the end of a month', 'years and months duration(date("2026-01-31"), date("2026-03-01"))', 'P1M'],
    ['a comparison in brackets', '10 in (= 10)', true],
    ['equal ranges', '[1..10] = [1..10]', true],
    ['the whole match put back', 'replace("abc", "[ac]", "[$0]")', '[a]b[c]'],
    ['a time offset', 'time("10:30:00+05:00").time offset', 'PT5H'],
    ['a leading "="', '= amount + 1', 13],
    ['text joined', '"a" + "b"', 'ab'],
    ['between', 'amount between 10 and 12', true],
    ['in a list', 'amount in (1, 12)', true],
    ['in a range', 'amount in [1..12)', false],
    ['in comparisons', 'amount in (< 5, > 11)', true],
    ['in a variable list', '2 in list', true],
    ['if', 'if amount > 10 then "big" else "small"', 'big'],
    ['a path', 'order.total', 7],
    ['a path through a list', 'order.lines.price', [2, 3]],
    ['an index', 'list[1]', 1],
    ['an index from the end', 'list[-1]', 3],
    ['an index out of range', 'list[9]', null],
    ['a filter', 'list[item > 1]', [2, 3]],
    ['a filter by property', 'people[age > 45].name', ['乙']],
    ['a filter and an index', 'people[age > 45][1].name', '乙'],
    ['a unary filter', 'list[>= 2]', [2, 3]],
    ['a for loop', 'for x in list return x * 2', [2, 4, 6]],
    ['two loops', 'for x in 1..2, y in [10, 20] return x + y', [11, 21, 12, 22]],
    ['a loop downwards', 'for x in 3..1 return x', [3, 2, 1]],
    ['a loop over its own results', 'for x in 1..4 return if x = 1 then 1 else partial[-1] * x', [1, 2, 6, 24]],
    ['some', 'some x in list satisfies x > 2', true],
    ['every', 'every x in list satisfies x > 2', false],
    ['a context', '{ a: 1, b: a + 1 }', { a: 1, b: 2 }],
    ['a context entry', '{ a: 1 }.a', 1],
    ['a function with names', 'substring(string: "foobar", start position: 4)', 'bar'],
    ['functions of lists', 'count(list) + sum(list) + max(list) + min(list)', 13],
    ['least of texts', 'min(["b", "a"])', 'a'],
    ['a sort', 'sort(list, function(x, y) x > y)', [3, 2, 1]],
    ['list contains null', 'list contains([1, null], null)', true],
    ['dates compared', 'date(day) < date("2026-03-01")', true],
    ['a date and a duration', 'date(day) + duration("P10D")', '2026-02-27'],
    ['dates subtracted', 'date("2026-03-01") - date(day)', 'P12D'],
    ['parts of a date', 'date(day).month', 2],
    ['a date literal', '@"2026-02-17" = date(day)', true],
    ['instance of', 'amount instance of number', true],
    ['three-valued and', '(nobody > 1) and false', false],
    ['three-valued or', '(nobody > 1) or true', true],
    ['a pattern', 'matches("A-12", "^[A-Z]-\\d+$")', true],
    ['a replacement', 'replace("2026-02", "(\\d+)-(\\d+)", "$2/$1")', '02/2026'],
    ['a split', 'split("a;b;;c", ";")', ['a', 'b', '', 'c']],
    ['defined', 'is defined(nobody) or is defined(amount)', true],
    ['or else', 'get or else(nobody, 3)', 3],
    ['a comment', '1 + /* two */ 2 // three', 3],
  ])('evaluates %s', (_, feel, expected) => {
    expect(defectsOf(feel.replace(/^=/, ''), [])).toEqual([]);
    expect(value(feel)).toEqual(expected);
  });

  it.each<[string, string, Json]>([
    ['an unknown variable', 'nobody', null],
    ['an unknown variable compared', 'nobody > 1', null],
    ['an unknown variable unequal to something', 'nobody != 1', null],
    ['an unknown variable equal to something', 'nobody = 1', null],
    ['two unknowns', 'nobody = nothing', null],
    ['the word null asked for', 'nobody = null', true],
    ['the word null denied', 'amount != null', true],
    ['a text with a number', 'text > 1', null],
    ['a text equal to a number', 'text = 5', null],
    ['a text unequal to a number', 'text != 5', null],
    ['a date with a text', 'date(day) < "2026-03-01"', null],
    ['months with days', 'duration("P1M") > duration("P30D")', null],
    ['an unknown in a list', 'nobody in (1, 2)', null],
    ['a boolean compared', 'flag > false', null],
    ['a text as a condition', 'if "x" then 1 else 2', 2],
    ['null as a condition', 'if nobody then 1 else 2', 2],
    ['an entry that is not there', 'order.nothing', null],
    ['a property of Object', 'order.constructor', null],
    ['a variable of Object', 'constructor', null],
    ['some that cannot tell', 'some x in list satisfies nobody > x', null],
  ])('has no opinion on %s', (_, feel, expected) => {
    expect(value(feel)).toEqual(expected);
  });

  it('takes the clock of the case in Shanghai, whatever the zone of the machine', () => {
    expect(value('today()')).toBe('2026-03-01');
    expect(value('now()')).toBe('2026-03-01T23:30:00+08:00');
    expect(value('now() > date and time("2026-03-01T15:00:00Z")')).toBe(true);
  });

  it('reads a name with an operator sign only where the model knows that name', () => {
    expect(value('a-b')).toBe(2);
    expect(value('a-b', ['a-b'])).toBe(99);
  });

  it.each([
    ['an endless loop', 'count(for x in 1..1000000000 return x)'],
    ['nested loops', 'for x in 1..1000, y in 1..1000 return x * y'],
    ['a list that doubles', 'for x in 1..60 return if x = 1 then [1] else [partial[-1], partial[-1]]'],
    [
      'a context that doubles',
      '{ a: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1], b: [a, a, a, a, a, a, a, a, a, a], c: [b, b, b, b, b, b, b, b, b, b], d: [c, c, c, c, c, c, c, c, c, c], e: [d, d, d, d, d, d, d, d, d, d], f: [e, e, e, e, e, e, e, e, e, e] }',
    ],
    ['a text that doubles', 'for x in 1..60 return if x = 1 then "ab" else partial[-1] + partial[-1]'],
    ['a function that calls itself', '{ f: function(g) g(g), r: f(f) }.r'],
    ['every pair compared', 'distinct values(for x in 1..20000 return { x: x })'],
    ['a function as a value', 'function(x) x'],
    ['what is no FEEL', 'a &&'],
  ])('ends in an error for %s', (_, feel) => {
    expect(() => value(feel)).toThrow(FeelError);
  });

  it('matches a pattern that explodes elsewhere in time proportional to its input', () => {
    const began = performance.now();
    expect(value(`matches("${'a'.repeat(5000)}!", "^(a+)+$")`)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('is parsed once and evaluated often', () => {
    const names = ['outcome', 'amount'];
    const began = performance.now();
    for (let round = 0; round < 20_000; round += 1) evaluate('amount = 12', context, { now, names });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it('takes a flow for true alone', () => {
    expect([true, 'true', 1, null, [true]].map(isTrue)).toEqual([true, false, false, false, false]);
  });
});

describe('publication refuses', () => {
  it.each([
    ['nothing', '  '],
    ['a double equals sign', 'a == 1'],
    ['a word operator of JUEL', 'a eq 1'],
    ['words without an operator', 'foo bar baz'],
    ['a path with words', 'order.a eq 1'],
    ['JUEL and', 'a && b'],
    ['JUEL not', '!a'],
    ['single quotes', "a = 'x'"],
    ['a ternary', 'a ? b : c'],
    ['an operator without a left side', '> 5'],
    ['a function', 'function(x) x'],
    ['an if without else', 'if a then b'],
    ['an unclosed text', '"abc'],
    ['an unclosed bracket', '(a + 1'],
    ['an unknown function', 'fetch("http://x")'],
    ['a function feelin does not have', 'overlaps before([1..2], [2..3])'],
    ['too many arguments', 'today(1)'],
    ['a pattern with a look-ahead', 'matches(a, "(?=x)y")'],
    ['four loops', 'for a in x, b in x, c in x, d in x return 1'],
    ['brackets without end', '('.repeat(500) + '1' + ')'.repeat(500)],
    ['thousands of operators', Array.from({ length: 4000 }, () => 'a').join('+')],
    ['an external function', 'sort(list, function(a, b) external {})'],
  ])('%s', (_, feel) => {
    expect(defectsOf(feel, ['a', 'b'])).not.toEqual([]);
  });

  it('says what to write instead', () => {
    const messages = ['a == 1', 'a && b', 'a eq 1'].map((feel) => defectsOf(feel, [])[0]?.message);
    expect(messages).toEqual([
      '“a == 1” 的比较符不对：相等写一个 “=”',
      expect.stringContaining('“并且”写 and'),
      '“a eq 1” 会被当作一个名称；eq 不是 FEEL 的运算符',
    ]);
  });
});
