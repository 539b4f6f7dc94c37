import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { source } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { settingsField } from '../channel/channel-input.ts'
import { defineCommand } from '../define-command.ts'
import { expectSecretsTyped } from '../expect-secrets-typed.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { mergeSettings } from '../merge-settings.ts'
import { isSame } from '../same.ts'
import { closeSourceAlerts } from './close-source-alerts.ts'
import { describeSource, loadSource, sourceResource } from './load-source.ts'
import { parseSourceSettings, sourceFields, unlessNameTaken } from './source-input.ts'

const updateSourceInput = z
  .strictObject({ ...sourceFields, config: settingsField, secrets: settingsField })
  .partial()
  .extend({ source: idInput<'source'>(), expectedVersion })

/**
 * Changes a source. Secrets that are left out stay, but for another host; null unsets one. It is asked
 * again at once.
 */
export const updateSource = defineCommand({
  action: 'source.write',
  input: updateSourceInput,
  load: (tx, input, context) => loadSource(tx, input.source, context),
  resource: sourceResource,
  async change(tx, present, input, context) {
    const { actor, now, sealer } = context
    const secrets = sealer.open(present.sealedSecrets)
    const before = describeSource(present, secrets)
    const { id, version } = present
    expectVersion('source', version, input.expectedVersion, { id, version, ...before })
    const settings = parseSourceSettings({
      kind: present.kind,
      config: mergeSettings(present.config, input.config ?? {}),
      secrets: mergeSettings(secrets, input.secrets ?? {}),
    })
    expectSecretsTyped(actor, { config: present.config, secrets }, input.secrets, settings)
    const row = {
      name: input.name ?? present.name,
      enabled: input.enabled ?? present.enabled,
      intervalSeconds: input.intervalSeconds ?? present.intervalSeconds,
      config: settings.config,
      sealedSecrets: sealer.seal(settings.secrets),
      nextCollectAt: now,
      version: version + 1,
    }
    const after = describeSource({ ...present, ...row }, settings.secrets, secrets)
    if (isSame(before, after)) return { result: { id, version }, unchanged: true }
    await unlessNameTaken(tx.update(source).set(row).where(eq(source.id, id)), row.name)
    const isSwitchedOff = present.enabled && !row.enabled
    if (isSwitchedOff) await closeSourceAlerts(tx, id, context)
    return {
      result: { id, version: row.version },
      audit: [auditOf('source.write', { id, name: row.name }, { before, after })],
      topics: isSwitchedOff
        ? ['sources', 'alerts', 'deliver', 'deliveries']
        : ['sources', 'collect'],
    }
  },
})
