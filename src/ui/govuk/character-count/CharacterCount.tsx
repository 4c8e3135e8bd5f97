import { type Attributes, classList, i18nAttributes, type PluralText } from '../attributes.ts'
import type { FieldProps } from '../formGroup.tsx'
import { Hint } from '../hint/Hint.tsx'
import { Textarea } from '../textarea/Textarea.tsx'

export type CharacterCountProps = Omit<FieldProps, 'describedBy'> & {
  /** 5 when not given. */
  rows?: number | undefined
  value?: string | null | undefined
  /** The most characters. */
  maxlength?: number | undefined
  /** The most words; counts in words unless `countType` says otherwise. */
  maxwords?: number | undefined
  /** The percentage of the limit from which the count shows, 0 to 100. */
  threshold?: number | undefined
  countType?: 'characters' | 'words' | 'length' | undefined
  spellcheck?: boolean | undefined
  countMessage?: { classes?: string | undefined } | undefined
  /** "You can enter up to %{count} characters" (or words) when not given. */
  textareaDescriptionText?: string | undefined
  charactersUnderLimitText?: PluralText | undefined
  charactersAtLimitText?: string | undefined
  charactersOverLimitText?: PluralText | undefined
  wordsUnderLimitText?: PluralText | undefined
  wordsAtLimitText?: string | undefined
  wordsOverLimitText?: PluralText | undefined
}

/** A question answered in writing of a limited length. More may be typed: the count says how much too much. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name
  const { formGroup } = props
  return (
    <Textarea
      id={id}
      name={props.name}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      classes={classList('govuk-js-character-count', props.classes)}
      attributes={props.attributes}
      formGroup={{
        classes: classList('govuk-character-count', formGroup?.classes),
        attributes: countAttributes(props),
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            <Hint
              id={`${id}-info`}
              classes={classList('govuk-character-count__message', props.countMessage?.classes)}
            >
              {limitMessage(props)}
            </Hint>
            {formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}

function countTypeOf(props: CharacterCountProps) {
  return props.countType ?? (props.maxwords ? 'words' : undefined)
}

/** Without a limit there is no number to name here: the limit is then set by script. */
function limitMessage(props: CharacterCountProps): string | undefined {
  const limit = props.maxwords || props.maxlength
  if (!limit) return undefined
  const unit = countTypeOf(props) === 'words' ? 'words' : 'characters'
  const message = props.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return message.replaceAll('%{count}', String(limit))
}

function countAttributes(props: CharacterCountProps): Attributes {
  const description = props.textareaDescriptionText
  const hasLimit = Boolean(props.maxwords || props.maxlength)
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countTypeOf(props),
    ...i18nAttributes({
      'textarea-description': !hasLimit && description ? { other: description } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
    ...props.formGroup?.attributes,
  }
}
