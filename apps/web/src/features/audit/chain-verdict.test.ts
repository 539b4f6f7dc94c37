import { type Instant, locales } from '@highwater/core'
import { auditFault } from '@highwater/core/audit'
import type { AuditVerdict } from '@highwater/db/queries'
import { describe, expect, it } from 'vitest'
import { inLanguage } from '../alert/in-language.fixture.ts'
import { ChainVerdict } from './chain-verdict.tsx'

const intact: AuditVerdict = {
  isIntact: true,
  at: Date.UTC(2026, 10, 21, 4, 4, 31) as Instant,
  checked: 1_234,
  older: 0,
  fault: null,
  checkpoint: { number: 17, seal: 'SEAL' },
}

describe.each(locales)('In %s', (locale) => {
  const show = (verdict: AuditVerdict) =>
    inLanguage(locale, ChainVerdict, { verdict, action: null })

  it('an intact audit is told with its time, its entries and the checkpoint to keep', () => {
    const markup = show({ ...intact, older: 3 })
    for (const part of ['12:04:31', '1,234', '3', '17:SEAL']) expect(markup).toContain(part)
  })

  it('a broken one leads to the first bad entry', () => {
    const fault = auditFault('changed', { eventId: 71 })
    expect(show({ ...intact, isIntact: false, fault })).toContain('href="/audit/71"')
  })

  it('a broken one without a bad entry leads nowhere', () => {
    expect(show({ ...intact, isIntact: false, fault: auditFault('lane') })).not.toContain('href')
  })
})
