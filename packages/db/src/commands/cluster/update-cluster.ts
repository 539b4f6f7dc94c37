import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { idInput } from '../../queries/inputs.ts'
import { ocpCluster } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { expectTested } from '../channel/expect-tested.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { namesOfSet } from '../merge-settings.ts'
import { isSame } from '../same.ts'
import {
  clusterFields,
  fingerprintOfCluster,
  parseCluster,
  unlessNameTaken,
} from './cluster-settings.ts'
import { clusterResource, describeCluster, loadCluster, openCluster } from './load-cluster.ts'

/**
 * Changes a cluster: every channel that names it sends with the new settings from now on. Secrets
 * that are left out stay, null unsets one. Changed settings want a test, a new name does not.
 */
export const updateCluster = defineCommand({
  action: 'cluster.write',
  input: z
    .strictObject({ ...clusterFields, saveUntested: z.boolean() })
    .partial()
    .extend({ cluster: idInput<'ocp-cluster'>(), expectedVersion }),
  load: (tx, input) => loadCluster(tx, input.cluster),
  resource: clusterResource,
  async change(tx, present, input, { now, sealer, actor }) {
    const { id, version } = present
    const stored = openCluster(present, sealer)
    const before = describeCluster(present.name, stored)
    expectVersion('OCP cluster', version, input.expectedVersion, { id, version, ...before })
    const settings = parseCluster(input, actor, stored)
    const fingerprint = fingerprintOfCluster(settings)
    const isChanged = fingerprint !== present.fingerprint
    const name = input.name ?? present.name
    const after = describeCluster(name, settings, stored.secrets)
    if (!isChanged && isSame(before, after)) return { result: { id, version }, unchanged: true }
    const testedAt = isChanged
      ? await expectTested(tx, fingerprint, input.saveUntested ?? false, now)
      : present.testedAt
    const row = {
      name,
      config: settings.config,
      sealedSecrets: sealer.seal(settings.secrets),
      secretNames: namesOfSet(settings.secrets),
      fingerprint,
      testedAt,
      version: version + 1,
    }
    await unlessNameTaken(tx.update(ocpCluster).set(row).where(eq(ocpCluster.id, id)), name)
    const audited = isChanged ? { ...after, tested: testedAt !== null } : after
    return {
      result: { id, version: row.version },
      audit: [auditOf('cluster.write', { id, name }, { before, after: audited })],
      topics: ['channels'],
    }
  },
})
