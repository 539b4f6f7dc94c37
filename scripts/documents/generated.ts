import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentExample, environmentTable } from '@highwater/environment/documents'
import { streetTable } from '../boundaries/street-table.ts'
import { root } from '../processes/root.ts'
import { alertEventsDocument } from './alert-events.ts'
import { placeBetweenMarkers } from './between-markers.ts'
import { permissionsDocument } from './permissions.ts'

type GeneratedDocument = { readonly file: string; readonly text: string }

/** Every document that is drawn, wholly or in part, from a table in the code. */
export function generatedDocuments(): GeneratedDocument[] {
  return [
    { file: '.env.example', text: environmentExample() },
    { file: 'README.md', text: withSection('README.md', 'environment', environmentTable()) },
    { file: 'ARCHITECTURE.md', text: withSection('ARCHITECTURE.md', 'street', streetTable()) },
    { file: 'docs/alert-events.md', text: alertEventsDocument('en') },
    { file: 'docs/alert-events.zh-CN.md', text: alertEventsDocument('zh-CN') },
    { file: 'docs/permissions.md', text: permissionsDocument('en') },
    { file: 'docs/permissions.zh-CN.md', text: permissionsDocument('zh-CN') },
  ]
}

function withSection(file: string, name: string, content: string): string {
  return placeBetweenMarkers(readFileSync(join(root, file), 'utf8'), name, content)
}
