import type { DocumentDefinition } from '../../engine/documents/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Answer, forbidden, notFound, type Request, turnBack } from '../../platform/http/index.ts'
import { type Child, childOf } from '../children/index.ts'
import { definitionOf, mayReadKind, mayWriteKind, type OneDocument } from './document.ts'
import { findDocumentOf } from './documentQueries.ts'
import { documentPath } from './paths.ts'
import type { Pulling } from './sources.ts'

/** A document with the child whom it is about. */
export type Loaded = { child: Child; document: OneDocument }

/** The document of an address, for somebody who may read it. */
export async function readDocument(request: Request): Promise<Loaded | undefined> {
  const child = await childOf(request)
  const document = child && (await findDocumentOf(request.tx, child.childId, request.params.documentId ?? ''))
  if (!child || !document) return undefined
  return mayReadKind(document.kind, asking(request, child)) ? { child, document } : undefined
}

/** The document of an address, with its definition, for somebody who may write it as it stands. */
export async function loadToWrite(
  request: Request,
): Promise<Result<Loaded & { definition: DocumentDefinition; today: Temporal.PlainDate }, Answer>> {
  const loaded = await readDocument(request)
  if (!loaded) return refused(notFound)
  const { child, document } = loaded
  const definition = definitionOf(document.kind)
  if (!definition || !mayWriteKind(document.kind, asking(request, child))) return refused(forbidden())
  return document.state === 'set-aside'
    ? refused(turnBack(documentPath.to(document), 'This document was set aside.'))
    : ok({ ...loaded, definition, today: request.today })
}

export const asking = ({ who }: Request, { isRelated }: Child) => ({ roles: who.roles, isRelated })

/**
 * What a document pulls is read with this. It is signed by whoever began it, whoever looks at it or sends it; one that is being begun, by
 * whoever begins it.
 */
export const pullingOf = (
  { who, today, now }: Request,
  child: Child,
  definition: DocumentDefinition,
  about: Pulling['about'] & Partial<Pick<OneDocument, 'madeBy' | 'madeByRoles'>>,
): Pulling => ({
  child,
  definition,
  about,
  maker: {
    serviceName: who.serviceName,
    name: about.madeBy ?? who.name,
    roles: [...(about.madeByRoles ?? who.roles)],
  },
  today,
  now,
})

/** Who writes, and when. */
export const writingOf = ({ who, now }: Request) => ({ serviceId: who.serviceId, by: who.userId, at: now })
