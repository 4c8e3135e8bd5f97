import { type Attributes, classList, i18nAttributes, type PluralText } from '../attributes.ts'
import { isGiven } from '../content.ts'
import { describedBy, type FieldProps, FormGroup } from '../formGroup.tsx'

export type FileUploadProps = FieldProps & {
  disabled?: boolean | undefined
  multiple?: boolean | undefined
  /** Lets files be dropped on it, where there are scripts. */
  javascript?: boolean | undefined
  chooseFilesButtonText?: string | undefined
  dropInstructionText?: string | undefined
  multipleFilesChosenText?: PluralText | undefined
  noFileChosenText?: string | undefined
  enteredDropZoneText?: string | undefined
  leftDropZoneText?: string | undefined
  wrapperClasses?: string | undefined
  wrapperAttributes?: Attributes | undefined
}

/** A question answered by choosing a file. Its types go in `attributes`, as `accept`. */
export function FileUpload(props: FileUploadProps) {
  const id = props.id || props.name
  const input = (
    <input
      class={classList(
        'govuk-file-upload',
        props.classes,
        isGiven(props.errorMessage) && 'govuk-file-upload--error',
      )}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedBy(id, props, props.describedBy)}
      {...props.attributes}
    />
  )
  return (
    <FormGroup id={id} field={props}>
      {props.formGroup?.beforeInput}
      {props.javascript ? (
        <div
          class={classList('govuk-file-upload-wrapper', props.wrapperClasses)}
          data-module="govuk-file-upload"
          {...i18nAttributes({
            'choose-files-button': props.chooseFilesButtonText,
            'no-file-chosen': props.noFileChosenText,
            'multiple-files-chosen': props.multipleFilesChosenText,
            'drop-instruction': props.dropInstructionText,
            'entered-drop-zone': props.enteredDropZoneText,
            'left-drop-zone': props.leftDropZoneText,
          })}
          {...props.wrapperAttributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}
