import { defineOperation, type Operation } from '../define-operation.ts'
import { openApi } from './open-api.ts'
import { documentsPage } from './page.ts'

const common = { method: 'GET', tag: 'documents', access: 'public', status: 200 } as const

/** The documents of a table of operations, as operations themselves. */
export const documentOperations = (
  operations: readonly Operation[],
  root: string,
): readonly Operation[] => [
  defineOperation({
    ...common,
    path: '/openapi.json',
    id: 'getOpenApi',
    summary: 'This API as an OpenAPI 3.1 document',
    handle: async () => Response.json(openApi(operations, root)),
  }),
  defineOperation({
    ...common,
    path: '/docs',
    id: 'getDocuments',
    summary: 'This API as a page to read',
    handle: async ({ services }) =>
      documentsPage(operations, { root, consoleUrl: services.environment.HIGHWATER_URL }),
  }),
]
