import { parseFragment } from 'parse5'
import { renderToString } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { holdToFixtures } from '../fixtures.testkit.ts'
import { normalised } from '../html.testkit.ts'
import { Textarea } from './Textarea.tsx'

holdToFixtures('textarea', Textarea)

it.each(['one\ntwo', '\none', '\n\none', '  one ', '</textarea><b>one</b>', '&lt;'])(
  '%j comes back as it was typed',
  value => {
    const html = renderToString(<Textarea name="note" label="Note" value={value} />)
    expect(parseFragment(html).childNodes).toHaveLength(1)
    expect(normalised(html)).toContain(`    ${JSON.stringify(value)}`)
  },
)
