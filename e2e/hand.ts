import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A file as a person picks it from their computer. */
export type PickedFile = { name: string; mimeType: string; buffer: Buffer }

/** How somebody works a page, by the words that stand on it. Each waits for what it names. */
export type Hand = {
  page: Page
  follow(link: string | RegExp): Promise<void>
  /** A button of the work itself, or a link that looks like one. */
  press(button: string): Promise<void>
  /** Looks for a child from wherever one is. */
  search(words: string): Promise<void>
  type(label: string, text: string): Promise<void>
  /** One answer of a question with radio buttons or checkboxes. */
  pick(question: string, answer: string): Promise<void>
  /** One answer of a question with a list that opens. */
  choose(label: string, answer: string): Promise<void>
  attach(label: string, file: PickedFile): Promise<void>
}

const main = (page: Page) => page.getByRole('main')
const linkOf = (page: Page, link: string | RegExp) =>
  page.getByRole('link', { name: link, exact: true }).first()
const buttonOf = (page: Page, name: string) =>
  main(page)
    .getByRole('button', { name, exact: true })
    .or(main(page).getByRole('link', { name, exact: true }))
    .first()
const fieldOf = (page: Page, label: string) => main(page).getByRole('textbox', { name: label, exact: true })
const answerOf = (page: Page, question: string, answer: string) =>
  main(page).getByRole('group', { name: question, exact: true }).getByLabel(answer, { exact: true })

/** A form that a script sends stays until it is answered: nobody leaves the page before. */
const answered = (page: Page) => page.locator('form[data-sending]').waitFor({ state: 'detached' })

/** Works a page with a mouse, or a finger. `arrived` is called whenever a page has been reached. */
export function pointer(page: Page, arrived: (page: Page) => Promise<void> = async () => {}): Hand {
  return {
    page,
    async follow(link) {
      await linkOf(page, link).click()
      await arrived(page)
    },
    async press(button) {
      await buttonOf(page, button).click()
      await answered(page)
      await arrived(page)
    },
    async search(words) {
      const box = page.getByRole('banner').getByRole('searchbox')
      await box.fill(words)
      await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
      await arrived(page)
    },
    type: (label, text) => fieldOf(page, label).fill(text),
    pick: (question, answer) => answerOf(page, question, answer).check(),
    async choose(label, answer) {
      await main(page).getByRole('combobox', { name: label, exact: true }).selectOption({ label: answer })
    },
    attach: (label, file) =>
      main(page)
        .locator('.govuk-form-group', { hasText: label })
        .locator('input[type=file]')
        .setInputFiles(file),
  }
}

/** A finger on a phone: no page may be wider than the screen. */
export function phone(page: Page): Hand {
  return pointer(page, expectNoSidewaysScrolling)
}

/** The page fits the screen; wide tables scroll within themselves. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  await page.waitForLoadState()
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: window.innerWidth,
  }))
  expect(wide, `${page.url()} is ${wide} wide on a screen of ${room}`).toBeLessThanOrEqual(room)
}

/** Works a page with Tab, Shift, Enter, Space, arrows and letters only. What has the focus must show that it has. */
export function keyboard(page: Page): Hand {
  const reach = (target: Locator) => tabTo(page, target)
  return {
    page,
    async follow(link) {
      await reach(linkOf(page, link))
      await page.keyboard.press('Enter')
    },
    async press(button) {
      await reach(buttonOf(page, button))
      await page.keyboard.press('Enter')
      await answered(page)
    },
    async search(words) {
      await page.keyboard.press('/')
      expect(
        await page.getByRole('banner').getByRole('searchbox').evaluate(hasFocus),
        '/ leads to search',
      ).toBe(true)
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
    },
    async type(label, text) {
      await reach(fieldOf(page, label))
      await page.keyboard.press('Control+A')
      await page.keyboard.type(text)
    },
    async pick(question, answer) {
      const wanted = answerOf(page, question, answer)
      if ((await wanted.getAttribute('type')) === 'checkbox') await reach(wanted)
      else await arrowTo(page, page.getByRole('group', { name: question, exact: true }), wanted)
      if (!(await wanted.isChecked())) await page.keyboard.press('Space')
      expect(await wanted.isChecked(), `${question} ${answer}`).toBe(true)
    },
    async choose(label, answer) {
      const list = page.getByRole('combobox', { name: label, exact: true })
      await reach(list)
      const answers = await list.locator('option').allTextContents()
      await page.keyboard.press('Home')
      for (let at = answers.indexOf(answer); at > 0; at -= 1) await page.keyboard.press('ArrowDown')
      expect(await list.locator('option:checked').textContent()).toBe(answer)
    },
    async attach(label, file) {
      // The script sets a button in the place of the browser's own field: not before that is there a place to go to.
      await page.locator('[data-govuk-file-upload-init]').waitFor()
      // Listened for before the button is reached: the browser must know of it before the key comes down.
      const opened = page.waitForEvent('filechooser')
      opened.catch(() => {})
      await reach(page.getByRole('button', { name: label }))
      await page.keyboard.press('Enter')
      await (await opened).setFiles(file)
    },
  }
}

const mostTabs = 250

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    if (await target.evaluate(hasFocus)) {
      expect(await target.evaluate(showsFocus), `the focus can be seen on ${target}`).toBe(true)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} cannot be reached with Tab on ${page.url()}`)
}

/** The radio buttons of a question are one stop: the arrows go from one to the next. */
async function arrowTo(page: Page, question: Locator, wanted: Locator): Promise<void> {
  const focused = question.locator('input[type=radio]:focus')
  for (let pressed = 0; (await focused.count()) === 0; pressed += 1) {
    if (pressed === mostTabs) throw new Error(`${question} cannot be reached with Tab on ${page.url()}`)
    await page.keyboard.press('Tab')
  }
  expect(await focused.evaluate(showsFocus), `the focus can be seen on ${question}`).toBe(true)
  const answers = await question.locator('input[type=radio]').count()
  for (let pressed = 0; pressed < answers && !(await wanted.evaluate(hasFocus)); pressed += 1)
    await page.keyboard.press('ArrowDown')
}

const hasFocus = (element: Element) => element === document.activeElement

/** Whether the element that has the focus looks different for it: an outline or a shadow, its own or its label's. */
const showsFocus = (element: Element) => {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  const parts = [getComputedStyle(element), ...(label ? [getComputedStyle(label, '::before')] : [])]
  return parts.some(
    ({ outlineStyle, outlineWidth, boxShadow }) =>
      (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
  )
}
