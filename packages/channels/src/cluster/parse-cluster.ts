import { faultsOf, type InputFault } from '@highwater/core'
import { z } from 'zod'
import { givenSettings } from '../settings/given.ts'
import { clusterFields } from './fields.ts'
import { type ClusterSettings, clusterConfig, clusterSecrets, signInFaults } from './settings.ts'

const shape = z.strictObject({
  config: givenSettings,
  secrets: givenSettings,
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
  const faults = [
    ...under('config', config.error),
    ...under('secrets', secrets.error),
    ...signInFaults({
      config: config.data ?? input.config,
      secrets: secrets.data ?? input.secrets,
    }),
  ]
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

/** What is wrong with the settings among the fields of a new cluster. */
export function clusterFaultsIn(sent: Readonly<Record<string, unknown>>): readonly InputFault[] {
  const { config, secrets } = sent
  const parsed = clusterInput.safeParse({ config, secrets })
  return parsed.success ? [] : faultsOf(parsed.error)
}
