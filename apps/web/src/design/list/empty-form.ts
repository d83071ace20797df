/** A form to begin with: one opinion. */
export const emptyForm = ({ key, name }: { readonly key: string; readonly name: string }) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:liandong:form:${key}`,
  title: name,
  type: 'object',
  properties: {
    opinion: { type: 'string', title: '意见', minLength: 1, maxLength: 4000, 'x-ld-widget': 'textarea' },
  },
  required: ['opinion'],
  additionalProperties: false,
});
