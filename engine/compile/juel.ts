import { functionCall, inBrackets, memberOf, methodCall, variableFunction, type Feel } from './juel-functions.ts';
import { tokensOf, type Token } from './juel-tokens.ts';

class Untranslatable extends Error {}

/** A JUEL source, `${…}` alone or in a text, as FEEL, or why it has no equal. */
export function toFeel(source: string): { readonly feel?: string; readonly problem?: string } {
  try {
    const parts = partsOf(source.trim());
    const [only] = parts;
    if (only && parts.length === 1) return { feel: only.feel };
    return { feel: parts.map((part) => (part.text ? part.feel : `string(${part.feel})`)).join(' + ') };
  } catch (error) {
    if (error instanceof Untranslatable) return { problem: error.message };
    throw error;
  }
}

/** `${execution.setVariable('x', …)}` alone: which variable it sets to what; null where it is something else. */
export function toAssignment(source: string): { readonly variable: string; readonly juel: string } | null {
  const [, variable, value] =
    /^\s*[$#]\{\s*(?:execution|task)\.setVariable\(\s*['"]([\p{L}_][\p{L}\p{N}_]*)['"]\s*,([^]*)\)\s*\}\s*$/u.exec(
      source,
    ) ?? [];
  return variable === undefined || value === undefined ? null : { variable, juel: `\${${value}}` };
}

interface Part {
  readonly feel: string;
  readonly text: boolean;
}

function partsOf(source: string): readonly Part[] {
  if (source.length > 2000 || source.split('(').length > 100) throw new Untranslatable('太长或嵌套太深');
  const split = source.split(/([$#]\{(?:[^{}'"]|'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")*\})/);
  return split.flatMap((part, index): readonly Part[] => {
    if (index % 2 === 1) return [{ feel: translate(part.slice(2, -1)), text: false }];
    if (/[$#]\{/.test(part)) throw new Untranslatable('括号不配对');
    return part === '' ? [] : [{ feel: JSON.stringify(part), text: true }];
  });
}

function translate(juel: string): string {
  const tokens = tokensOf(juel);
  if (!tokens) throw new Untranslatable('有看不懂的符号');
  const parser = new Parser(tokens);
  const { feel } = parser.ternary();
  parser.end();
  return feel;
}

/** Binary operators from the weakest to the strongest, with their FEEL equals. */
const levels: readonly Readonly<Record<string, string>>[] = [
  { '||': 'or', or: 'or' },
  { '&&': 'and', and: 'and' },
  { '==': '=', eq: '=', '!=': '!=', ne: '!=' },
  { '<': '<', lt: '<', '>': '>', gt: '>', '<=': '<=', le: '<=', '>=': '>=', ge: '>=' },
  { '+': '+', '-': '-' },
  { '*': '*', '/': '/', div: '/', '%': '%', mod: '%' },
];

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  ternary(): Feel {
    const condition = this.binary(0);
    if (!this.takes('?')) return condition;
    const first = this.ternary();
    this.expect(':');
    const second = this.ternary();
    return { feel: `if ${condition.feel} then ${first.feel} else ${second.feel}`, simple: false };
  }

  end(): void {
    if (this.now.kind !== 'end') throw new Untranslatable(`“${this.now.text}” 之后看不懂`);
  }

  private binary(level: number): Feel {
    const operators = levels[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const { kind, text } = this.now;
      const operator = kind !== 'text' && Object.hasOwn(operators, text) ? operators[text] : undefined;
      if (operator === undefined) return left;
      this.at += 1;
      const right = this.binary(level + 1);
      const [a, b] = [inBrackets(left), inBrackets(right)];
      left =
        operator === '%'
          ? { feel: `modulo(${left.feel}, ${right.feel})`, simple: true }
          : { feel: `${a} ${operator} ${b}`, simple: false };
    }
  }

  private unary(): Feel {
    if (this.takes('!') || this.takes('not')) return { feel: `not(${this.unary().feel})`, simple: true };
    if (this.takes('empty')) return { feel: `is empty(${this.unary().feel})`, simple: true };
    if (this.takes('-')) return { feel: `-${inBrackets(this.unary())}`, simple: true };
    return this.suffixed(this.primary());
  }

  private primary(): Feel {
    const { kind, text } = this.now;
    this.at += 1;
    if (kind === 'number') return { feel: text, simple: true };
    if (kind === 'text') return { feel: JSON.stringify(text), simple: true };
    if (kind === 'name') return this.named(text);
    if (text === '(') {
      const inner = this.ternary();
      this.expect(')');
      return inner;
    }
    throw new Untranslatable(kind === 'end' ? '表达式不完整' : `“${text}” 处看不懂`);
  }

  /** A variable, or `execution.getVariable('x')`, which is one. */
  private named(name: string): Feel {
    if (['execution', 'task', 'delegateTask', 'caseExecution'].includes(name)) {
      if (!this.takes('.')) throw new Untranslatable(`${name} 没有对应的写法`);
      const method = this.now.text;
      this.at += 1;
      const [variable] = this.takes('(') ? this.callArguments() : [];
      const given = variable && /^"([\p{L}_]\w*)"$/u.exec(variable.feel)?.[1];
      if (method !== 'getVariable' || !given) throw new Untranslatable(`${name}.${method} 没有对应的写法`);
      return { feel: given, simple: true };
    }
    if (['var', 'vars', 'variables'].includes(name) && this.now.text === ':') return this.variables(name);
    if (this.takes('(')) {
      const call = functionCall(name, this.callArguments());
      if (!call) throw new Untranslatable(`函数 ${name}() 没有对应的写法`);
      return call;
    }
    return { feel: name, simple: true };
  }

  private variables(prefix: string): Feel {
    this.expect(':');
    const name = this.now.text;
    this.at += 1;
    this.expect('(');
    const call = variableFunction(name, this.callArguments());
    if (!call) throw new Untranslatable(`函数 ${prefix}:${name}() 没有对应的写法`);
    return call;
  }

  private suffixed(target: Feel): Feel {
    if (this.takes('.')) {
      const name = this.now.text;
      this.at += 1;
      if (!this.takes('(')) return this.suffixed(this.member(target, name));
      const call = methodCall(target, name, this.callArguments());
      if (!call) throw new Untranslatable(`方法 .${name}() 没有对应的写法`);
      return this.suffixed(call);
    }
    if (!this.takes('[')) return target;
    const { kind, text } = this.now;
    this.at += 1;
    this.expect(']');
    if (kind === 'number') return this.suffixed({ feel: `${inBrackets(target)}[${Number(text) + 1}]`, simple: true });
    if (kind !== 'text') throw new Untranslatable('方括号里只能是数字或文字');
    return this.suffixed({ feel: `get value(${target.feel}, ${JSON.stringify(text)})`, simple: true });
  }

  private member(target: Feel, name: string): Feel {
    const member = memberOf(target, name);
    if (!member) throw new Untranslatable(`属性 .${name} 没有对应的写法`);
    return member;
  }

  private callArguments(): readonly Feel[] {
    const given: Feel[] = [];
    if (this.takes(')')) return given;
    do given.push(this.ternary());
    while (this.takes(','));
    this.expect(')');
    return given;
  }

  private get now(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  private takes(text: string): boolean {
    const found = this.now.kind !== 'text' && this.now.text === text;
    if (found) this.at += 1;
    return found;
  }

  private expect(text: string): void {
    if (!this.takes(text)) throw new Untranslatable(`缺少 “${text}”`);
  }
}
