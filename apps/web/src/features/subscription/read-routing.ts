import 'server-only'
import { AppError, type Locale } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { RoutingTest } from '@highwater/db/queries'
import { TRPCError } from '@trpc/server'
import { getTranslations } from 'next-intl/server'
import { faultWords } from '~/forms/fault-words.ts'
import { caller } from '~/trpc/server.tsx'

interface Asked {
  readonly project: string | undefined
  readonly event: AlertEvent | undefined
  readonly level: ProtectionLevel | undefined
}

interface Answer {
  readonly test: RoutingTest | null
  readonly faults: Readonly<Record<string, string>>
  readonly error: string | null
}

export const notAsked: Answer = { test: null, faults: {}, error: null }

/** The routing that an address asks for, or what is wrong with the question in the reader's words. */
export async function readRouting(asked: Asked, locale: Locale): Promise<Answer> {
  const { project, event, level } = asked
  const api = await caller()
  try {
    const test = await api.subscription.testRouting({
      ...(project === undefined ? {} : { project }),
      ...(event === undefined ? {} : { event }),
      ...(level === undefined ? {} : { level }),
    })
    return { ...notAsked, test }
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error
    if (!(cause instanceof AppError)) throw error
    const faults = Object.fromEntries(
      cause.faults.map(({ path, message }) => [path, faultWords(message, locale)]),
    )
    if (cause.code === 'not_found') {
      const words = await getTranslations('subscriptions.test')
      return { ...notAsked, faults: { project: words('noProject') } }
    }
    const t = await getTranslations('errors.code')
    const isSaid = cause.code === 'invalid_input' && cause.faults.length > 0
    return { test: null, faults, error: isSaid ? null : t(cause.code, { requestId: '' }) }
  }
}
