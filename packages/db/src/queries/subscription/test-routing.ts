import {
  type AlertId,
  AppError,
  type DepartmentId,
  type Instant,
  type MessageLocale,
  minutes,
  parseInput,
  plus,
  type SubscriptionId,
  seconds,
} from '@highwater/core'
import {
  alertEventFacts,
  alertEvents,
  eventOf,
  type HoldReason,
  neverOpens,
  scopeOf,
  systemLevelOf,
} from '@highwater/core/alert'
import {
  type AlertSubject,
  flowsConcerned,
  type PlannedNews,
  planNotifications,
  type Suppression,
  type SuppressionDetail,
  type SuppressionReason,
  withinLimits,
} from '@highwater/core/notify'
import { type Actor, visibility } from '@highwater/core/permissions'
import { protectionLevels } from '@highwater/core/policy'
import { tagName } from '@highwater/core/project'
import {
  covers,
  escalatingFor,
  escalationTimes,
  namesEmptyGroupsOnly,
  targetLevelOf,
} from '@highwater/core/subscription'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { readNowFrom } from '../../client/now.ts'
import { stepsFor } from '../../queue/escalate/escalation-of.ts'
import { alikeFactsOf, departmentNames } from '../../queue/outbox/alike-facts.ts'
import { foreseeAlike } from '../../queue/outbox/alike-windows.ts'
import { readFlows } from '../../queue/outbox/flows.ts'
import { readMessageProject } from '../../queue/outbox/message-project.ts'
import { type LoadedContext, loadPlanContext } from '../../queue/outbox/plan-context.ts'
import type { Restraint } from '../../queue/outbox/restraint.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { homeOf } from '../home-of.ts'
import { instantInput, referenceInput } from '../inputs.ts'
import { permit } from '../permit.ts'
import { getProjectByReference } from '../project/get.ts'
import { type RoutedChannel, readRoutedChannels } from './routing-channels.ts'

/** A project and an event, or an event with what its alert would be about. */
export const testRoutingInput = z
  .strictObject({
    project: referenceInput.optional(),
    event: z.enum(alertEvents).optional(),
    level: z.enum(protectionLevels).optional(),
    department: referenceInput.optional(),
    tags: z.array(tagName).max(5, 'Use at most 5 tags.').optional(),
    /** Now, if it is left out. */
    at: instantInput.optional(),
  })
  .refine(({ project, event }) => project !== undefined || event !== undefined, {
    message: 'Name a project or an event.',
    path: ['project'],
  })

type Input = z.output<typeof testRoutingInput>

interface RoutedTo {
  readonly channel: RoutedChannel
  readonly locale: MessageLocale
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[]
}

interface NotTold {
  /** Null where it is nobody at all. */
  readonly channel: RoutedChannel | null
  readonly reason: SuppressionReason
  readonly detail: SuppressionDetail | null
}

/** Who would hear of such an alert, and who would not and why. */
export interface RoutingTest {
  readonly at: Instant
  readonly subject: AlertSubject
  /** Why no such alert opens as the project stands, whoever would hear of it; null where one may. */
  readonly neverOpens: HoldReason | null
  readonly told: readonly RoutedTo[]
  /** Who else would be told while nobody acknowledges it, soonest first. */
  readonly escalation: readonly {
    readonly afterMinutes: number
    readonly channels: readonly RoutedChannel[]
    readonly notTold: readonly NotTold[]
  }[]
  readonly notTold: readonly NotTold[]
}

const refuse = (path: string, message: string): AppError =>
  new AppError('invalid_input', message, { faults: [{ path, message }] })

/** The department named, else the viewer's own, else the default one. */
async function homeFor(
  db: Database,
  viewer: Actor,
  named: string | undefined,
): Promise<DepartmentId> {
  const reference = named ?? homeOf(viewer)
  const [home] = await db.sql<{ id: DepartmentId }[]>`
    select id from department
    where deleted_at is null and ${reference === undefined ? db.sql`is_default` : db.sql`${reference} in (id::text, name)`}`
  const sees = visibility(viewer)
  if (home === undefined || !(sees.all || sees.departments.includes(home.id))) {
    throw refuse('department', 'There is no such department, or you may not see it.')
  }
  return home.id
}

type Asked = Pick<RoutingTest, 'subject' | 'neverOpens'>

