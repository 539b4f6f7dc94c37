import type { ListedProject } from '@highwater/db/queries'
import { Badge } from '~/ui/badge.tsx'
import { Drawing } from '~/ui/drawings.tsx'
import { durationInWords } from '~/ui/duration-words.ts'
import { meaningLooks } from '~/ui/meaning.ts'
import { Tooltip } from '~/ui/tooltip.tsx'
import { AgeingFigure } from './ageing-figure.tsx'
import { projectMeanings } from './project-badge.tsx'
import type { RowWords } from './use-row-words.ts'

/** "MySQL → OceanBase", or the kind alone where no endpoint is known. */
export function endpointsText(
  { kind, sourceType, targetType }: ListedProject,
  words: RowWords,
): string {
  if (sourceType === null && targetType === null) return words.kind(kind)
  return `${words.kind(kind)} · ${words.endpoints(sourceType ?? '?', targetType ?? '?')}`
}

/** What it is doing, and whether it is alerting: a project that alerts is not called quiet. */
export function stateCell({ state, openAlerts }: ListedProject, words: RowWords) {
  const meaning = projectMeanings[state]
  const word = words.state(state)
  if (openAlerts === 0) {
    return (
      <Badge tone={meaningLooks[meaning].tone}>
        <Drawing name={`meaning-${meaning}`} />
        {word}
      </Badge>
    )
  }
  return (
    <span className="inline-flex gap-1 max-md:flex-wrap">
      <span className="badge badge-firing">
        <Drawing name="meaning-firing" />
        {words.firing}
      </span>
      <span className="badge badge-neutral">{word}</span>
    </span>
  )
}

/** How far behind it is; a dash with its words where nothing is known. */
export function latencyCell({ latencySeconds, latencyStaleFrom }: ListedProject, words: RowWords) {
  if (latencySeconds === null) {
    return (
      <span className="text-ink-faint" title={words.noLatency}>
        <span aria-hidden>–</span>
        <span className="sr-only">{words.noLatency}</span>
      </span>
    )
  }
  const seconds = Math.round(latencySeconds * 10) / 10
  const figure = (
    <time dateTime={`PT${Math.max(0, seconds)}S`} title={`${seconds} s`}>
      {durationInWords(seconds, words.locale)}
    </time>
  )
  if (latencyStaleFrom === null) return figure
  return (
    <AgeingFigure staleFrom={latencyStaleFrom} words={words}>
      {figure}
    </AgeingFigure>
  )
}

/** A project's level, edited in place; who may not is told why. */
export function levelCell(project: ListedProject, words: RowWords, onEdit: () => void) {
  const level = project.protectionLevel
  const refusal = words.refusal('project.setLevel', project)
  const button = (
    <button
      type="button"
      aria-disabled={refusal !== null}
      aria-label={words.editLevel(level)(project.name)}
      onClick={refusal === null ? onEdit : undefined}
      className="quiet-button"
    >
      <span className="level-shield">
        <Drawing name={`level-${level}`} />
        {words.level(level)}
      </span>
    </button>
  )
  return refusal === null ? button : <Tooltip text={refusal}>{button}</Tooltip>
}
