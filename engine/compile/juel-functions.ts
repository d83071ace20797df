/** What FEEL knows of a moment; Java's moments have more, which would silently be null. */
const ofMoment: ReadonlySet<string> = new Set(['year', 'month', 'day', 'hour', 'minute', 'second', 'weekday']);

/** A part of the translation; one that is not `simple` stands in brackets inside a larger one. */
export interface Feel {
  readonly feel: string;
  readonly simple: boolean;
}

const simple = (feel: string): Feel => ({ feel, simple: true });
const compound = (feel: string): Feel => ({ feel, simple: false });

export const inBrackets = ({ feel, simple: isSimple }: Feel): string => (isSimple ? feel : `(${feel})`);

const isName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text);

/** A text literal's text, else undefined. */
const literalOf = ({ feel }: Feel): string | undefined =>
  /^"(?:[^"\\]|\\.)*"$/.test(feel) ? (JSON.parse(feel) as string) : undefined;

/** `target.name`, where the name can stand in a path, else by a function; null where a moment has no such member. */
export function memberOf(target: Feel, name: string): Feel | null {
  if (target.feel.startsWith('now()') && !ofMoment.has(name)) return null;
  return simple(isName(name) ? `${inBrackets(target)}.${name}` : `get value(${target.feel}, ${JSON.stringify(name)})`);
}

/** Functions of Camunda's expressions that FEEL has under another name; null for others. */
export function functionCall(name: string, given: readonly Feel[]): Feel | null {
  const [first] = given;
  if ((name === 'now' || name === 'dateTime') && given.length === 0) return simple('now()');
  // Spin: a variable that is JSON is an object here already.
  if ((name === 'S' || name === 'JSON') && first && given.length === 1) return first;
  return null;
}

const comparisons: Readonly<Record<string, string>> = {
  equals: '=',
  eq: '=',
  notEquals: '!=',
  ne: '!=',
  lowerThan: '<',
  lessThan: '<',
  lt: '<',
  lowerThanOrEquals: '<=',
  lessThanOrEquals: '<=',
  lte: '<=',
  greaterThan: '>',
  gt: '>',
  greaterThanOrEquals: '>=',
  gte: '>=',
};

/** Flowable's `variables:equals(x, 1)` and the like: their first argument is a variable, in quotes or not. */
export function variableFunction(name: string, [first, second, ...others]: readonly Feel[]): Feel | null {
  const given = first && (literalOf(first) ?? first.feel);
  if (given === undefined || !isName(given) || others.length > 0) return null;
  const operator = comparisons[name];
  if (operator && second) return compound(`${given} ${operator} ${inBrackets(second)}`);
  if (name === 'getOrDefault' && second) return compound(`if ${given} = null then ${second.feel} else ${given}`);
  if (second) return null;
  if (name === 'get') return simple(given);
  if (name === 'exists') return compound(`${given} != null`);
  if (name === 'empty' || name === 'isEmpty') return simple(`is empty(${given})`);
  if (name === 'notEmpty' || name === 'isNotEmpty') return simple(`not(is empty(${given}))`);
  return null;
}

/** Joda's and Java's `plusWeeks(1)`: unit and how it is written; weeks as days. */
const spans: Readonly<Record<string, readonly [before: string, after: string, times: number]>> = {
  Years: ['P', 'Y', 1],
  Months: ['P', 'M', 1],
  Weeks: ['P', 'D', 7],
  Days: ['P', 'D', 1],
  Hours: ['PT', 'H', 1],
  Minutes: ['PT', 'M', 1],
  Seconds: ['PT', 'S', 1],
};

function moved(target: Feel, name: string, amount: Feel): Feel | null {
  const [, way, unit = ''] = /^(plus|minus)(\w+)$/.exec(name) ?? [];
  const span = spans[unit];
  if (!span || !/^\d{1,6}$/.test(amount.feel)) return null;
  const [before, after, times] = span;
  const sign = way === 'plus' ? '+' : '-';
  return compound(`${inBrackets(target)} ${sign} duration("${before}${Number(amount.feel) * times}${after}")`);
}

const itself: ReadonlySet<string> = new Set([
  'toDate', 'value', 'stringValue', 'numberValue', 'boolValue', 'booleanValue', 'intValue', 'longValue', 'doubleValue', 'elements',
]); // prettier-ignore

/** Methods of Java's texts, lists, dates and beans and of Spin's JSON that FEEL has under another name; null for others. */
export function methodCall(target: Feel, name: string, [first, ...rest]: readonly Feel[]): Feel | null {
  if (rest.length > 0) return null;
  return first ? withArgument(target, name, first) : plainMethod(target, name);
}

function plainMethod(target: Feel, name: string): Feel | null {
  const on = target.feel;
  if (itself.has(name)) return target;
  if (name === 'size') return simple(`count(${on})`);
  if (name === 'isEmpty') return simple(`is empty(${on})`);
  if (name === 'length') return simple(`string length(${on})`);
  if (name === 'toUpperCase') return simple(`upper case(${on})`);
  if (name === 'toLowerCase') return simple(`lower case(${on})`);
  if (name === 'toString') return simple(`string(${on})`);
  // A getter of a bean is a member of what is stored.
  const [, property] = /^(?:get|is)([A-Z]\w*)$/.exec(name) ?? [];
  return property === undefined ? null : memberOf(target, property.charAt(0).toLowerCase() + property.slice(1));
}

function withArgument(target: Feel, name: string, first: Feel): Feel | null {
  const on = target.feel;
  const text = literalOf(first);
  if (name === 'equals') return compound(`${inBrackets(target)} = ${inBrackets(first)}`);
  if (name === 'equalsIgnoreCase') return compound(`lower case(${on}) = lower case(${first.feel})`);
  if (name === 'startsWith') return simple(`starts with(${on}, ${first.feel})`);
  if (name === 'endsWith') return simple(`ends with(${on}, ${first.feel})`);
  if (name === 'contains') {
    return compound(
      `if ${on} instance of string then contains(${on}, ${first.feel}) else list contains(${on}, ${first.feel})`,
    );
  }
  if (name === 'get' && /^\d+$/.test(first.feel)) return simple(`${inBrackets(target)}[${Number(first.feel) + 1}]`);
  if ((name === 'get' || name === 'prop') && text !== undefined) return memberOf(target, text);
  return moved(target, name, first);
}
