import { instant } from '@highwater/core'
import { expect, it } from 'vitest'
import { signatureVectors } from '../../testing/vectors/read-vectors.ts'
import { signFeishu } from './sign.ts'

it.each(signatureVectors.feishu)('signs as published at $timestamp', (vector) => {
  const at = instant(Number(vector.timestamp) * 1_000 + 999)
  expect(signFeishu(vector.secret, at)).toEqual({ timestamp: vector.timestamp, sign: vector.sign })
})

it.each(signatureVectors.dingtalk)('does not sign as DingTalk does', (vector) => {
  expect(signFeishu(vector.secret, instant(Number(vector.timestamp))).sign).not.toBe(vector.sign)
})
