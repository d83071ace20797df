import { toFeel } from './juel.ts';
import { textOf, type Moddle } from './moddle.ts';

type Translated = ReturnType<typeof toFeel>;

/** What stands inside camunda:inputParameter, camunda:entry or camunda:value: a text, or a list, a map or a script, as FEEL. */
export function valueOf(holder: Moddle): Translated {
  const [structured] = holder.$children ?? [];
  if (!structured) return written(textOf(holder, '$body'));
  const parts = structured.$children ?? [];
  switch (structured.$type.slice(structured.$type.indexOf(':') + 1)) {
    case 'list':
      return all(
        parts.map((part) => (isScript(part) ? scriptOf(part) : valueOf(part))),
        (values) => `[${values.join(', ')}]`,
      );
    case 'map':
      return all(parts.map(valueOf), (values) => {
        const entries = values.map((value, index) => `${JSON.stringify(textOf(parts[index], 'key') ?? '')}: ${value}`);
        return `{${entries.join(', ')}}`;
      });
    case 'script':
      return scriptOf(structured);
    default:
      return { problem: `${structured.$type} 没有对应的写法` };
  }
}

const isScript = ({ $type }: Moddle): boolean => $type.endsWith(':script');

function written(text: string | undefined): Translated {
  if (text === undefined) return { feel: 'null' };
  if (!/[$#]\{/.test(text)) return { feel: JSON.stringify(text) };
  const { feel, problem } = toFeel(text);
  return feel === undefined ? { problem: problem ?? '' } : { feel: `(${feel})` };
}

/** FEEL is taken as it is written, JUEL translated. */
function scriptOf(script: Moddle): Translated {
  const format = (textOf(script, 'scriptFormat') ?? '').toLowerCase();
  const body = textOf(script, '$body')?.trim();
  if (body === undefined || textOf(script, 'resource') !== undefined) return { problem: '脚本不在文件里' };
  if (format === 'juel') return written(body);
  return format === 'feel' ? { feel: `(${body.replace(/^=/, '')})` } : { problem: `脚本语言 “${format}” 不支持` };
}

function all(parts: readonly Translated[], join: (feels: readonly string[]) => string): Translated {
  const failed = parts.find(({ feel }) => feel === undefined);
  return failed ?? { feel: join(parts.map(({ feel }) => feel ?? '')) };
}
