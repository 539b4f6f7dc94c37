import { AppError } from '@highwater/core'
import type { Method, Operation } from './define-operation.ts'

interface Route {
  readonly segments: readonly string[]
  readonly methods: Partial<Record<Method, Operation>>
}

export interface Found {
  readonly operation: Operation
  readonly params: Readonly<Record<string, string>>
}

/** A path that exists, asked with a method that it does not have. */
export class MethodNotAllowed extends AppError {
  readonly allow: string

  constructor(methods: readonly string[]) {
    const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods
    super('not_found', `This address takes ${allow.join(', ')}.`)
    this.allow = allow.join(', ')
  }
}

const isName = (segment: string) => segment.startsWith('{')

function match(route: Route, given: readonly string[]): Record<string, string> | null {
  if (route.segments.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, segment] of route.segments.entries()) {
    const value = given[index] ?? ''
    if (isName(segment)) params[segment.slice(1, -1)] = value
    else if (segment !== value) return null
  }
  return params
}

/** Words come before names, so that `/channels/test` is never taken for a channel's id. */
const byPrecision = (a: Route, b: Route) =>
  a.segments.filter(isName).length - b.segments.filter(isName).length

function toRoutes(operations: readonly Operation[]): Route[] {
  const routes = new Map<string, Route>()
  for (const operation of operations) {
    const { path, method } = operation
    const route = routes.get(path) ?? { segments: path.slice(1).split('/'), methods: {} }
    route.methods[method] = operation
    routes.set(path, route)
  }
  return [...routes.values()].sort(byPrecision)
}

const nowhere = () => new AppError('not_found', 'There is nothing at this address.')

function decode(segment: string): string {
  let text: string
  try {
    text = decodeURIComponent(segment)
  } catch {
    throw nowhere()
  }
  if (text.includes('\u0000')) throw nowhere()
  return text
}

/**
 * Finds the operation for a method and the path behind `/api/v1`.
 * @throws AppError `not_found`, or MethodNotAllowed where only the method is wrong
 */
export function createFinder(operations: readonly Operation[]) {
  const routes = toRoutes(operations)
  return (method: string, path: string): Found => {
    const given = path
      .replace(/^\/|\/$/g, '')
      .split('/')
      .map(decode)
    for (const route of routes) {
      const params = match(route, given)
      if (params === null) continue
      const wanted = method === 'HEAD' ? 'GET' : method
      const operation = Object.entries(route.methods).find(([name]) => name === wanted)?.[1]
      if (operation) return { operation, params }
      throw new MethodNotAllowed(Object.keys(route.methods))
    }
    throw new AppError('not_found', 'There is nothing at this address. See /api/v1/docs.')
  }
}
