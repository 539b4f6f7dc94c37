import { z } from 'zod'
import type { JsonSchema } from './open-api.ts'

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : undefined)

/** A value that fits a JSON Schema closely enough to show its shape: what is required, nothing more. */
function exampleOf(schema: unknown): unknown {
  if (!isSchema(schema)) return {}
  const choice = schema.const ?? firstOf(schema.enum)
  if (choice !== undefined) return choice
  const alternative = firstOf(schema.anyOf) ?? firstOf(schema.oneOf) ?? firstOf(schema.allOf)
  if (alternative !== undefined) return exampleOf(alternative)
  switch (schema.type) {
    case 'object': {
      const properties = isSchema(schema.properties) ? schema.properties : {}
      const required = Array.isArray(schema.required) ? schema.required.map(String) : []
      return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name])]))
    }
    case 'array':
      return [exampleOf(schema.items)]
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    case 'string':
      return schema.format === 'date-time' ? '2026-01-31T12:00:00Z' : 'text'
    default:
      return {}
  }
}

/** An example of a body for the documents. */
export const exampleBody = (body: z.ZodType): unknown =>
  exampleOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' }))
