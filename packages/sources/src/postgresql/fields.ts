import type { FieldSpec } from '@highwater/channels/catalog'
import type { Localized } from '@highwater/core'

const text = (zh: string, en: string): Localized => ({ 'zh-CN': zh, en })

export const postgresqlFields: readonly FieldSpec[] = [
  {
    path: 'config.host',
    label: text('主机', 'Host'),
    help: text(
      '直接连接数据库服务器，不要经过连接池。',
      'The server itself, not a connection pooler in front of it.',
    ),
    input: 'text',
    required: true,
  },
  {
    path: 'config.port',
    label: text('端口', 'Port'),
    help: text('默认 5432。', '5432 unless you changed it.'),
    input: 'number',
    required: true,
  },
  {
    path: 'config.database',
    label: text('数据库', 'Database'),
    help: text(
      '订阅属于某个数据库；复制槽和备库在任意数据库中都能看到。',
      'Subscriptions belong to one database; slots and standbys are seen from any.',
    ),
    input: 'text',
    required: true,
  },
  {
    path: 'config.user',
    label: text('用户', 'User'),
    help: text(
      '只需 pg_monitor 角色：GRANT pg_monitor TO 用户。',
      'It needs the role pg_monitor and nothing else: GRANT pg_monitor TO the_user.',
    ),
    input: 'text',
    required: true,
  },
  {
    path: 'secrets.password',
    label: text('密码', 'Password'),
    help: text('免密登录时留空。', 'Leave empty if the server asks for none.'),
    input: 'password',
    required: false,
  },
  {
    path: 'config.tls',
    label: text('加密方式', 'Encryption'),
    help: text(
      '“加密”不校验证书，“加密并校验”还会核对服务器身份。',
      'TLS alone encrypts; TLS with verification also proves that it is the right server.',
    ),
    input: 'select',
    options: [
      { value: 'require', label: text('加密', 'TLS') },
      { value: 'verify-full', label: text('加密并校验证书', 'TLS with verification') },
      { value: 'disable', label: text('不加密', 'None') },
    ],
    required: true,
  },
  {
    path: 'config.caCertificate',
    label: text('CA 证书', 'CA certificate'),
    help: text(
      '服务器证书由内部 CA 签发时，粘贴 PEM 格式的 CA 证书。',
      'For a private CA: its certificate in PEM form.',
    ),
    input: 'textarea',
    required: false,
    showWhen: { path: 'config.tls', oneOf: ['verify-full'] },
  },
  {
    path: 'config.watch',
    label: text('监控范围', 'What to watch'),
    help: text(
      '选择“全部”时，服务器上的复制槽、备库和订阅都会成为项目。',
      'With “Everything”, each slot, standby and subscription of the server becomes a project.',
    ),
    input: 'select',
    options: [
      { value: 'everything', label: text('全部', 'Everything') },
      { value: 'slots', label: text('仅复制槽和下游连接', 'Slots and connected replicas') },
      { value: 'standby', label: text('仅备库自身', 'This server as a standby') },
      { value: 'subscriptions', label: text('仅订阅', 'Subscriptions') },
    ],
    required: true,
  },
  {
    path: 'config.ignore',
    label: text('忽略', 'Ignore'),
    help: text(
      '不需要监控的复制槽、备库或订阅的名称，每行一个。',
      'Names of slots, standbys or subscriptions to leave out, one per line.',
    ),
    input: 'list',
    required: false,
  },
]
