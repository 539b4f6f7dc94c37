import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteLength, clipToBytes, clipToUnits, packLines, splitToUnits } from './bytes.ts'

const graphemesOf = (text: string): readonly string[] =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].map(
    (part) => part.segment,
  )

describe('cutting to a number of bytes', () => {
  it.each([
    [4_096, 4_095],
    [2_048, 2_046],
    [10, 9],
    [12, 12],
  ])('leaves of Chinese in %i bytes just %i', (limit, expected) => {
    expect(byteLength(clipToBytes('告'.repeat(2_000), limit, ''))).toBe(expected)
  })

  it('keeps a family together', () => {
    expect(clipToBytes('a👨‍👩‍👧b', 18, '')).toBe('a')
    expect(clipToBytes('a👨‍👩‍👧b', 19, '')).toBe('a👨‍👩‍👧')
    expect(clipToBytes('a👨‍👩‍👧b', 20, '')).toBe('a👨‍👩‍👧b')
  })

  it('counts the tail', () => {
    expect(clipToBytes('abcdefgh', 6)).toBe('abc…')
    expect(clipToBytes('abcdefgh', 2)).toBe('ab')
  })

  it('never exceeds the limit nor splits a grapheme', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    fc.assert(
      fc.property(text, fc.nat(200), (whole, limit) => {
        const cut = clipToBytes(whole, limit)
        expect(byteLength(cut)).toBeLessThanOrEqual(limit)
        if (cut === whole) return
        const kept = cut.endsWith('…') ? cut.slice(0, -1) : cut
        const parts = graphemesOf(kept)
        expect(graphemesOf(whole).slice(0, parts.length)).toEqual(parts)
      }),
    )
  })
})

describe('counting in UTF-16 units', () => {
  it('cuts between graphemes and says so', () => {
    expect(clipToUnits('👨‍👩‍👧👨‍👩‍👧', 10)).toBe('👨‍👩‍👧…')
    expect(clipToUnits('short', 5)).toBe('short')
  })

  it('splits without losing anything', () => {
    const text = '告👨‍👩‍👧x'.repeat(20)
    const pieces = splitToUnits(text, 10)
    expect(pieces.join('')).toBe(text)
    for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(10)
    expect(splitToUnits(`a${'\u0301'.repeat(50)}b`, 10)).toEqual(['b'])
  })

  it('packs lines into as few pieces as can be', () => {
    expect(packLines(['aa', 'bb', 'cc'], 5)).toEqual(['aa\nbb', 'cc'])
    expect(packLines([], 5)).toEqual([])
  })
})
