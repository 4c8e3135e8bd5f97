import type { ComponentChildren } from 'preact'
import { type Attributes, classList, idList } from './attributes.ts'
import { type Content, contentOf, isGiven, optionsOf, type Rich } from './content.ts'
import { ErrorMessage, type ErrorMessageOptions } from './error-message/ErrorMessage.tsx'
import { Fieldset, type FieldsetOptions, type LegendOptions } from './fieldset/Fieldset.tsx'
import { Hint, type HintOptions } from './hint/Hint.tsx'
import { Label, type LabelOptions } from './label/Label.tsx'

/** The box around a question: its label, hint, error and field. */
export type FormGroupOptions = { classes?: string | undefined; attributes?: Attributes | undefined }

/** What every question has: help with answering it, and what is wrong with the answer. */
export type QuestionProps = {
  hint?: Rich<HintOptions>
  /** Nothing is wrong when it is empty or not given. */
  errorMessage?: Rich<ErrorMessageOptions>
}

/** What every question with one field has. */
export type FieldProps = QuestionProps & {
  name: string
  /** The name of the field when not given. */
  id?: string | undefined
  label: Rich<LabelOptions>
  /** Ids of further elements that describe the field, read out before hint and error. */
  describedBy?: string | undefined
  formGroup?: (FormGroupOptions & { beforeInput?: Content; afterInput?: Content }) | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** What every question with a group of fields has. */
export type GroupProps = QuestionProps & {
  /** The question. Puts the fields in a fieldset. */
  legend?: Rich<LegendOptions>
  /** Options of the fieldset; given, even empty, there is one without a legend too. */
  fieldset?: FieldsetOptions | undefined
  formGroup?: (FormGroupOptions & { beforeInputs?: Content; afterInputs?: Content }) | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The ids that describe a field whose own id is given: those given, its hint, its error. */
export function describedBy(id: string, props: QuestionProps, others?: string): string | undefined {
  return idList(others, isGiven(props.hint) && `${id}-hint`, isGiven(props.errorMessage) && `${id}-error`)
}

/** The label, hint and error of a question with one field, in their box, with the field as `children`. */
export function FormGroup({
  id,
  field,
  children,
}: {
  id: string
  field: FieldProps
  children: ComponentChildren
}) {
  const { label, formGroup } = field
  const options = optionsOf(label)
  return (
    <div class={groupClasses(field, formGroup)} {...formGroup?.attributes}>
      <Label
        classes={options?.classes}
        isPageHeading={options?.isPageHeading}
        attributes={options?.attributes}
        for={id}
      >
        {contentOf(label)}
      </Label>
      {help(id, field)}
      {children}
    </div>
  )
}

/** The legend, hint and error of a question with several fields, in their box, with the fields as `children`. */
export function GroupedFields(props: {
  id: string
  group: GroupProps
  /** As {@link describedBy} gives them. */
  describedBy: string | undefined
  role?: 'group' | undefined
  children: ComponentChildren
}) {
  const { id, group } = props
  return (
    <div class={groupClasses(group, group.formGroup)} {...group.formGroup?.attributes}>
      {hasFieldset(group) ? (
        <Fieldset
          describedBy={props.describedBy}
          classes={group.fieldset?.classes}
          role={props.role}
          attributes={group.fieldset?.attributes}
          legend={group.legend}
        >
          {help(id, group)}
          {props.children}
        </Fieldset>
      ) : (
        <>
          {help(id, group)}
          {props.children}
        </>
      )}
    </div>
  )
}

/** Whether a group of fields stands in a fieldset. */
export function hasFieldset(group: GroupProps): boolean {
  return group.fieldset !== undefined || isGiven(group.legend)
}

function groupClasses(question: QuestionProps, formGroup: FormGroupOptions | undefined): string {
  const isWrong = isGiven(question.errorMessage)
  return classList('govuk-form-group', isWrong && 'govuk-form-group--error', formGroup?.classes)
}

function help(id: string, { hint, errorMessage }: QuestionProps) {
  const hintOptions = optionsOf(hint)
  const errorOptions = optionsOf(errorMessage)
  return (
    <>
      {isGiven(hint) && (
        <Hint id={`${id}-hint`} classes={hintOptions?.classes} attributes={hintOptions?.attributes}>
          {contentOf(hint)}
        </Hint>
      )}
      {isGiven(errorMessage) && (
        <ErrorMessage
          id={`${id}-error`}
          classes={errorOptions?.classes}
          attributes={errorOptions?.attributes}
          visuallyHiddenText={errorOptions?.visuallyHiddenText}
        >
          {contentOf(errorMessage)}
        </ErrorMessage>
      )}
    </>
  )
}
