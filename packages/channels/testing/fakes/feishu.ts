import {
  contentRefusal,
  type FeishuRefusal,
  formRefusal,
  signatureRefusal,
  textsOf,
  warningsFor,
} from './feishu-rules.ts'
import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { parseObject, type RobotFake, startRobotFake } from './robot-fake.ts'

export interface FeishuFakeOptions {
  /** The id at the end of the robot's address; any id is known when absent. */
  readonly hook?: string
  readonly secret?: string
  readonly keyword?: string
  readonly perSecond?: number
  readonly perMinute?: number
  /** Source addresses that may send; all when absent. */
  readonly allowedAddresses?: readonly string[]
}

/** What can be changed while the robot runs. */
export interface FeishuState {
  /** The robot's clock minus the real one. */
  readonly clockSkewMs: number
  /** How it refuses what is too much: with status 400 and 9499, or with 200 and 11232. */
  readonly throttlesWith: 9499 | 11232
}

export type FeishuFake = RobotFake<FeishuState>

/** A robot that checks like the real one and keeps a journal. */
export function startFeishuFake(options: FeishuFakeOptions = {}): Promise<FeishuFake> {
  const rate = createRateWindow(
    [
      { count: options.perSecond ?? 5, perMs: 1_000 },
      { count: options.perMinute ?? 100, perMs: 60_000 },
    ],
    1_000,
  )

  function refuse(
    request: ReceivedRequest,
    state: Partial<FeishuState>,
    now: number,
  ): FeishuRefusal | null {
    const hook = /^\/open-apis\/bot\/v2\/hook\/([^/]+)$/.exec(request.url.pathname)?.[1]
    if (request.method !== 'POST') return { status: 404, code: 9499, msg: 'Bad Request' }
    if (hook === undefined || (options.hook !== undefined && hook !== options.hook)) {
      const msg = 'param invalid: incoming webhook access token invalid'
      return { status: 200, code: 19001, msg }
    }
    const body = parseObject(request.text)
    const address = request.remoteAddress.replace(/^::ffff:/, '')
    if (options.allowedAddresses && !options.allowedAddresses.includes(address)) {
      return { status: 200, code: 19022, msg: 'Ip Not Allowed' }
    }
    const unsigned =
      options.secret === undefined
        ? null
        : signatureRefusal(body ?? {}, options.secret, now + (state.clockSkewMs ?? 0))
    const refusal =
      unsigned ??
      formRefusal(body) ??
      contentRefusal(textsOf(body), request.raw.length, options.keyword)
    if (refusal !== null || rate(now) === 'room') return refusal
    return state.throttlesWith === 11232
      ? { status: 200, code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]' }
      : { status: 400, code: 9499, msg: 'too many request' }
  }

  return startRobotFake<FeishuState>((request, state, now) => {
    const body = parseObject(request.text)
    const found = refuse(request, state, now)
    const date = new Date(now + (state.clockSkewMs ?? 0)).toUTCString()
    return {
      status: found?.status ?? 200,
      body: JSON.stringify(
        found === null
          ? { StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }
          : { code: found.code, data: {}, msg: found.msg },
      ),
      headers: { date },
      accepted: found === null,
      text: textsOf(body).join('\n'),
      warnings: warningsFor(body),
    }
  })
}
