'use client'

import { contactNames } from '@highwater/core/person'
import type { PersonItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { useToast } from '~/ui/toast.tsx'
import { ContactTest } from './contact-test.tsx'
import { saveContacts } from './people-actions.ts'

interface ContactFormProps {
  readonly person: PersonItem
  readonly isOwn: boolean
  /** Whether some channel carries the mail to people. */
  readonly isMailCarried: boolean
}

/** By what chats call a person, and whether alerts go to their address. */
export function ContactForm({ person, isOwn, isMailCarried }: ContactFormProps) {
  const t = useTranslations('people')
  const common = useTranslations('common')
  const toast = useToast()
  const { state, pending, formProps } = useServerForm(saveContacts, untouchedForm, (answer) => {
    if (answer.outcome === 'done') toast({ title: t('contacts.saved') })
  })
  return (
    <Panel
      title={isOwn ? t('contacts.title') : t('contacts.titleOf', { name: person.name })}
      description={t('contacts.help')}
    >
      <form {...formProps} noValidate className="flex flex-col gap-4">
        <input type="hidden" name="person" value={person.id} />
        <input type="hidden" name="version" value={person.version} />
        <RefusalNotice state={state} />
        <div className="grid gap-4 sm:grid-cols-2">
          {contactNames.map((name) => (
            <Field
              key={name}
              label={t(`contact.${name}`)}
              help={t(`contactHelp.${name}`)}
              error={state.fieldErrors[name]}
            >
              {(control) => (
                <TextInput
                  {...control}
                  name={name}
                  autoComplete="off"
                  spellCheck={false}
                  defaultValue={person[name] ?? ''}
                />
              )}
            </Field>
          ))}
        </div>
        <Switch
          name="mail"
          value="yes"
          label={t('contacts.mail')}
          description={t('contacts.mailHelp', { email: person.email })}
          defaultChecked={person.mail}
        />
        {isMailCarried ? null : <Notice>{t('contacts.noMailChannel')}</Notice>}
        <div>
          <Button type="submit" tone="primary" aria-disabled={pending}>
            {common('save')}
          </Button>
        </div>
      </form>
      {isMailCarried ? (
        <ContactTest person={person.id} kind="email" label={t('test.mail')} />
      ) : null}
    </Panel>
  )
}
