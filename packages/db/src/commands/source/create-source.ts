import { tellingAlso } from '@highwater/core'
import { sourceFaults } from '@highwater/sources/catalog'
import { z } from 'zod'
import { newId } from '../../client/new-id.ts'
import { homeOf } from '../../queries/home-of.ts'
import { referenceInput } from '../../queries/inputs.ts'
import { source } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { settingsField } from '../channel/channel-input.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { describeSource } from './load-source.ts'
import { parseSourceSettings, sourceFields, unlessNameTaken } from './source-input.ts'

const createSourceInput = tellingAlso(
  z.strictObject({
    ...sourceFields,
    kind: z.string('Name the kind of the source.'),
    config: settingsField.default({}),
    secrets: settingsField.default({}),
    department: referenceInput.optional(),
  }),
  sourceFaults,
)

/** Makes a source; its first collection begins at once. */
export const createSource = defineCommand({
  action: 'source.write',
  input: createSourceInput,
  load: (tx, input, { actor }) => findDepartment(tx, input.department ?? homeOf(actor), actor),
  resource: (department) => ({ department: department.id }),
  async change(tx, department, input, { now, sealer }) {
    const { kind, config, secrets } = input
    const settings = parseSourceSettings({ kind, config, secrets })
    const row = {
      id: newId<'source'>(),
      name: input.name,
      kind: settings.kind,
      config: settings.config,
      sealedSecrets: sealer.seal(settings.secrets),
      departmentId: department.id,
      enabled: input.enabled ?? true,
      intervalSeconds: input.intervalSeconds ?? 10,
      nextCollectAt: now,
      createdAt: now,
    }
    await unlessNameTaken(tx.insert(source).values(row), row.name)
    const after = describeSource(row, settings.secrets)
    return {
      result: { id: row.id, version: 1 },
      audit: [auditOf('source.write', row, { after }, { operation: 'creation' })],
      topics: ['sources', 'collect'],
    }
  },
})
