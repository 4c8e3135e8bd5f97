import type { ComponentChildren } from 'preact'
import { InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { TableRegion } from '../../ui/moj/sortable-table/TableRegion.tsx'
import { isPicture, pictureAddress } from '../../ui/pictures/pictures.ts'
import type { Block, DocumentTree } from './tree.ts'

type Given = {
  tree: DocumentTree
  /** A draft asks for what is missing; a copy that was sent only says that it is. */
  isDraft?: boolean
  /** It stands under a heading of the second level, which is its title: its own are a level lower. */
  isWithin?: boolean
}

/** A document as a page, and on paper. Its title stands above it, as a heading of the page. */
export function DocumentView({ tree, isDraft = false, isWithin = false }: Given) {
  return (
    <article
      class={tree.isLarge ? 'tl-document tl-document--large' : 'tl-document'}
      lang={tree.language}
      dir={tree.direction}
    >
      {tree.blocks.map((block, place) => (
        // The parts of a document have no names, and never change places on a page that stands.
        <OneBlock key={place} place={place} block={block} isDraft={isDraft} down={isWithin ? 1 : 0} />
      ))}
    </article>
  )
}

const headingAt = (level: number) => (level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4')

type BlockGiven = { block: Block; isDraft: boolean; place: number; down: 0 | 1 }

function OneBlock({ block, isDraft, place, down }: BlockGiven) {
  switch (block.kind) {
    case 'heading': {
      const Heading = headingAt(block.level + down)
      return (
        <Heading
          class={`${block.level === 2 ? 'govuk-heading-m' : 'govuk-heading-s'}${block.startsSheet ? ' tl-document__sheet-start' : ''}`}
          lang={block.language}
        >
          {block.words}
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p class="govuk-body tl-keep-lines" dir="auto" lang={block.language}>
          {block.words}
        </p>
      )
    case 'lines':
      return (
        <p class="govuk-body tl-keep-lines" dir="auto">
          {block.lines.join('\n')}
        </p>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map(item => (
            <li key={item} dir="auto">
              {item}
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <DocumentTable {...block} id={`table-${place}`} />
    case 'facts':
    case 'answers':
      return (
        <SummaryList
          classes={block.kind === 'facts' ? 'tl-document__facts' : 'tl-document__answers'}
          rows={(block.kind === 'facts' ? block.facts : block.answers).map(({ name, words }) => ({
            key: name,
            value: (
              <span class="tl-keep-lines" dir="auto">
                {words}
              </span>
            ),
          }))}
        />
      )
    case 'picture':
      return <PictureBlock {...block} down={down} />
    case 'signatures':
      return (
        <dl class="tl-signatures">
          {block.lines.map(line => (
            <div key={line}>
              <dt>{line}</dt>
              <dd>Date</dd>
            </div>
          ))}
        </dl>
      )
    case 'missing':
      return isDraft ? (
        <InsetText>
          <strong>{block.words}</strong>
          <br />
          {block.asks}
        </InsetText>
      ) : (
        <p class="govuk-body">{block.words}</p>
      )
  }
}

type TableGiven = Extract<Block, { kind: 'table' }> & { id: string }

function DocumentTable({ id, caption, columns, rows }: TableGiven) {
  return (
    <TableRegion labelledBy={id}>
      <table class="govuk-table">
        <caption class="govuk-table__caption govuk-table__caption--s" id={id}>
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(column => (
              <th key={column} scope="col" class="govuk-table__header">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(([first = '', ...cells]) => (
            <tr key={[first, ...cells].join('|')} class="govuk-table__row">
              <th scope="row" class="govuk-table__header">
                <Cell>{first}</Cell>
              </th>
              {columns.slice(1).map((column, place) => (
                <td key={column} class="govuk-table__cell">
                  <Cell>{cells[place] ?? ''}</Cell>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  )
}

function Cell({ children }: { children: ComponentChildren }) {
  return (
    <span class="tl-keep-lines" dir="auto">
      {children}
    </span>
  )
}

type PictureGiven = Extract<Block, { kind: 'picture' }> & { down: 0 | 1 }

function PictureBlock({ picture, alternative, words, heading, language, down }: PictureGiven) {
  const Heading = headingAt(2 + down)
  const isKnown = isPicture(picture)
  const width = heading ? 72 : 40
  return (
    <div class="tl-document__pictured">
      {isKnown && (
        <img
          class={heading ? 'tl-symbol tl-symbol--large' : 'tl-symbol tl-symbol--small'}
          src={pictureAddress(picture)}
          width={width}
          height={width}
          alt={alternative}
        />
      )}
      {heading ? (
        <Heading class="govuk-heading-m" lang={language}>
          {words}
        </Heading>
      ) : (
        <p class="govuk-body tl-keep-lines" dir="auto" lang={language}>
          {words}
        </p>
      )}
    </div>
  )
}
