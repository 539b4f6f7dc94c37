import type { NetworkReason } from '../io.ts'
import type { ReasonText } from './reason-text.ts'

/** What became of a message on the way, beside what the network itself reports. */
type UnsentReason = 'timed-out-unsent' | 'cut-off-unsent'

export const networkReasons: Readonly<Record<NetworkReason | UnsentReason, ReasonText>> = {
  'connect-refused': {
    sentence: {
      'zh-CN': '对方拒绝连接。',
      'zh-TW': '對方拒絕連線。',
      en: 'The connection was refused.',
    },
    advice: {
      'zh-CN': '检查地址和端口，确认对方服务正在运行。',
      'zh-TW': '請檢查位址和連接埠，確認對方服務正在執行。',
      en: 'Check host and port, and that the service is running.',
    },
  },
  'connect-timeout': {
    sentence: {
      'zh-CN': '在时限内没有连上。',
      'zh-TW': '連線逾時。',
      en: 'No connection within the time allowed.',
    },
    advice: {
      'zh-CN': '检查防火墙和路由；需要经代理上网时请填写代理。',
      'zh-TW': '請檢查防火牆和路由；需要經代理伺服器上網時請填寫代理伺服器。',
      en: 'Check firewall and route; if this network needs a proxy, set one.',
    },
  },
  'no-free-connection': {
    sentence: {
      'zh-CN': '到对方的连接都在发送其他消息，这一条没有等到空闲连接。',
      'zh-TW': '到對方的連線都在傳送其他訊息，這一則沒有等到空閒連線。',
      en: 'All connections to the receiver were busy with other messages, so this one has not left.',
    },
    advice: {
      'zh-CN': '稍后会自动重发，不必处理；如果经常出现，说明对方应答太慢。',
      'zh-TW': '稍後會自動重傳，不必處理；如果經常出現，表示對方回應太慢。',
      en: 'It is sent again by itself; if this happens often, the receiver answers too slowly.',
    },
  },
  'network-unreachable': {
    sentence: {
      'zh-CN': '网络不可达。',
      'zh-TW': '網路無法到達。',
      en: 'The network cannot be reached.',
    },
    advice: {
      'zh-CN': '检查 worker 所在机器的网络和路由。',
      'zh-TW': '請檢查 worker 所在機器的網路和路由。',
      en: 'Check the network and routes of the machine that runs the worker.',
    },
  },
  'dns-failed': {
    sentence: {
      'zh-CN': '域名无法解析。',
      'zh-TW': '網域名稱無法解析。',
      en: 'The host name could not be resolved.',
    },
    advice: {
      'zh-CN': '检查域名拼写和 worker 所在机器的 DNS。',
      'zh-TW': '請檢查網域名稱的拼寫和 worker 所在機器的 DNS。',
      en: 'Check the spelling, and the DNS of the machine that runs the worker.',
    },
  },
  'tls-untrusted': {
    sentence: {
      'zh-CN': '对方的证书不受信任。',
      'zh-TW': '對方的憑證不受信任。',
      en: 'The certificate is not trusted.',
    },
    advice: {
      'zh-CN': '检查证书是否过期、域名是否一致；内部 CA 需要加入信任。',
      'zh-TW': '請檢查憑證是否過期、網域名稱是否一致；內部 CA 需要加入信任。',
      en: 'Check that it is not expired and names the host; a private CA has to be trusted first.',
    },
  },
  'tls-failed': {
    sentence: {
      'zh-CN': 'TLS 握手失败。',
      'zh-TW': 'TLS 交握失敗。',
      en: 'The TLS handshake failed.',
    },
    advice: {
      'zh-CN': '检查端口是否真的使用 TLS，以及双方支持的版本。',
      'zh-TW': '請檢查連接埠是否確實使用 TLS，以及雙方支援的版本。',
      en: 'Check that this port speaks TLS, and the versions both sides support.',
    },
  },
  'forbidden-address': {
    sentence: {
      'zh-CN': '这是内网地址，默认不允许访问。',
      'zh-TW': '這是內部網路位址，預設不允許存取。',
      en: 'This is a private address, closed by default.',
    },
    advice: {
      'zh-CN': '确需访问时，请运维人员在 HIGHWATER_ALLOWED_NETWORKS 中放行。',
      'zh-TW': '確實需要存取時，請維運人員在 HIGHWATER_ALLOWED_NETWORKS 中放行。',
      en: 'If it is meant, an operator can open it with HIGHWATER_ALLOWED_NETWORKS.',
    },
  },
  'address-never-open': {
    sentence: {
      'zh-CN': '这是链路本地、云元数据或组播地址，任何设置都不能放行。',
      'zh-TW': '這是連結本機、雲端中繼資料或多點傳送位址，任何設定都不能放行。',
      en: 'This is a link-local, cloud metadata or multicast address, which no setting opens.',
    },
    advice: {
      'zh-CN': '检查地址，以及域名是否解析到了意外的地方。',
      'zh-TW': '請檢查位址，以及網域名稱是否解析到非預期的地方。',
      en: 'Check the address, and whether its name resolves to an unexpected place.',
    },
  },
  'own-address': {
    sentence: {
      'zh-CN': '这个地址指向 Highwater 自己或它的数据库。',
      'zh-TW': '這個位址指向 Highwater 自己或它的資料庫。',
      en: 'This address leads to Highwater itself or to its database.',
    },
    advice: {
      'zh-CN': '填写接收方的地址，而不是 Highwater 的地址。',
      'zh-TW': '請填寫接收方的位址，而不是 Highwater 的位址。',
      en: 'Enter the address of the receiver rather than that of Highwater.',
    },
  },
  'proxy-unreachable': {
    sentence: {
      'zh-CN': '无法连接代理。',
      'zh-TW': '無法連線到代理伺服器。',
      en: 'The proxy cannot be reached.',
    },
    advice: {
      'zh-CN': '检查代理的地址和端口，确认代理正在运行。',
      'zh-TW': '請檢查代理伺服器的位址和連接埠，確認它正在執行。',
      en: 'Check host and port of the proxy, and that it is running.',
    },
  },
  'proxy-refused-tunnel': {
    sentence: {
      'zh-CN': '代理不允许建立 HTTPS 隧道（CONNECT）。',
      'zh-TW': '代理伺服器不允許建立 HTTPS 通道（CONNECT）。',
      en: 'The proxy refused an HTTPS tunnel (CONNECT).',
    },
    advice: {
      'zh-CN':
        '让代理放行到该端口的 CONNECT；Webhook 也可以把地址改为 http 开头，但令牌和内容在代理与厂商之间将以明文传输。',
      'zh-TW':
        '請讓代理伺服器放行到該連接埠的 CONNECT；Webhook 也可以把位址改為 http 開頭，但權杖和內容在代理伺服器與廠商之間將以明文傳輸。',
      en: 'Let the proxy allow CONNECT to this port; a webhook may use an address that starts with http instead, but token and text then travel in the clear beyond the proxy.',
    },
  },
  'proxy-cannot-reach': {
    sentence: {
      'zh-CN': '代理没有建立到接收方的连接。',
      'zh-TW': '代理伺服器沒有建立到接收方的連線。',
      en: 'The proxy gave no connection to the receiver.',
    },
    advice: {
      'zh-CN': '检查接收方是否正常，以及代理能否解析并访问它的地址；会自动重试。',
      'zh-TW': '請檢查接收方是否正常，以及代理伺服器能否解析並存取它的位址；會自動重試。',
      en: 'Check that the receiver is up, and that the proxy resolves and reaches its address; it is tried again by itself.',
    },
  },
  'proxy-sign-in': {
    sentence: {
      'zh-CN': '代理要求登录，或拒绝了用户名密码。',
      'zh-TW': '代理伺服器要求登入，或拒絕了使用者名稱和密碼。',
      en: 'The proxy wants a sign-in or refused it.',
    },
    advice: {
      'zh-CN': '在代理地址里写上正确的用户名和密码。',
      'zh-TW': '請在代理伺服器位址中寫上正確的使用者名稱和密碼。',
      en: 'Write the right user and password into the proxy address.',
    },
  },
  'answer-timeout': {
    sentence: {
      'zh-CN': '消息已发出，但在时限内没有答复。',
      'zh-TW': '訊息已送出，但等候回覆逾時。',
      en: 'The message left, but no answer came within the time allowed.',
    },
    advice: {
      'zh-CN': '消息可能已经送达；重试时会注明可能重复。',
      'zh-TW': '訊息可能已經送達；重試時會註明可能重複。',
      en: 'It may have arrived; a retry says that it may be a duplicate.',
    },
  },
  'connection-lost': {
    sentence: {
      'zh-CN': '连接在得到完整答复之前断开。',
      'zh-TW': '連線在收到完整回覆之前中斷。',
      en: 'The connection broke before a whole answer came.',
    },
    advice: {
      'zh-CN': '消息可能已经送达；如果经常出现，请检查代理和防火墙。',
      'zh-TW': '訊息可能已經送達；如果經常出現，請檢查代理伺服器和防火牆。',
      en: 'The message may have arrived; if it happens often, check proxies and firewalls.',
    },
  },
  'timed-out-unsent': {
    sentence: {
      'zh-CN': '已连上，但对方在时限内没有应答，消息没有发出。',
      'zh-TW': '已連上，但對方回應逾時，訊息沒有送出。',
      en: 'Connected, but the receiver did not answer in time, so the message was not sent.',
    },
    advice: {
      'zh-CN': '会自动重试；持续出现时请检查对方的负载。',
      'zh-TW': '會自動重試；持續出現時請檢查對方的負載。',
      en: 'It is tried again; if it goes on, look at the load of the receiver.',
    },
  },
  'cut-off-unsent': {
    sentence: {
      'zh-CN': '消息还没有发出，连接就断开了。',
      'zh-TW': '訊息還沒有送出，連線就中斷了。',
      en: 'The connection broke before the message was sent.',
    },
    advice: {
      'zh-CN': '会自动重试；如果经常出现，请检查代理和防火墙。',
      'zh-TW': '會自動重試；如果經常出現，請檢查代理伺服器和防火牆。',
      en: 'It is tried again; if it happens often, check proxies and firewalls.',
    },
  },
  stopped: {
    sentence: {
      'zh-CN': 'worker 停止时中断了这次发送。',
      'zh-TW': 'worker 停止時中斷了這次傳送。',
      en: 'The attempt was cut off by a stopping worker.',
    },
    advice: {
      'zh-CN': '无需处理，会自动重试。',
      'zh-TW': '不必處理，會自動重試。',
      en: 'Nothing to do: it is tried again.',
    },
  },
}
