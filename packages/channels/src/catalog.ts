/** What every kind of channel is. Pure: web pages, forms and the database read it. */
import { AppError, faultsOf, type InputFault, parseInput } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import { z } from 'zod'
import { clusterFaults } from './cluster/faults.ts'
import type { ChannelKind, RateLimit, RenderedPayload } from './kind.ts'
import { withExplainedDetail } from './outcome/explain-detail.ts'
import * as registered from './registry/kinds.ts'
import { givenSettings } from './settings/given.ts'
import { proxyFaults } from './settings/proxy-address.ts'
import { vendorFaults } from './settings/vendor-address.ts'

/** Every kind, in the order in which people choose one. */
const kinds = Object.values(registered).sort((a, b) => a.place - b.place)

export type ChannelKindName = (typeof kinds)[number]['kind']
export const channelKinds: readonly ChannelKind[] = kinds
export const channelKindNames: readonly ChannelKindName[] = kinds.map((entry) => entry.kind)

export const isChannelKind = (kind: string): kind is ChannelKindName =>
  channelKindNames.some((name) => name === kind)

/** @throws AppError `invalid_input` when there is no such kind */
export function channelKindOf(kind: string): ChannelKind {
  const found = channelKinds.find((entry) => entry.kind === kind)
  if (found) return found
  const message = `There is no channel kind “${kind}”. Use ${channelKindNames.join(', ')}.`
  throw new AppError('invalid_input', message, { faults: [{ path: 'kind', message }] })
}

function findClusterKind(): ChannelKindName {
  const found = channelKindNames.find((name) => channelKindOf(name).throughCluster)
  if (found !== undefined) return found
  throw new Error('No kind of channel sends through an associated cluster.')
}

/** The kind whose channels send through an associated cluster. */
export const clusterKind = findClusterKind()

export interface ChannelInput {
  readonly kind: ChannelKindName
  readonly config: Record<string, unknown>
  readonly secrets: Record<string, unknown>
}

const settingsShape = z.strictObject({
  kind: z.enum(channelKindNames, { error: () => `Use one of ${channelKindNames.join(', ')}.` }),
  config: givenSettings,
  secrets: givenSettings,
})

/** A field left empty is not stored, so that equal settings are equal when compared. */
const withoutUnset = (settings: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(Object(settings)).filter(([, value]) => value !== undefined))

function addFaults(context: z.RefinementCtx, faults: readonly InputFault[]): void {
  for (const { path, message } of faults) {
    context.addIssue({ code: 'custom', path: path.split('.'), message })
  }
}

const under = (root: string, error: z.ZodError | undefined): InputFault[] =>
  error === undefined
    ? []
    : faultsOf(error).map(({ path, message }) => ({
        path: path === '' ? root : `${root}.${path}`,
        message,
      }))

/**
 * The settings of a channel of any kind: parsed by that kind's schemas, with its defaults filled
 * in. Faults have paths such as `config.atMobiles[0]` and `secrets.webhook`.
 */
export const channelInput = settingsShape.transform((input, context): ChannelInput => {
  const kind = channelKindOf(input.kind)
  const config = kind.config.safeParse(input.config)
  const secrets = kind.secrets.safeParse(input.secrets)
  if (!config.success || !secrets.success) {
    addFaults(context, [...under('config', config.error), ...under('secrets', secrets.error)])
    return z.NEVER
  }
  const faults = kind.check({ config: config.data, secrets: secrets.data })
  if (faults.length > 0) {
    addFaults(context, faults)
    return z.NEVER
  }
  return {
    kind: input.kind,
    config: withoutUnset(config.data),
    secrets: withoutUnset(secrets.data),
  }
})

/** What is wrong with the settings among the fields of a new channel; whether its kind is named is not asked. */
export function channelFaults(sent: Readonly<Record<string, unknown>>): readonly InputFault[] {
  const { kind, config, secrets } = sent
  if (typeof kind !== 'string') return []
  const parsed = channelInput.safeParse({ kind, config, secrets })
  return parsed.success ? [] : faultsOf(parsed.error)
}

/** Names under `secrets` that are sealed when saved, such as `webhook` and `signingSecret`. */
export function secretNames(kind: string): readonly string[] {
  const paths = channelKindOf(kind).fields.map((field) => field.path)
  return [...new Set(paths.flatMap((path) => /^secrets\.([^.]+)/.exec(path)?.[1] ?? []))]
}

/** Chinese for the faults that the rules of all kinds tell in English. */
export const chineseChannelFaults: Readonly<Record<string, string>> = Object.assign(
  { ...vendorFaults, ...proxyFaults, ...clusterFaults },
  ...channelKinds.map((kind) => kind.chineseFaults),
)

const jsonSchemaOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** A kind as `GET /channel-kinds` tells it. */
export function describeKind(kind: ChannelKind) {
  const { label, summary, fields, capabilities } = kind
  const { maxBytes, rate } = kind.limits
  return {
    kind: kind.kind,
    label,
    summary,
    config: jsonSchemaOf(kind.config),
    secrets: jsonSchemaOf(kind.secrets),
    fields,
    capabilities,
    limits: { maxBytes, rate },
  }
}

/** Renders a message for a channel whose stored settings are `config`, as plain data to be shown. */
export function renderFor(
  kind: string,
  addressed: AddressedMessage,
  config: unknown,
): RenderedPayload {
  const entry = channelKindOf(kind)
  const rendered: RenderedPayload = entry.render(
    withExplainedDetail(addressed),
    parseInput(entry.config, config),
  )
  // Some kinds work these out only when they are asked for, as no sender asks.
  return { ...rendered, bytes: rendered.bytes, preview: rendered.preview }
}

/** The kinds of robot that people may have for themselves. */
export const ownRobotKinds: readonly ChannelKindName[] = kinds
  .filter(({ capabilities }: ChannelKind) => capabilities.ownRobot === true)
  .map(({ kind }) => kind)

/** Whether channels of this kind can carry the mail to people at their own addresses. */
export const carriesPersonalMail = (kind: string): boolean =>
  channelKindOf(kind).readdress !== undefined

/** The stored settings of such a channel with this address as the only recipient. */
export function readdressed(
  kind: string,
  config: unknown,
  address: string,
): Record<string, unknown> {
  const entry = channelKindOf(kind)
  const parsed = parseInput(entry.config, config)
  return withoutUnset(entry.readdress?.(parsed, address) ?? parsed)
}

/** How much of what the provider takes a message is, in the unit that the provider counts. */
export const measureOf = (kind: string, rendered: RenderedPayload) =>
  rendered.measure ?? {
    used: rendered.bytes,
    limit: channelKindOf(kind).limits.maxBytes,
    unit: 'bytes' as const,
  }

/** Settings with which messages of a kind can be shown before there is a channel of it. */
export const exampleConfigOf = (kind: string): Readonly<Record<string, unknown>> =>
  channelKindOf(kind).example ?? {}

/** Names the robot of a channel: equal for channels that share its rate limit. */
export function robotOf({ kind, config, secrets }: ChannelInput): unknown {
  const entry = channelKindOf(kind)
  return entry.robotOf({
    config: parseInput(entry.config, config),
    secrets: parseInput(entry.secrets, secrets),
  })
}

/** The budget of a channel whose stored settings are `config`; none for a kind that is gone, which sends nothing. */
export function rateLimitsOf(kind: string, config: unknown): readonly RateLimit[] {
  if (!isChannelKind(kind)) return []
  const { limits, config: schema } = channelKindOf(kind)
  if (limits.rateWith === undefined) return limits.rate
  const parsed = schema.safeParse(config)
  return parsed.success ? limits.rateWith(parsed.data) : limits.rate
}

/** Whether a digest tells such a channel of every alert, however many; not so for a kind that is gone. */
export const keepsIncidents = (kind: string): boolean =>
  isChannelKind(kind) && channelKindOf(kind).capabilities.keepsIncidents === true

export { clusterFields } from './cluster/fields.ts'
export { clusterFaultsIn, clusterInput, clusterSecretNames } from './cluster/parse-cluster.ts'
export type { ClusterSettings } from './cluster/settings.ts'
/** The kinds of which fewer messages may be under way at once than of others, and how many. */
export const gentleKinds: Readonly<Record<string, number>> = Object.fromEntries(
  channelKinds.flatMap(({ kind, limits }) =>
    limits.atOnce === undefined ? [] : [[kind, limits.atOnce]],
  ),
)

export type {
  ChannelCapabilities,
  ChannelKind,
  ChannelLimits,
  ChannelSign,
  FieldInput,
  FieldOption,
  FieldSpec,
  Mention,
  RateLimit,
  RenderedPayload,
} from './kind.ts'
export { explainReason, type Reason, type ReasonText, reasonTexts } from './outcome/reasons.ts'
export { maskConfig, restoreConfig } from './redaction/mask-config.ts'
export { receiversOf } from './redaction/receivers.ts'
export { redact } from './redaction/redact.ts'
export { type SampleOptions, sampleMessage } from './template/sample-message.ts'
export { messageTemplateSchema, templateFaults, templateLimits } from './template/schema.ts'
export { startingTemplate } from './template/starting-template.ts'
export { tellsDetail } from './template/tells-detail.ts'
export { type VariableFacts, variableFacts, variablesFor } from './template/variable-facts.ts'
export {
  jsonVariables,
  unknownVariables,
  type VariableName,
  variableNames,
} from './text/variable-names.ts'
