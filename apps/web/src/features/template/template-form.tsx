'use client'

import { tellsDetail, templateFaults, templateLimits } from '@highwater/channels/catalog'
import type { MessageTemplateId } from '@highwater/core'
import type { ChannelMessage, MessageTemplate } from '@highwater/core/notify'
import { useLocale, useTranslations } from 'next-intl'
import { type FocusEvent, useRef, useState } from 'react'
import { faultWords } from '~/forms/fault-words.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { Textarea } from '~/ui/textarea.tsx'
import { useToast } from '~/ui/toast.tsx'
import { saveTemplate } from './template-actions.ts'
import type { TemplateScope } from './template-address.ts'
import { untouchedTemplate } from './template-form-state.ts'
import { templateFromForm } from './template-from-form.ts'
import { type PreviewedChannel, TemplatePreview } from './template-preview.tsx'
import { VariableList } from './variable-list.tsx'

type TextField = HTMLInputElement | HTMLTextAreaElement

interface TemplateFormProps {
  readonly scope: TemplateScope
  /** The stored template, also one that was reset; null where there has never been one. */
  readonly stored: { readonly id: MessageTemplateId; readonly version: number } | null
  /** What the form begins with. */
  readonly start: MessageTemplate
  readonly channel: PreviewedChannel | null
  readonly recent: ChannelMessage | null
  readonly consoleUrl: string
  readonly timeZone: string
  readonly mayWrite: boolean
}

/** The words of a template, judged while typing by the rules of the server, and what they make. */
export function TemplateForm({ scope, stored, start, mayWrite, ...shown }: TemplateFormProps) {
  const t = useTranslations('templates.edit')
  const locale = useLocale()
  const toast = useToast()
  const [typed, setTyped] = useState(start)
  const field = useRef<TextField | null>(null)
  const { state, pending, formProps } = useServerForm(saveTemplate, untouchedTemplate, (answer) => {
    if (answer.version !== null) toast({ title: t('saved', { version: answer.version }) })
  })
  const begin = state.posted ?? start
  const faults = templateFaults(scope.kind, typed)
  const faultOf = (part: string): string | undefined => {
    const found = faults.find(({ path }) => path === part)
    return found === undefined ? state.fieldErrors[part] : faultWords(found.message, locale)
  }
  const remember = ({ target }: FocusEvent<HTMLFormElement>) => {
    const isText =
      target instanceof HTMLTextAreaElement ||
      (target instanceof HTMLInputElement && target.type === 'text')
    if (isText) field.current = target
  }
  const insert = (text: string) => {
    const into = field.current
    if (into === null) return
    into.setRangeText(text, into.selectionStart ?? 0, into.selectionEnd ?? 0, 'end')
    into.dispatchEvent(new Event('input', { bubbles: true }))
    into.focus()
  }
  return (
    <form
      {...formProps}
      noValidate
      onFocus={remember}
      onChange={(event) => setTyped(templateFromForm(new FormData(event.currentTarget)))}
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]"
    >
      <input type="hidden" name="template" value={stored?.id ?? ''} />
      <input type="hidden" name="version" value={stored?.version ?? ''} />
      <input type="hidden" name="kind" value={scope.kind} />
      <input type="hidden" name="locale" value={scope.locale} />
      <input type="hidden" name="channel" value={scope.channel ?? ''} />
      <div className="flex min-w-0 flex-col gap-4">
        <RefusalNotice state={state} />
        <Panel title={t('words')} description={t('plain')}>
          <div className="flex flex-col gap-4">
            <Field
              label={t('headline')}
              help={t('headlineHelp')}
              required
              error={faultOf('headline')}
            >
              {(control) => (
                <TextInput
                  {...control}
                  type="text"
                  name="headline"
                  lang={scope.locale}
                  maxLength={templateLimits.headline}
                  autoComplete="off"
                  defaultValue={begin.headline}
                />
              )}
            </Field>
            <Field label={t('text')} help={t('textHelp')} required error={faultOf('text')}>
              {(control) => (
                <Textarea
                  {...control}
                  mono
                  name="text"
                  lang={scope.locale}
                  rows={6}
                  maxLength={templateLimits.text}
                  defaultValue={begin.text}
                />
              )}
            </Field>
            <Field label={t('facts')} help={t('factsHelp')} error={faultOf('facts')}>
              {(control) => (
                <Textarea
                  {...control}
                  mono
                  name="facts"
                  lang={scope.locale}
                  rows={10}
                  maxLength={templateLimits.facts}
                  defaultValue={begin.facts}
                />
              )}
            </Field>
            {tellsDetail(scope.kind) ? (
              <Switch
                name="detail"
                value="on"
                label={t('detail')}
                description={t('detailHelp')}
                defaultChecked={begin.detail}
              />
            ) : begin.detail ? (
              <input type="hidden" name="detail" value="on" />
            ) : null}
            {mayWrite ? (
              <div>
                <Button type="submit" tone="primary" aria-disabled={pending || faults.length > 0}>
                  {t('save', { version: (stored?.version ?? 0) + 1 })}
                </Button>
              </div>
            ) : null}
          </div>
        </Panel>
        <VariableList kind={scope.kind} onInsert={insert} />
      </div>
      <div className="min-w-0 lg:sticky lg:top-16">
        <TemplatePreview scope={scope} template={typed} {...shown} />
      </div>
    </form>
  )
}
