import type { ListedProject, Sparkline as SparklineData } from '@highwater/db/queries'
import type { MouseEvent } from 'react'
import { Sparkline } from '~/chart/sparkline.tsx'
import type { BulkAction } from '~/features/project-life/bulk-action.ts'
import { Drawing } from '~/ui/drawings.tsx'
import { LastHeard } from './last-heard.tsx'
import { endpointsText, latencyCell, levelCell, stateCell } from './project-cells.tsx'
import { ProjectMenu } from './project-menu.tsx'
import type { RowWords } from './use-row-words.ts'

interface ProjectRowProps {
  readonly project: ListedProject
  readonly words: RowWords
  readonly sparkline: SparklineData | undefined
  /** Seconds; null under "No Protection". */
  readonly threshold: number | null
  readonly selected: boolean
  readonly isMenuAsked: boolean
  readonly onFollow: (event: MouseEvent<HTMLAnchorElement>) => void
  readonly onToggle: () => void
  readonly onAskMenu: () => void
  readonly onEditLevel: () => void
  readonly onAct: (action: BulkAction) => void
}

/**
 * One project. Its cells are there once; a phone shows them below the name. Plain elements and
 * ready words: what a row costs, the server pays fifty times for each page.
 */
export function ProjectRow(props: ProjectRowProps) {
  const { project, words, sparkline, threshold, selected, isMenuAsked } = props
  return (
    <tr aria-selected={selected} className="data-row relative">
      <td className="data-cell project-pick">
        <input
          type="checkbox"
          checked={selected}
          onChange={props.onToggle}
          aria-label={words.select(project.name)}
          className="row-box"
        />
      </td>
      <td className="data-cell project-name">
        <a href={`/projects/${project.id}`} onClick={props.onFollow} className="row-link">
          {project.name}
        </a>
        <span className="project-under">
          {endpointsText(project, words)}
          {project.isWatched ? null : <span className="badge badge-amber">{words.notWatched}</span>}
          {project.tags.map((tag) => (
            <span key={tag} className="badge badge-neutral">
              {tag}
            </span>
          ))}
        </span>
      </td>
      <td className="data-cell project-state">{stateCell(project, words)}</td>
      <td className="data-cell project-latency">{latencyCell(project, words)}</td>
      <td className="data-cell project-trend">
        {sparkline === undefined ? (
          <span aria-hidden className="block h-6 w-28" />
        ) : (
          <Sparkline
            from={sparkline.from}
            to={sparkline.to}
            samples={sparkline.samples}
            thresholds={[{ from: sparkline.from, seconds: threshold }]}
          />
        )}
      </td>
      <td className="data-cell project-level">{levelCell(project, words, props.onEditLevel)}</td>
      <td className="data-cell project-owner">{project.ownerName ?? '–'}</td>
      <td className="data-cell project-department">{project.departmentName}</td>
      <td className="data-cell project-heard">
        {project.lastSignalAt === null ? (
          words.neverHeard
        ) : (
          <LastHeard at={project.lastSignalAt} words={words} />
        )}
      </td>
      <td className="data-cell project-menu">
        {isMenuAsked ? (
          <ProjectMenu project={project} onEditLevel={props.onEditLevel} onAct={props.onAct} />
        ) : (
          <button
            type="button"
            aria-label={words.actions(project.name)}
            aria-haspopup="menu"
            aria-expanded={false}
            className="row-button"
            onClick={props.onAskMenu}
          >
            <Drawing name="more" />
          </button>
        )}
      </td>
    </tr>
  )
}
