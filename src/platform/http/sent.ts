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

/** Reads a multipart body whole before anything is done with it: half an upload is no upload. */
export async function readMultipart(request: FastifyRequest): Promise<Sent> {
  const fields: Record<string, string[]> = {}
  const files: Upload[] = []
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      if (part.filename || bytes.length > 0) files.push({ field: part.fieldname, name: part.filename, bytes })
    } else {
      fields[part.fieldname] = [...(fields[part.fieldname] ?? []), String(part.value)]
    }
  }
  return sentFrom(fields, files)
}
