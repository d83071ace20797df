import { attribute, expression } from './binding.ts';
import type { Binding } from './binding.ts';
import { field } from './field.ts';
import type { Group } from './field.ts';

/** Whether the flow is its source's default. */
const isDefault: Binding = {
  get: ({ object }) => String(object.get<{ get(name: string): unknown }>('sourceRef')?.get('default') === object),
  set({ sketch, element, object }, value) {
    const { source } = element as unknown as {
      source: Parameters<ReturnType<typeof sketch.get<'modeling'>>['updateProperties']>[0];
    };
    sketch.get('modeling').updateProperties(source, { default: value === 'true' ? object : undefined });
  },
};

/** 连线: when it is taken. */
export const flowGroups: readonly Group[] = [
  {
    name: 'general',
    fields: [
      field('name', attribute('name'), { paths: ['name'] }),
      field('conditionExpression', expression('conditionExpression'), {
        control: { kind: 'feel' },
        paths: ['conditionExpression'],
      }),
      field('default', isDefault, {
        control: { kind: 'switch' },
        paths: ['default'],
        when: ({ object }) =>
          /(Exclusive|Inclusive)Gateway|Task|Activity|Process/.test(
            object.get<{ $type: string }>('sourceRef')?.$type ?? '',
          ),
      }),
    ],
  },
];
