// The JSON schema of the configuration file, for editors.
import type { Field, Schema } from '../src/domain/field/field.ts'

type Fields = Readonly<Record<string, Pick<Field<unknown>, 'schema' | 'description' | 'default' | 'ofRun'>>>

/** JSON Schema, draft 7, which editors support best. `environment`: pattern of an environment's name. */
export function schemaOf(fields: Fields, environment: Schema): object {
  const properties = Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (field.ofRun ? [] : [[name, propertyOf(field)]])))
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'docker-to-ec2',
    description: 'Inputs of the action, as they hold for all runs.',
    type: 'object',
    additionalProperties: false,
    properties: {
      ...properties,
      environments: {
        description: 'Inputs of one environment, over those above: maps merge by name, lists and values are replaced.',
        type: 'object',
        propertyNames: { pattern: environment['pattern'] },
        additionalProperties: { $ref: '#/definitions/inputs' },
      },
    },
    definitions: {
      inputs: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.keys(properties).map((name) => [name, { $ref: `#/properties/${name}` }])),
      },
    },
  }
}

function propertyOf({ schema, description, default: text }: Fields[string]): object {
  return { description, ...schema, ...(text === undefined ? {} : { default: typed(schema, text) }) }
}

function typed({ type }: Schema, text: string): unknown {
  return type === 'boolean' || type === 'integer' || type === 'number' ? JSON.parse(text) : text
}
