import { connect } from 'node:tls'

interface Visitor {
  readonly servername: string
  /** Certificate of the authority that the visitor trusts, as PEM. */
  readonly ca: string
}

/** The serial number of the certificate by which a host serves a visitor. */
export function shownCertificate(host: string, visitor: Visitor): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: 443, ...visitor }, () => {
      resolve(Number(`0x${socket.getPeerCertificate().serialNumber}`))
      socket.end()
    })
    socket.on('error', reject)
  })
}
