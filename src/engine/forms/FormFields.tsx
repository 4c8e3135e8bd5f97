import type { ComponentChildren, JSX } from 'preact'
import { writeDate } from '../../kernel/writtenDates.ts'
import {
  CharacterCount,
  Checkboxes,
  FileUpload,
  Input,
  PasswordInput,
  Textarea,
} from '../../ui/govuk/index.ts'
import { ReadingAid } from '../../ui/readability/ReadingAid.tsx'
import { type Beside, type Field, type Form, type Option, optionsOf, reasonName } from './field.ts'
import { type Beneath, ChoiceQuestion, DateQuestion, itemsOf, ScaleQuestion } from './questions.tsx'
import { RowsQuestion } from './RowsQuestion.tsx'
import { RowsRead } from './RowsRead.tsx'
import type { FieldError, Typed } from './readForm.ts'
import { foldedUnder, ShortRow } from './ShortRow.tsx'

type Given = {
  form: Form
  typed: Typed
  errors?: readonly FieldError[] | undefined
  /** What was answered before, to be read beside the question. */
  beside?: Beside | undefined
  /** What stands under a question, by its name. */
  under?: Readonly<Record<string, JSX.Element>> | undefined
  /** The row of a table that takes the focus. */
  goTo?: GoTo
}

type GoTo = { field: string; row: string } | undefined

/** A form's questions, each with what was typed and what is wrong with it, in the order of the declaration. */
export function FormFields({ form, typed, errors = [], beside = {}, under = {}, goTo }: Given) {
  const inside = new Set<string>()
  for (const [name, field] of Object.entries(form.fields))
    if (revealedBy(form, field) || field.foldedUnder) inside.add(name)
  const show = (name: string): JSX.Element | null => {
    const field = form.fields[name]
    return field ? (
      <AskedWhen key={name} form={form} field={field}>
        <WithLast last={beside[name]}>
          <FormField
            name={name}
            field={field}
            isMarked={!form.saysOptionalOnce && !form.isPartial}
            typed={typed[name]}
            whole={{ typed, errors, goTo: goTo?.field === name ? goTo.row : undefined }}
            error={errors.find(error => error.field === name)?.message}
            beneath={value => [
              reasonFor(name, field, value, typed, errors),
              ...Object.entries(form.fields)
                .filter(
                  ([, other]) =>
                    other.appliesWhen?.field === name &&
                    other.appliesWhen.is[0] === value &&
                    revealedBy(form, other),
                )
                .map(([other]) => show(other)),
            ]}
          />
        </WithLast>
        {under[name]}
      </AskedWhen>
    ) : null
  }
  return (
    <>
      {Object.keys(form.fields)
        .filter(name => !inside.has(name))
        .map(name => {
          const folded = foldedUnder(form, name)
          if (folded.length === 0) return show(name)
          return <ShortRow key={name} {...{ name, folded, typed, errors, show }} />
        })}
    </>
  )
}

/** What was answered last time stands beside the question on a wide screen, and below it on a narrow one. */
function WithLast({
  last,
  children,
}: {
  last: Beside[string] | undefined
  children: JSX.Element
}): JSX.Element {
  if (!last) return children
  return (
    <div class="tl-with-last">
      {children}
      <div class="tl-last">
        <p class="govuk-hint">{writeDate(last.on)}:</p>
        {last.rows ? (
          <RowsRead table={last.rows} />
        ) : (
          <p class="govuk-body tl-keep-lines" dir="auto">
            {last.said}
          </p>
        )}
      </div>
    </div>
  )
}

/**
 * A question that hangs on several answers of an earlier one says so in words; where there are scripts it is shown
 * only when it applies.
 */
function AskedWhen({
  form,
  field,
  children,
}: {
  form: Form
  field: Field
  children: ComponentChildren
}): JSX.Element {
  const { appliesWhen } = field
  const asked = appliesWhen && form.fields[appliesWhen.field]
  if (!appliesWhen || !asked || revealedBy(form, field)) return <>{children}</>
  const answers = optionsOf(asked).filter(option => appliesWhen.is.includes(option.value))
  return (
    <div data-asked-after={appliesWhen.field} data-asked-when={appliesWhen.is.join(' ')}>
      {/* What is folded away stands beneath its question already, and is opened only by whoever needs it. */}
      {!field.foldedUnder && (
        <p class="govuk-hint tl-asked-when">
          If you chose {answers.map(({ label }) => `“${label}”`).join(' or ')}:
        </p>
      )}
      {children}
    </div>
  )
}

/** A question that hangs on one answer of a set of radio buttons stands beneath that answer. */
function revealedBy(form: Form, field: Field): boolean {
  const asked = field.appliesWhen && form.fields[field.appliesWhen.field]
  return asked?.kind === 'choice' && asked.as !== 'select' && field.appliesWhen?.is.length === 1
}

