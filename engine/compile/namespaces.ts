/** The prefix under which the compiler sees each namespace, whatever prefix the document uses. */
export const prefixOf: Readonly<Record<string, string>> = {
  'urn:liandong:bpmn:1': 'ld',
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'activiti',
  'http://flowable.org/bpmn': 'flowable',
  'http://operaton.org/schema/1.0/bpmn': 'operaton',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
};

/** Vendors whose attributes mean the same under the same names. */
export const camundaFamily = ['camunda', 'operaton', 'flowable', 'activiti'] as const;
