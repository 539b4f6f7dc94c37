import { instant } from '@highwater/core'
import { expect, it } from 'vitest'
import { signatureVectors } from '../../testing/vectors/read-vectors.ts'
import { signDingtalk } from './sign.ts'

it.each(signatureVectors.dingtalk)('signs as published at $timestamp', (vector) => {
  const sign = signDingtalk(vector.secret, instant(Number(vector.timestamp)))
  expect(sign).toBe(vector.sign)
  const query = new URLSearchParams({ sign })
  expect(query.toString()).toBe(`sign=${vector.encoded}`)
})

it.each(signatureVectors.negative)('does not sign as Feishu does', (vector) => {
  expect(signDingtalk(vector.secret, instant(Number(vector.timestamp)))).not.toBe(vector.wrong)
})
