import { z } from 'zod'
import type { Operation } from '../define-operation.ts'
import { statusOf } from '../problem.ts'

export type JsonSchema = Readonly<Record<string, unknown>>
type Schemas = Record<string, JsonSchema>

const definitions = '#/$defs/'

/** Moves a schema's definitions where OpenAPI keeps them. */
function lift(schema: Record<string, unknown>, schemas: Schemas): JsonSchema {
  const { $schema: _, $defs, ...rest } = schema
  const moved = JSON.parse(
    JSON.stringify({ rest, $defs: $defs ?? {} }).replaceAll(
      `"${definitions}`,
      '"#/components/schemas/',
    ),
  )
  for (const [name, definition] of Object.entries<JsonSchema>(moved.$defs)) {
    schemas[name] = definition
  }
  return moved.rest
}

const describe = (schema: z.ZodType, io: 'input' | 'output', schemas: Schemas): JsonSchema =>
  lift(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      // A named format says what its pattern says, and can be read.
      override({ jsonSchema }) {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      },
    }),
    schemas,
  )

const isText = (schema: JsonSchema): boolean => schema.type === 'string'

/** A parameter says more by what becomes of it than by "a text"; where that cannot be said, how it is written. */
function describeParameter(schema: z.ZodType, schemas: Schemas): JsonSchema {
  const { default: _, ...output } = describe(schema, 'output', schemas)
  if ('type' in output || 'enum' in output) return output
  const input = describe(schema, 'input', schemas)
  const choices = Array.isArray(input.anyOf) ? input.anyOf : [input]
  return choices.find(isText) ?? { type: 'string' }
}

function parametersOf({ path, query }: Operation, schemas: Schemas) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries<z.ZodType>(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    ...(schema.description === undefined ? {} : { description: schema.description }),
    schema: describeParameter(schema, schemas),
  }))
  return [...inPath, ...inQuery]
}

const problems = {
  $ref: '#/components/responses/Problem',
}

function describeOperation(operation: Operation, schemas: Schemas) {
  const { id, summary, tag, access, status, body, answer } = operation
  const parameters = parametersOf(operation, schemas)
  return {
    operationId: id,
    summary,
    tags: [tag],
    security: access === 'public' ? [] : [{ token: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: describe(body, 'input', schemas) } },
          },
        }),
    responses: {
      [status]: {
        description: 'Done',
        ...(answer === null
          ? {}
          : { content: { 'application/json': { schema: describe(answer, 'output', schemas) } } }),
      },
      default: problems,
    },
  }
}

const problem: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What was wrong and what to do, in plain English.' },
    code: { type: 'string', enum: Object.keys(statusOf) },
    reason: { type: 'string', description: 'Why it is forbidden.' },
    current: { description: 'What stands in the way of the change, as it is now.' },
    errors: {
      type: 'array',
      description: 'Every fault of the input.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** The whole API as an OpenAPI 3.1 document. */
export function openApi(operations: readonly Operation[], root: string) {
  const schemas: Schemas = { Problem: problem }
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = paths[operation.path] ?? {}
    path[operation.method.toLowerCase()] = describeOperation(operation, schemas)
    paths[operation.path] = path
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Highwater',
      version: '1',
      description:
        'Times are ISO 8601 in UTC, durations carry their unit in the name. Names and shapes stay; more may be added.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: root }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas,
      responses: {
        Problem: {
          description: 'A problem document (RFC 9457).',
          content: {
            'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          },
        },
      },
    },
  }
}
