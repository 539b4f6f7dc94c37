import { FolderSearch, FolderSync } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { UnlessNoDepartment } from '~/frame/no-department.tsx'
import { EmptyState } from '~/ui/empty-state.tsx'
import { AddProjectButton } from './add-project-button.tsx'

/** Says what projects are while there are none, or that the filters leave none. */
export function ProjectListEmpty({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTranslations('projects')
  if (isFiltered) {
    return (
      <EmptyState icon={FolderSearch} title={t('noMatch.title')}>
        {t('noMatch.text')}
      </EmptyState>
    )
  }
  return (
    <UnlessNoDepartment>
      <EmptyState icon={FolderSync} title={t('empty.title')} action={<AddProjectButton />}>
        {t('empty.text')}
      </EmptyState>
    </UnlessNoDepartment>
  )
}
