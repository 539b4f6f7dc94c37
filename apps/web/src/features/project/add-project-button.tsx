import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { PageLink } from '~/ui/page-link.tsx'

export function AddProjectButton() {
  const t = useTranslations('projects.empty')
  return (
    <Button asChild tone="primary">
      <PageLink href="/projects/new">
        <Plus aria-hidden />
        {t('add')}
      </PageLink>
    </Button>
  )
}
