import type { LucideIcon } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { EmptyState } from '~/ui/empty-state.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { UnlessNoDepartment } from './no-department.tsx'

interface ListPageProps {
  readonly title: string
  readonly description: string
  /** Leads to the form for a new one. */
  readonly add: ReactNode
  /** What to say where there is none yet; null where there are some. */
  readonly empty: {
    readonly icon: LucideIcon
    readonly title: string
    readonly text: string
    /** Nothing of the kind belongs to everybody: whoever is in no department sees none for that reason. */
    readonly isOfDepartments?: true
  } | null
  /** The list. */
  readonly children: ReactNode
}

/** A page that lists things of one kind; while there are none it teaches what they are for. */
export function ListPage({ title, description, add, empty, children }: ListPageProps) {
  const Reason = empty?.isOfDepartments === true ? UnlessNoDepartment : Fragment
  return (
    <>
      <PageHeader title={title} description={description} actions={empty === null ? add : null} />
      <Panel flush>
        {empty === null ? (
          children
        ) : (
          <Reason>
            <EmptyState icon={empty.icon} title={empty.title} action={add}>
              {empty.text}
            </EmptyState>
          </Reason>
        )}
      </Panel>
    </>
  )
}
