'use client'

import type { TagItem } from '@highwater/db/queries'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '~/frame/viewer.tsx'
import { useTRPC } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { DeleteTagDialog } from './delete-tag-dialog.tsx'
import { RenameTagDialog } from './rename-tag-dialog.tsx'

/** All tags, how many projects have each, and what may be done with them. */
export function TagScreen() {
  const t = useTranslations('projectLife.tags')
  const { data: tags } = useSuspenseQuery(useTRPC().project.tags.queryOptions())
  const mayWrite = useRefusal()('tag.write', { department: null }) === null
  const [renaming, setRenaming] = useState<TagItem | null>(null)
  const [deleting, setDeleting] = useState<TagItem | null>(null)
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <Panel flush title={t('count', { count: tags.length })}>
        {tags.length === 0 ? (
          <p className="p-4 text-ink-muted text-sm">{t('empty')}</p>
        ) : (
          <DataTable caption={t('title')}>
            <TableHead>
              <HeadingCell className="w-full">{t('name')}</HeadingCell>
              <HeadingCell className="text-right">{t('projects')}</HeadingCell>
              {mayWrite ? (
                <HeadingCell>
                  <span className="sr-only">{t('actions')}</span>
                </HeadingCell>
              ) : null}
            </TableHead>
            <tbody>
              {tags.map((tag) => (
                <Row key={tag.name}>
                  <Cell className="wrap-anywhere font-medium">{tag.name}</Cell>
                  <Cell className="text-right tabular-nums">
                    <TextLink href={`/projects?tag=${encodeURIComponent(tag.name)}`}>
                      {tag.projects}
                    </TextLink>
                  </Cell>
                  {mayWrite ? (
                    <Cell>
                      <span className="flex justify-end gap-2 whitespace-nowrap">
                        <Button
                          size="sm"
                          aria-label={t('renameOf', { name: tag.name })}
                          onClick={() => setRenaming(tag)}
                        >
                          {t('rename')}
                        </Button>
                        <Button
                          size="sm"
                          aria-label={t('deleteOf', { name: tag.name })}
                          onClick={() => setDeleting(tag)}
                        >
                          {t('delete')}
                        </Button>
                      </span>
                    </Cell>
                  ) : null}
                </Row>
              ))}
            </tbody>
          </DataTable>
        )}
      </Panel>
      <RenameTagDialog tag={renaming} onClose={() => setRenaming(null)} />
      <DeleteTagDialog tag={deleting} onClose={() => setDeleting(null)} />
    </>
  )
}
