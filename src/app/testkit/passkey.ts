import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** A passkey made of software, as a browser would answer with it (WebAuthn Level 3, sections 6 and 7). */
export type SoftPasskey = {
  id: string
  /** The answer to a question for a new passkey. */
  register(options: { challenge: string }): unknown
  /** The answer to a question for this passkey. */
  signIn(options: { challenge: string }): unknown
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 }

/**
 * Makes one for a site.
 * @param verifiesPerson whether it asks for a fingerprint or a PIN; a plain security key does not
 */
export function makeSoftPasskey(origin: string, verifiesPerson = true): SoftPasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let uses = 0

  const authenticatorData = (more: number, attested = Buffer.alloc(0)) => {
    uses += 1
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(uses)
    const bits = flags.present | (verifiesPerson ? flags.verified : 0) | more
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([bits]), counter, attested])
  }
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const answer = (response: Record<string, unknown>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  })

  return {
    id: id.toString('base64url'),
    register({ challenge }) {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ])
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, isoCBOR.encode(cose)])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authenticatorData(flags.attested, attested))],
      ])
      return answer({
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
        transports: ['internal'],
      })
    },
    signIn({ challenge }) {
      const data = authenticatorData(0)
      const client = clientData('webauthn.get', challenge)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return answer({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
      })
    },
  }
}

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest()
}
