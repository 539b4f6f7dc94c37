import type { Locale } from '@highwater/core'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { ProjectKind, ProjectState } from '@highwater/core/project'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'

type Filled = (word: string) => string

export interface RowWords {
  readonly locale: Locale
  readonly select: Filled
  readonly actions: Filled
  readonly editLevel: (level: ProtectionLevel) => Filled
  readonly level: (level: ProtectionLevel) => string
  readonly state: (state: ProjectState) => string
  readonly kind: (kind: ProjectKind) => string
  readonly endpoints: (source: string, target: string) => string
  readonly firing: string
  readonly notWatched: string
  readonly neverHeard: string
  readonly noLatency: string
  readonly oldLatency: string
  readonly ago: Filled
  readonly ahead: Filled
  readonly exactTime: (at: number) => string
  readonly refusal: ReturnType<typeof useRefusal>
}

/** Stands where a row's own word goes; no text and no name holds it. */
const mark = '\uE000'

/** A sentence that is formatted once and filled for each row. */
function sentence(format: (word: string) => string): Filled {
  const [before = '', after = ''] = format(mark).split(mark)
  return (word) => before + word + after
}

/** Answers each question once; what follows is a look-up. */
function once<Key, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const answers = new Map<Key, Answer>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = ask(key)
    answers.set(key, answer)
    return answer
  }
}

/** All words of the rows of one table: a page has fifty rows, and each row says a dozen things. */
export function useRowWords(): RowWords {
  const t = useTranslations('projects')
  const life = useTranslations('projectLife')
  const common = useTranslations('common')
  const format = useFormatter()
  const level = once((of: ProtectionLevel) => common(`level.${of}`))
  const to = once((source: string) => sentence((target) => t('endpoints', { source, target })))
  return {
    locale: useLocale(),
    select: sentence((name) => t('select', { name })),
    actions: sentence((name) => t('actions', { name })),
    editLevel: once((of) => sentence((name) => t('level.edit', { name, level: level(of) }))),
    level,
    state: once((of) => common(`projectState.${of}`)),
    kind: once((of) => common(`projectKind.${of}`)),
    endpoints: (source, target) => to(source)(target),
    firing: common('meaning.firing'),
    notWatched: life('watch.off'),
    neverHeard: t('neverHeard'),
    noLatency: t('detail.noLatency'),
    oldLatency: t('detail.oldLatency'),
    ago: sentence((length) => common('time.ago', { length })),
    ahead: sentence((length) => common('time.in', { length })),
    exactTime: (at) => format.dateTime(at, { dateStyle: 'medium', timeStyle: 'long' }),
    refusal: useRefusal(),
  }
}
