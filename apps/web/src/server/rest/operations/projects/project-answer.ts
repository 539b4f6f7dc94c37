import { protectionLevels } from '@highwater/core/policy'
import { projectKinds, projectStates } from '@highwater/core/project'
import { z } from 'zod'
import { id, named, time } from '../../wire.ts'

const endpoint = z.object({ type: z.string() }).nullable()

export const projectAnswer = z
  .object({
    id,
    name: z.string(),
    kind: z.enum(projectKinds),
    externalKey: z.string().nullable(),
    department: id,
    departmentName: z.string(),
    owner: id.nullable(),
    ownerName: z.string().nullable(),
    source: endpoint,
    target: endpoint,
    protectionLevel: z.enum(protectionLevels),
    state: z.enum(projectStates),
    step: z.string().nullable(),
    latencySeconds: z.number().nullable().describe('At the moment of the answer.'),
    latencyObservedAt: time.nullable(),
    latencyStaleFrom: time
      .nullable()
      .describe('From then on the figure is too old to be judged by; null of a position.'),
    caughtUpAt: time.nullable(),
    lastSignalAt: time.nullable(),
    tags: z.array(z.string()),
    pingUrl: z
      .string()
      .nullable()
      .describe('Its heartbeat address; null for callers who may not send its signals.'),
    openAlerts: z.int(),
    isWatched: z.boolean().describe('False while somebody wants no alerts of it.'),
    version: z.int(),
    createdAt: time,
  })
  .meta({ id: 'ListedProject' })

export const projectDetailAnswer = projectAnswer
  .extend({
    expectedIntervalSeconds: z.number().nullable(),
    alertBeforeCatchUp: z.boolean(),
    maintainers: z.array(named).describe('Who looks after it beside its owner.'),
    message: z.string().nullable().describe('What its newest signal said.'),
    watchPause: z
      .object({
        since: time,
        until: time.nullable(),
        byName: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe('Who stopped watching it, why and until when; null while it is watched.'),
    releasedAt: time.nullable().describe('When somebody released it here.'),
    collector: named.nullable().describe('The source that found it; null when it is pushed.'),
  })
  .meta({ id: 'Project' })
