'use client'

import { channelKindOf } from '@highwater/channels/catalog'
import type { UserId } from '@highwater/core'
import type { PersonItem } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { FieldsFromSpec } from '~/forms/fields-from-spec.tsx'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Switch } from '~/ui/switch.tsx'
import { useToast } from '~/ui/toast.tsx'
import { ContactTest } from './contact-test.tsx'
import { ownFieldsOf } from './own-fields.ts'
import { removeRobot, saveRobot } from './people-actions.ts'

interface OwnRobotFormProps {
  readonly person: UserId
  readonly kind: string
  /** Undefined while there is none. */
  readonly robot: PersonItem['robots'][number] | undefined
}

/** A robot of a person's own: its address, a test, and the way to be rid of it. */
export function OwnRobotForm({ person, kind, robot }: OwnRobotFormProps) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const locale = useLocale()
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveRobot, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('robot.saved') })
  })
  const at = `robots.${kind}.`
  const errors = Object.fromEntries(
    Object.entries(state.fieldErrors).map(([path, fault]) => [
      path.startsWith(at) ? path.slice(at.length) : path,
      fault,
    ]),
  )
  const refusal = state.error ?? errors.kind ?? null
  const values = { person, kind }
  return (
    <details
      open={robot !== undefined}
      className="border-line border-t pt-3 first:border-t-0 first:pt-0"
    >
      <summary className="rounded-sm font-medium text-sm tap">
        {t('robot.of', { kind: channelKindOf(kind).label[locale] })}
        {robot === undefined ? (
          <span className="ml-2 font-normal text-ink-faint">{t('robot.none')}</span>
        ) : null}
      </summary>
      <form {...formProps} noValidate className="mt-3 flex flex-col gap-4">
        <input type="hidden" name="person" value={person} />
        <input type="hidden" name="kind" value={kind} />
        {refusal === null ? null : <Notice tone="error">{refusal}</Notice>}
        <FieldsFromSpec
          fields={ownFieldsOf(kind)}
          config={robot?.config ?? {}}
          secrets={robot?.secrets ?? {}}
          errors={errors}
        />
        <Switch
          name="enabled"
          value="yes"
          label={t('robot.enabled')}
          defaultChecked={robot?.enabled ?? true}
        />
        <div>
          <Button type="submit" aria-disabled={pending}>
            {common('save')}
          </Button>
        </div>
      </form>
      {robot === undefined ? null : (
        <>
          <ContactTest person={person} kind={kind} label={t('test.action')} />
          <div className="mt-3">
            <ConfirmDialog
              action={removeRobot}
              values={values}
              label={t('robot.remove')}
              title={t('robot.removeTitle')}
              refused={t('robot.removed')}
              trigger={<DeleteButton>{t('robot.remove')}</DeleteButton>}
            >
              {t('robot.removeText')}
            </ConfirmDialog>
          </div>
        </>
      )}
    </details>
  )
}
