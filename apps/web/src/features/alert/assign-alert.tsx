'use client'

import type { AlertItem } from '@highwater/db/queries'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC, useTRPCClient } from '~/trpc/client.tsx'
import { Button } from '~/ui/button.tsx'
import { DialogClose, DialogContent } from '~/ui/dialog.tsx'
import { Field } from '~/ui/field.tsx'
import { Select } from '~/ui/select.tsx'
import { useAlertAction } from './use-alert-action.ts'

interface AssignAlertProps {
  readonly alert: Pick<AlertItem, 'id' | 'subject' | 'assignee'>
  readonly onDone: () => void
}

/** Hands an alert to one of the people whom the reader may know, or to nobody. */
export function AssignAlert({ alert, onDone }: AssignAlertProps) {
  const t = useTranslations('alerts.assign')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const ask = useTRPCClient().alert
  const { mutate, isPending } = useAlertAction()
  const { data: people = [] } = useQuery(trpc.people.accounts.queryOptions({}))
  const { id, subject, assignee } = alert
  const submit = (form: FormData) => {
    const chosen = String(form.get('assignee') ?? '')
    mutate(
      {
        act: () => ask.assign.mutate({ alert: id, assignee: chosen === '' ? null : chosen }),
        done: t('done', { subject }),
      },
      { onSuccess: onDone },
    )
  }
  return (
    <DialogContent
      title={t('title', { subject })}
      size="sm"
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" form="assign-alert" tone="primary" aria-disabled={isPending}>
            {t('action')}
          </Button>
        </>
      }
    >
      <form id="assign-alert" action={submit}>
        <Field label={t('person')} required>
          {(control) => (
            <Select
              {...control}
              // The list comes after the dialog: the choice is made anew when it is there.
              key={people.length}
              name="assignee"
              required={false}
              defaultValue={assignee?.id ?? ''}
              options={[
                { value: '', label: t('nobody') },
                ...people.map(({ id: value, name, email }) => ({
                  value,
                  label: name === email ? name : `${name} (${email})`,
                })),
              ]}
            />
          )}
        </Field>
      </form>
    </DialogContent>
  )
}
