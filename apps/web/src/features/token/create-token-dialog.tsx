'use client'

import { tokenScopes } from '@highwater/core/permissions'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { CodeBlock } from '~/ui/code-block.tsx'
import { Dialog, DialogClose, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { RadioCards } from '~/ui/radio-cards.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { createToken } from './token-actions.ts'
import { type TokenFormState, untouchedToken } from './token-form-state.ts'

interface CreateTokenDialogProps {
  readonly departments: readonly { readonly value: string; readonly label: string }[]
  readonly consoleUrl: string
}

const lifetimes = [30, 90, 365] as const

/** Makes a token and shows it once. */
export function CreateTokenDialog({ departments, consoleUrl }: CreateTokenDialogProps) {
  const t = useTranslations('system.token')
  const common = useTranslations('common')
  const id = useId()
  const [made, setMade] = useState<TokenFormState['made']>(null)
  const [opened, setOpened] = useState(0)
  return (
    <Dialog
      onOpenChange={(open) => {
        if (!open) return
        setMade(null)
        setOpened((count) => count + 1)
      }}
    >
      <DialogTrigger asChild>
        <Button tone="primary" size="sm">
          <Plus aria-hidden />
          {t('create')}
        </Button>
      </DialogTrigger>
      {made === null ? (
        <DialogContent
          title={t('create')}
          footer={
            <>
              <DialogClose asChild>
                <Button>{common('cancel')}</Button>
              </DialogClose>
              <Button type="submit" form={id} tone="primary">
                {t('create')}
              </Button>
            </>
          }
        >
          <TokenForm key={opened} id={id} departments={departments} onMade={setMade} />
        </DialogContent>
      ) : (
        <DialogContent
          title={t('createdTitle', { name: made.name })}
          footer={
            <DialogClose asChild>
              <Button tone="primary">{common('close')}</Button>
            </DialogClose>
          }
        >
          <div className="flex flex-col gap-3">
            <Notice tone="warning">{t('created')}</Notice>
            <CodeBlock subject={t('value')} code={made.token} />
            <p className="text-ink-muted text-sm">{t('example')}</p>
            <CodeBlock
              subject={t('example')}
              code={`curl -H 'Authorization: Bearer ${made.token}' ${consoleUrl}/api/v1/projects`}
            />
          </div>
        </DialogContent>
      )}
    </Dialog>
  )
}

interface TokenFormProps extends Pick<CreateTokenDialogProps, 'departments'> {
  readonly id: string
  readonly onMade: (made: TokenFormState['made']) => void
}

function TokenForm({ id, departments, onMade }: TokenFormProps) {
  const t = useTranslations('system')
  const { state, formProps } = useServerForm(createToken, untouchedToken, (answer) =>
    onMade(answer.made),
  )
  return (
    <form id={id} {...formProps} className="flex flex-col gap-4">
      {state.error === null ? null : <Notice tone="error">{state.error}</Notice>}
      <Field
        label={t('token.name')}
        help={t('token.nameHelp')}
        required
        error={state.fieldErrors.name}
      >
        {(control) => <TextInput {...control} name="name" maxLength={100} autoComplete="off" />}
      </Field>
      <RadioCards
        legend={t('token.scope')}
        name="scope"
        defaultValue="signals:write"
        cards={tokenScopes.map((scope) => ({
          value: scope,
          title: t(`scope.${scope}`),
          description: t(`scopeText.${scope}`),
        }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('token.department')} error={state.fieldErrors.department}>
          {(control) => (
            <Select
              {...control}
              name="department"
              options={[{ value: '', label: t('token.everywhere') }, ...departments]}
            />
          )}
        </Field>
        <Field
          label={t('token.expires')}
          help={t('token.expiryHelp')}
          required
          error={state.fieldErrors.expiresAt}
        >
          {(control) => (
            <Select
              {...control}
              name="days"
              defaultValue="90"
              options={[
                ...lifetimes.map((days) => ({
                  value: String(days),
                  label: t('token.days', { count: days }),
                })),
                { value: '', label: t('token.neverExpires') },
              ]}
            />
          )}
        </Field>
      </div>
    </form>
  )
}
