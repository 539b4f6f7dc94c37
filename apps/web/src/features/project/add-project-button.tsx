import { useTranslations } from 'next-intl'
import { AddLink } from '~/forms/add-link.tsx'
import { useCreationRefusal } from '~/frame/viewer.tsx'

export function AddProjectButton() {
  const t = useTranslations('projects.empty')
  const refusalOf = useCreationRefusal()
  return (
    <AddLink href="/projects/new" refusal={refusalOf('project.create')}>
      {t('add')}
    </AddLink>
  )
}
