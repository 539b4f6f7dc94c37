import type { FieldSpec } from '../kind.ts'
import { proxyField } from '../settings/common.ts'

export const emailFields: readonly FieldSpec[] = [
  {
    path: 'config.host',
    label: { 'zh-CN': 'SMTP 服务器', en: 'SMTP server' },
    help: { 'zh-CN': '例如 smtp.example.com。', en: 'Such as smtp.example.com.' },
    input: 'text',
    required: true,
  },
  {
    path: 'config.port',
    label: { 'zh-CN': '端口', en: 'Port' },
    help: {
      'zh-CN': 'TLS 通常为 465，STARTTLS 通常为 587，不加密为 25。',
      en: 'Usually 465 for TLS, 587 for STARTTLS, 25 without encryption.',
    },
    input: 'number',
    required: true,
  },
  {
    path: 'config.security',
    label: { 'zh-CN': '加密方式', en: 'Encryption' },
    help: {
      'zh-CN': 'STARTTLS 是强制的：服务器不支持时拒绝发送，不会退回明文。',
      en: 'STARTTLS is required: if the server does not offer it, nothing is sent in the clear.',
    },
    input: 'select',
    options: [
      { value: 'tls', label: { 'zh-CN': 'TLS', en: 'TLS' } },
      { value: 'starttls', label: { 'zh-CN': 'STARTTLS', en: 'STARTTLS' } },
      { value: 'none', label: { 'zh-CN': '不加密', en: 'None' } },
    ],
    required: true,
  },
  {
    path: 'config.username',
    label: { 'zh-CN': '用户名', en: 'User' },
    help: { 'zh-CN': '不需要登录时留空。', en: 'Leave empty when the server needs no sign-in.' },
    input: 'text',
    required: false,
  },
  {
    path: 'config.authMethod',
    label: { 'zh-CN': '登录方式', en: 'Sign-in' },
    help: {
      'zh-CN': '自动会按 PLAIN、LOGIN、CRAM-MD5 的顺序选用服务器支持的第一个。',
      en: 'Automatic takes the first of PLAIN, LOGIN and CRAM-MD5 that the server offers.',
    },
    input: 'select',
    options: [
      { value: 'auto', label: { 'zh-CN': '自动', en: 'Automatic' } },
      { value: 'plain', label: { 'zh-CN': 'PLAIN', en: 'PLAIN' } },
      { value: 'login', label: { 'zh-CN': 'LOGIN', en: 'LOGIN' } },
      { value: 'cram-md5', label: { 'zh-CN': 'CRAM-MD5', en: 'CRAM-MD5' } },
      { value: 'xoauth2', label: { 'zh-CN': 'OAuth 2（XOAUTH2）', en: 'OAuth 2 (XOAUTH2)' } },
    ],
    required: true,
  },
  {
    path: 'config.oauth.tokenUrl',
    label: { 'zh-CN': '令牌地址', en: 'Address of tokens' },
    help: {
      'zh-CN': '身份服务发放令牌的地址，使用客户端凭据方式。',
      en: 'Where the identity service gives tokens for client credentials.',
    },
    input: 'url',
    required: true,
    showWhen: { path: 'config.authMethod', oneOf: ['xoauth2'] },
  },
  {
    path: 'config.oauth.clientId',
    label: { 'zh-CN': '客户端 ID', en: 'Client id' },
    help: { 'zh-CN': '在身份服务中登记的应用。', en: 'The application at the identity service.' },
    input: 'text',
    required: true,
    showWhen: { path: 'config.authMethod', oneOf: ['xoauth2'] },
  },
  {
    path: 'config.oauth.scope',
    label: { 'zh-CN': '权限范围', en: 'Scope' },
    help: {
      'zh-CN': '例如 https://outlook.office365.com/.default。',
      en: 'Such as https://outlook.office365.com/.default.',
    },
    input: 'text',
    required: false,
    showWhen: { path: 'config.authMethod', oneOf: ['xoauth2'] },
  },
  {
    path: 'secrets.clientSecret',
    label: { 'zh-CN': '客户端密钥', en: 'Client secret' },
    help: {
      'zh-CN': '注意它的有效期，过期后需要更换。',
      en: 'Mind its end: it has to be replaced when it expires.',
    },
    input: 'password',
    required: true,
    showWhen: { path: 'config.authMethod', oneOf: ['xoauth2'] },
  },
  {
    path: 'secrets.password',
    label: { 'zh-CN': '密码', en: 'Password' },
    help: {
      'zh-CN': '邮箱密码或授权码。',
      en: 'The password, or the app password of the mailbox.',
    },
    input: 'password',
    required: false,
    showWhen: { path: 'config.authMethod', oneOf: ['auto', 'plain', 'login', 'cram-md5'] },
  },
  {
    path: 'config.from.address',
    label: { 'zh-CN': '发件地址', en: 'From address' },
    help: {
      'zh-CN': '多数服务器要求与登录用户一致。',
      en: 'Most servers want it to belong to the user that signs in.',
    },
    input: 'text',
    required: true,
  },
  {
    path: 'config.from.name',
    label: { 'zh-CN': '发件人名称', en: 'From name' },
    help: { 'zh-CN': '显示在收件箱里的名称。', en: 'The name shown in the inbox.' },
    input: 'text',
    required: false,
  },
  {
    path: 'config.to',
    label: { 'zh-CN': '收件人', en: 'Recipients' },
    help: {
      'zh-CN': '最多 100 个地址。中文域名会以 xn-- 开头的 ASCII 形式保存。',
      en: 'At most 100 addresses. A domain in Chinese is kept in its ASCII form, xn--….',
    },
    input: 'list',
    required: true,
  },
  {
    path: 'config.cc',
    label: { 'zh-CN': '抄送', en: 'Copy to' },
    help: { 'zh-CN': '最多 100 个地址。', en: 'At most 100 addresses.' },
    input: 'list',
    required: false,
  },
  {
    path: 'config.bcc',
    label: { 'zh-CN': '密送', en: 'Blind copy to' },
    help: {
      'zh-CN': '其他收件人看不到这些地址，最多 100 个。',
      en: 'The other recipients do not see these addresses; at most 100.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.content',
    label: { 'zh-CN': '内容', en: 'Content' },
    help: {
      'zh-CN': '表格显示在正文里；附件为 Excel 文件（.xlsx）。',
      en: 'The table stands in the message; the attachment is a spreadsheet (.xlsx).',
    },
    input: 'select',
    options: [
      { value: 'text', label: { 'zh-CN': '文本', en: 'Text' } },
      { value: 'table', label: { 'zh-CN': '表格', en: 'Table' } },
      { value: 'attachment', label: { 'zh-CN': '附件', en: 'Attachment' } },
      { value: 'table+attachment', label: { 'zh-CN': '表格和附件', en: 'Table and attachment' } },
    ],
    required: true,
  },
  {
    path: 'config.tlsTrust',
    label: { 'zh-CN': '信任的证书', en: 'Trusted certificate' },
    help: {
      'zh-CN': '服务器证书由内部 CA 签发时填写：PEM 格式的 CA 证书，或服务器证书的 SHA-256 指纹。',
      en: 'For a server behind a private CA: the CA in PEM form, or the SHA-256 fingerprint of the server’s certificate.',
    },
    input: 'textarea',
    required: false,
    showWhen: { path: 'config.security', oneOf: ['tls', 'starttls'] },
  },
  proxyField,
]
