import 'server-only'
import { TRPCError } from '@trpc/server'
import { headers } from 'next/headers'
import { unstable_rethrow } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { describeFailure } from '~/server/describe-failure.ts'
import { services } from '~/server/services.ts'
import { caller } from '~/trpc/server.tsx'
import { faultWords } from './fault-words.ts'
import { doneAfter, type FormState } from './form-state.ts'
import { refusalWords } from './refusal-words.ts'

type Api = Awaited<ReturnType<typeof caller>>

async function refusal(before: FormState, error: unknown) {
  const [t, locale, head] = await Promise.all([
    getTranslations('errors.code'),
    getLocale(),
    headers(),
  ])
  const requestId = head.get('x-request-id') ?? ''
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error
  const failure = describeFailure(cause, requestId)
  if (failure.code === 'unexpected')
    services().log.error({ err: cause, requestId }, 'action failed')
  const faults = failure.faults.map(({ path, message }) => [path, faultWords(message, locale)])
  const state: FormState = {
    answer: before.answer + 1,
    outcome: 'refused',
    error:
      faults.length > 0 && (failure.code === 'invalid_input' || failure.code === 'conflict')
        ? null
        : (refusalWords(failure, locale) ?? t(failure.code, { requestId })),
    code: failure.code,
    fieldErrors: Object.fromEntries(faults),
  }
  return { state, current: failure.current }
}

interface Answer<State extends FormState> {
  /** What the answer holds beside the state that every form has. */
  readonly done: (api: Api) => Promise<Omit<State, keyof FormState>>
  /** The same for a refusal; `current` is the thing as it is now, after a conflict. */
  readonly refused: (current: unknown) => Omit<State, keyof FormState>
}

/** Runs what a form asks for and puts the outcome into the words of its reader. */
export async function answerForm<State extends FormState>(
  before: State,
  { done, refused }: Answer<State>,
): Promise<FormState & Omit<State, keyof FormState>> {
  try {
    return { ...(await done(await caller())), ...doneAfter(before) }
  } catch (error) {
    unstable_rethrow(error)
    const { state, current } = await refusal(before, error)
    return { ...refused(current), ...state }
  }
}

/** The same for a form whose answer holds nothing of its own. */
export const answerPlainForm = (
  before: FormState,
  run: (api: Api) => Promise<unknown>,
): Promise<FormState> =>
  answerForm<FormState>(before, {
    done: async (api) => {
      await run(api)
      return {}
    },
    refused: () => ({}),
  })
