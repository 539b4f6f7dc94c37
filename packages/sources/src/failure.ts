import type { Localized } from '@highwater/core'

/** Why a source could not be read. Closed: counted, translated, and never a provider's free text. */
export const collectFailures = [
  'invalid-settings',
  'forbidden-address',
  'name-not-found',
  'unreachable',
  'connect-timeout',
  'tls',
  'credentials',
  'database-not-found',
  'permission',
  'unsupported-version',
  'unavailable',
  'connection-lost',
  'timeout',
  'aborted',
  'unexpected',
] as const
export type CollectFailure = (typeof collectFailures)[number]

const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en })

/** What happened and what to do next, for the page of the source. */
export const failureTexts: Readonly<Record<CollectFailure, Localized>> = {
  'invalid-settings': text(
    '数据源配置有误，请修改后保存。',
    'The settings are wrong; correct and save them.',
  ),
  'forbidden-address': text(
    '该地址不允许访问，可由运维人员在允许的网段中放行。',
    'This address is closed; an operator can open it in the allowed networks.',
  ),
  'name-not-found': text(
    '主机名无法解析，请检查主机名或 DNS。',
    'The host name does not resolve; check it or the DNS.',
  ),
  unreachable: text(
    '连接被拒绝或网络不可达，请检查地址、端口和防火墙。',
    'The connection was refused or there is no route; check address, port and firewall.',
  ),
  'connect-timeout': text(
    '连接超时，请检查网络和防火墙。',
    'Connecting took too long; check network and firewall.',
  ),
  tls: text(
    'TLS 连接失败，请检查加密方式和证书。',
    'TLS failed; check the encryption setting and the certificate.',
  ),
  credentials: text(
    '登录被拒绝，请检查用户名、密码和服务器的访问规则。',
    'The sign-in was refused; check user, password and the server’s access rules.',
  ),
  'database-not-found': text('数据库不存在。', 'There is no such database.'),
  permission: text('该用户权限不足。', 'The user lacks a permission.'),
  'unsupported-version': text('不支持该服务器版本。', 'This server version is not supported.'),
  unavailable: text(
    '服务器正在启动、停止，或连接数已满。',
    'The server is starting, stopping or out of connections.',
  ),
  'connection-lost': text('读取过程中连接断开。', 'The connection broke while reading.'),
  timeout: text('读取超时。', 'Reading took too long.'),
  aborted: text('采集在完成前被中止。', 'The reading was stopped before it was done.'),
  unexpected: text(
    '发生未预期的错误，详见说明。',
    'Something unexpected happened; see the detail.',
  ),
}