/** What the question is about; of an event that has two names it is the one of the project's kind. */
async function askedBy(db: Database, viewer: Actor, input: Input): Promise<Asked> {
  if (input.project !== undefined) {
    const found = await getProjectByReference(db, viewer, input.project)
    const { condition, subject } = alertEventFacts[input.event ?? 'sync_delay']
    if (subject !== 'project') {
      throw refuse('event', 'This event is about no project: leave the project out.')
    }
    const { state, isWatched, tags } = found
    const level = input.level ?? found.protectionLevel
    const event = eventOf(condition, found.kind)
    return {
      subject: { event, level, project: found.id, department: found.department, tags },
      neverOpens: neverOpens(condition, { level, isWatched, state }),
    }
  }
  const department = await homeFor(db, viewer, input.department)
  const { event = 'no_signal', tags = [] } = input
  const usual = scopeOf(event) === 'project' ? 'high' : systemLevelOf(event)
  const { level = usual } = input
  return { subject: { event, level, project: null, department, tags }, neverOpens: null }
}

/** Aggregation, storms and limits as they stand, without counting this alert among them. */
const restrained: Restraint = async (tx, planned, now, context) => {
  const batch = await foreseeAlike(tx, planned, now, context)
  const { stormAlerts, stormWindowSeconds } = await readParameters(tx)
  const flows = await readFlows(tx, flowsConcerned(batch))
  const rules = { now, stormAlerts, stormWindow: seconds(stormWindowSeconds) }
  return withinLimits(batch, flows, rules).batch
}

/** The subscriptions that cover it and name only alert groups without a channel for its level. */
const inVain = (subject: AlertSubject, { subscriptions, members }: LoadedContext): NotTold[] =>
  subscriptions.flatMap((subscription) => {
    const targets = subscription.levels[targetLevelOf(subject.level)]
    if (targets === null || !covers(subscription, subject)) return []
    if (!namesEmptyGroupsOnly(targets, members)) return []
    const detail = { subscription: subscription.name, subscriptionId: subscription.id }
    return [{ channel: null, reason: 'no_channel', detail }]
  })

/** The steps of escalation, each planned like the news that it will be when its time has come. */
function escalationOf(news: PlannedNews, context: LoadedContext, at: Instant) {
  const { subject } = news
  const times = escalationTimes(escalatingFor(context.subscriptions, subject))
  return stepsFor(subject, times, context).map(({ afterMinutes, channels }) => {
    const step: PlannedNews = {
      ...news,
      kind: 'repeat',
      note: 'escalated',
      escalatedMinutes: afterMinutes,
      channels: channels.map(({ id }) => id),
    }
    const plan = planNotifications([step], { ...context, now: plus(at, minutes(afterMinutes)) })
    return { afterMinutes, plan }
  })
}

/**
 * Runs the planning dry for the first news of an alert: the same stages over the same context as a
 * real one, and nothing written.
 */
export async function testRouting(
  db: Database,
  viewer: Actor,
  given: z.input<typeof testRoutingInput>,
): Promise<RoutingTest> {
  permit(viewer, 'subscription.read')
  const input = parseInput(testRoutingInput, given)
  const { subject, neverOpens: reason } = await askedBy(db, viewer, input)
  return db.sql.begin(async (tx) => {
    const at = input.at ?? (await readNowFrom(tx))
    const context = await loadPlanContext(
      tx,
      { alerts: [], projects: subject.project === null ? [] : [subject.project], repeated: [] },
      at,
    )
    const project = subject.project === null ? null : await readMessageProject(tx, subject.project)
    const { severity } = alertEventFacts[subject.event]
    const { department } = subject
    const nameOf = await departmentNames(tx, project === null ? [department] : [], context)
    const news = {
      alert: newId<'alert'>() as AlertId,
      kind: 'firing',
      department,
      note: null,
      closeReason: null,
      subject,
      alike: alikeFactsOf({ severity, project, department, subject: '' }, nameOf),
    } as const satisfies PlannedNews
    const plan = await restrained(tx, planNotifications([news], context), at, context)
    const channels = await readRoutedChannels(tx, context.channels)
    const vain = inVain(subject, context)
    const notTold = ({ channel, reason, detail }: Suppression): NotTold => ({
      channel: channel === null ? null : (channels.get(channel) ?? null),
      reason,
      detail,
    })
    return {
      at,
      subject,
      neverOpens: reason,
      told: plan.kept.flatMap(({ channel, by }) => {
        const found = channels.get(channel)
        if (found === undefined) return []
        const subscriptions = by.map(({ subscription: { id, name } }) => ({ id, name }))
        return [{ channel: found, locale: by[0].subscription.locale, subscriptions }]
      }),
      escalation: escalationOf(news, context, at).map(({ afterMinutes, plan: step }) => ({
        afterMinutes,
        channels: step.kept.flatMap(({ channel }) => channels.get(channel) ?? []),
        notTold: step.held.map(notTold),
      })),
      notTold: [
        ...plan.held
          .filter(({ reason: hold }) => hold !== 'no_channel' || vain.length === 0)
          .map(notTold),
        ...vain,
      ],
    }
  })
}
