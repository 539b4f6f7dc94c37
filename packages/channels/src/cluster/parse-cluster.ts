import { faultsOf } from '@highwater/core'
import { z } from 'zod'
import { clusterFields } from './fields.ts'
import { type ClusterSettings, clusterConfig, clusterSecrets, signInFaults } from './settings.ts'

const shape = z.strictObject({
  config: z.record(z.string(), z.unknown()).default({}),
  secrets: z.record(z.string(), z.unknown()).default({}),
})

const under = (root: string, error: z.ZodError | undefined) =>
  error === undefined
    ? []
    : faultsOf(error).map(({ path, message }) => ({
        path: path === '' ? root : `${root}.${path}`,
        message,
      }))

/** The settings of a cluster, with faults at paths such as `secrets.password`. */
export const clusterInput = shape.transform((input, context): ClusterSettings => {
  const config = clusterConfig.safeParse(input.config)
  const secrets = clusterSecrets.safeParse(input.secrets)
  const faults =
    config.success && secrets.success
      ? signInFaults({ config: config.data, secrets: secrets.data })
      : [...under('config', config.error), ...under('secrets', secrets.error)]
  for (const { path, message } of faults) {
    context.addIssue({ code: 'custom', path: path.split('.'), message })
  }
  return config.success && secrets.success && faults.length === 0
    ? { config: config.data, secrets: secrets.data }
    : z.NEVER
})

export const clusterSecretNames = clusterFields.flatMap(
  ({ path }) => /^secrets\.(\w+)/.exec(path)?.[1] ?? [],
)
