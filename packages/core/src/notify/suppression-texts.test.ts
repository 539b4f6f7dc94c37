import { expect, it } from 'vitest'
import { suppressionReasons, suppressionTexts } from './suppression.ts'

// Pages write "nobody was told:" before them.
it('No reason says again that nobody was told', () => {
  for (const reason of suppressionReasons) {
    expect(suppressionTexts[reason].en).not.toMatch(/nobody was told/)
    expect(suppressionTexts[reason]['zh-CN']).not.toMatch(/没有人收到通知/)
  }
})

// Whether others are there, and whether they were told, is not known where a message is held.
it('No reason says that others were told but the one that hands its message on', () => {
  for (const reason of suppressionReasons) {
    if (reason === 'quota_used_up') continue
    expect(suppressionTexts[reason].en).not.toMatch(/told through the others|told instead/)
    expect(suppressionTexts[reason]['zh-CN']).not.toMatch(/改由/)
  }
})
