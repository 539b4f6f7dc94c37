import { messageLocales } from '@highwater/core'
import { expect, it } from 'vitest'
import { anAlertMessage } from '../../testing/messages.ts'
import { channelKinds, exampleConfigOf, explainReason, renderFor } from '../catalog.ts'

const message = anAlertMessage({
  event: 'channel_down',
  project: null,
  subject: '值班群',
  detail: 'connect-refused',
})

it.each(messageLocales)('A channel that is down says why in words, in %s', (locale) => {
  const { sentence } = explainReason('connect-refused')
  for (const { kind } of channelKinds) {
    const { bytes: _, ...rendered } = renderFor(kind, { message, locale }, exampleConfigOf(kind))
    const said = JSON.stringify(rendered)
    expect(said, kind).not.toContain('connect-refused')
    expect(rendered.preview.body.replaceAll('\\', ''), kind).toContain(
      sentence[locale].slice(0, 12),
    )
  }
})