type FieldGiven = {
  name: string
  field: Field
  /** Whether a question that may be left empty says so. */
  isMarked: boolean
  typed: string | readonly string[] | undefined
  /** All that was typed, and all that is wrong: for a question with boxes of its own. */
  whole: { typed: Typed; errors: readonly FieldError[]; goTo: string | undefined }
  error: string | undefined
  /** What stands beneath one of the answers: its reason, and questions that hang on it. */
  beneath: Beneath
}

const widths = { short: 'govuk-input--width-10', medium: 'govuk-input--width-20', full: '' }

function FormField({ name, field, isMarked, typed, whole, error, beneath }: FieldGiven): JSX.Element {
  const value = typeof typed === 'string' ? typed : ''
  const label =
    field.required || field.isUnmarked || field.kind === 'choices' || !isMarked
      ? field.label
      : `${field.label} (optional)`
  const common = {
    id: name,
    name,
    label: { text: label, classes: 'govuk-label--s' },
    hint: field.hint,
    errorMessage: error,
  }
  switch (field.kind) {
    case 'text':
      return (
        <Input
          {...common}
          value={value}
          autocomplete={field.autocomplete ?? 'off'}
          inputmode={field.inputmode}
          classes={widths[field.width ?? (field.isName ? 'medium' : 'full')]}
          spellcheck={field.isName ? false : undefined}
          attributes={field.isName ? { dir: 'auto' } : undefined}
        />
      )
    case 'email':
      return (
        <Input
          {...common}
          type="email"
          value={value}
          autocomplete={field.autocomplete ?? 'off'}
          spellcheck={false}
          classes={widths.medium}
        />
      )
    case 'password':
      return <PasswordInput {...common} autocomplete={field.autocomplete} />
    case 'textarea':
      return field.maxLength && field.maxLength <= 4_000 ? (
        <CharacterCount
          {...common}
          value={value}
          maxlength={field.maxLength}
          rows={field.rows}
          threshold={75}
          {...(field.readByChild && {
            formGroup: { afterInput: <ReadingAid field={name} text={value} /> },
          })}
        />
      ) : (
        <Textarea {...common} value={value} rows={field.rows ?? 8} attributes={{ dir: 'auto' }} />
      )
    case 'date':
      return <DateQuestion name={name} field={field} label={label} value={value} error={error} />
    case 'time':
      return (
        <Input
          {...common}
          hint={field.hint ?? 'For example, 9:30am or 16:00'}
          value={value}
          classes="govuk-input--width-5"
          autocomplete="off"
        />
      )
    case 'number':
      return (
        <Input
          {...common}
          value={value}
          inputmode={field.decimals ? 'decimal' : 'numeric'}
          classes="govuk-input--width-4"
          autocomplete="off"
        />
      )
    case 'choice':
      return <ChoiceQuestion common={common} field={field} value={value} beneath={beneath} />
    case 'choices':
      return (
        <Checkboxes
          name={name}
          idPrefix={name}
          legend={{ text: label, classes: 'govuk-fieldset__legend--s' }}
          hint={field.hint}
          errorMessage={error}
          items={itemsOf(field.options, beneath)}
          values={[typed ?? []].flat()}
        />
      )
    case 'scale':
      return <ScaleQuestion common={common} field={field} value={value} />
    case 'rows':
      return (
        <RowsQuestion
          name={name}
          field={field}
          label={label}
          {...whole}
          cell={(at, cell) => (
            <FormField
              key={at}
              name={at}
              field={cell}
              isMarked={false}
              typed={whole.typed[at]}
              whole={whole}
              error={whole.errors.find(each => each.field === at)?.message}
              beneath={() => []}
            />
          )}
        />
      )
    case 'fact':
    case 'person':
    case 'place':
    case 'around':
      throw new Error(`“${field.label}” is made a choice of what is known before it is shown`)
    case 'file':
      return (
        <FileUpload {...common} javascript attributes={field.accept ? { accept: field.accept } : undefined} />
      )
  }
}

function reasonFor(
  name: string,
  field: Field,
  value: string,
  typed: Typed,
  errors: readonly FieldError[],
): JSX.Element | null {
  if (field.kind !== 'choice' && field.kind !== 'choices') return null
  const option: Option | undefined = field.options.find(each => each.value === value)
  if (!option?.needsReason) return null
  const at = reasonName(name, value)
  return (
    <Textarea
      key={at}
      id={at}
      name={at}
      label={option.needsReason}
      rows={3}
      value={String(typed[at] ?? '')}
      errorMessage={errors.find(error => error.field === at)?.message}
    />
  )
}
