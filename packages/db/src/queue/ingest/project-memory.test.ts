import { nothingObserved } from '@highwater/core/project'
import { expect, test } from 'vitest'
import type { KnownProject } from './known-projects.ts'
import { ProjectMemory } from './project-memory.ts'

const known = (version: number): KnownProject => ({
  id: '00000000-0000-7000-8000-000000000001' as KnownProject['id'],
  externalKey: null,
  kind: 'synchronization',
  level: 'high',
  department: '00000000-0000-7000-8000-000000000002' as KnownProject['department'],
  expectedInterval: null,
  alertBeforeCatchUp: false,
  observation: nothingObserved,
  clockAhead: null,
  pushedWatermark: null,
  collectedWatermark: null,
  openAlerts: 0,
  dueAt: null,
  version,
})

test('a full memory keeps what it has, up to date, and takes nothing new until something is forgotten', () => {
  const memory = new ProjectMemory(2)
  for (const name of ['a', 'b', 'c']) memory.keep(name, known(1))
  memory.keep('a', known(2))
  expect(memory.recall('a')?.version).toBe(2)
  expect(memory.recall('c')).toBeUndefined()
  memory.forget('b')
  memory.keep('c', known(1))
  expect(memory.recall('c')?.version).toBe(1)
})
