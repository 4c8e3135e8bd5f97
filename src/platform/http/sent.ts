import type { FastifyRequest } from 'fastify'
import type { Sent, Upload } from './route.ts'

/** A form's fields from a parsed body: always text, whatever was sent. */
export function sentFrom(body: unknown, files: Upload[] = []): Sent {
  const fields = new Map<string, string[]>()
  if (typeof body === 'object' && body !== null) {
    for (const [name, value] of Object.entries(body)) {
      fields.set(
        name,
        (Array.isArray(value) ? value : [value]).map(each => clean(String(each ?? ''))),
      )
    }
  }
  return {
    one: name => fields.get(name)?.at(-1) ?? '',
    all: name => fields.get(name) ?? [],
    names: () => [...fields.keys()],
    files,
  }
}

/** PostgreSQL cannot keep the character NUL, nor half a surrogate pair; neither is ever meant. */
function clean(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** Text beside a file is short: long notes are written in forms without files. */
const textBytes = 64 * 1024

export function tooLarge(): Error {
  return Object.assign(new Error('too large'), { statusCode: 413 })
}

/**
 * Reads a multipart body whole before anything is done with it: half an upload is no upload.
 * @param maxBytes how much all its parts may hold together
 * @throws a fault with the status 413 as soon as they hold more, 400 where they cannot be read
 */
export async function readMultipart(request: FastifyRequest, maxBytes: number): Promise<Sent> {
  try {
    return await readParts(request, maxBytes)
  } catch (fault) {
    // A body that ends in the middle of a part is the sender's fault and not ours.
    throw Object.assign(fault as Error, { statusCode: (fault as { statusCode?: number }).statusCode ?? 400 })
  }
}

async function readParts(request: FastifyRequest, maxBytes: number): Promise<Sent> {
  const fields: Record<string, string[]> = {}
  const files: Upload[] = []
  let left = maxBytes
  const limits = { fields: 50, fieldSize: textBytes, files: 5, fileSize: maxBytes }
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      left -= bytes.length
      if (part.filename || bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes })
    } else {
      const value = String(part.value)
      left -= Buffer.byteLength(value)
      if (part.valueTruncated) throw tooLarge()
      fields[part.fieldname] = [...(fields[part.fieldname] ?? []), value]
    }
    if (left < 0) throw tooLarge()
  }
  return sentFrom(fields, files)
}
