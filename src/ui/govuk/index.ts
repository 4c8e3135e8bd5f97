export { Accordion, type AccordionProps, type AccordionSection } from './accordion/Accordion.tsx'
export { type Attributes, classList, type HeadingLevel, type PluralText } from './attributes.ts'
export { BackLink, type BackLinkProps } from './back-link/BackLink.tsx'
export { type Breadcrumb, Breadcrumbs, type BreadcrumbsProps } from './breadcrumbs/Breadcrumbs.tsx'
export { ActionGroup, type ActionGroupProps, type ButtonAction } from './button/ActionGroup.tsx'
export { Button, type ButtonProps } from './button/Button.tsx'
export { CharacterCount, type CharacterCountProps } from './character-count/CharacterCount.tsx'
export { Checkboxes, type CheckboxesProps, type CheckboxItem } from './checkboxes/Checkboxes.tsx'
export type { Choice, Divider } from './choices.tsx'
export {
  type Content,
  contentOf,
  isGiven,
  isPresent,
  isWords,
  type Omitted,
  optionsOf,
  type Rich,
} from './content.ts'
export {
  CookieBanner,
  type CookieBannerMessage,
  type CookieBannerProps,
} from './cookie-banner/CookieBanner.tsx'
export { DateInput, type DateInputField, type DateInputProps } from './date-input/DateInput.tsx'
export { Details, type DetailsProps } from './details/Details.tsx'
export {
  ErrorMessage,
  type ErrorMessageOptions,
  type ErrorMessageProps,
} from './error-message/ErrorMessage.tsx'
export { ErrorSummary, type ErrorSummaryItem, type ErrorSummaryProps } from './error-summary/ErrorSummary.tsx'
export { ExitThisPage, type ExitThisPageProps } from './exit-this-page/ExitThisPage.tsx'
export { Feedback, type FeedbackProps } from './feedback/Feedback.tsx'
export {
  Fieldset,
  type FieldsetOptions,
  type FieldsetProps,
  type LegendOptions,
} from './fieldset/Fieldset.tsx'
export { FileUpload, type FileUploadProps } from './file-upload/FileUpload.tsx'
export { Footer, type FooterLink, type FooterProps, type FooterSection } from './footer/Footer.tsx'
export {
  describedBy,
  type FieldProps,
  FormGroup,
  type FormGroupOptions,
  GroupedFields,
  type GroupProps,
  type QuestionProps,
} from './formGroup.tsx'
export { GenericHeader, type GenericHeaderProps } from './generic-header/GenericHeader.tsx'
export { Header, type HeaderProps } from './header/Header.tsx'
export { Hint, type HintOptions, type HintProps } from './hint/Hint.tsx'
export { type AffixOptions, Input, type InputProps } from './input/Input.tsx'
export { InsetText, type InsetTextProps } from './inset-text/InsetText.tsx'
export { Label, type LabelOptions, type LabelProps } from './label/Label.tsx'
export {
  type Language,
  LanguageNavigation,
  type LanguageNavigationProps,
} from './language-navigation/LanguageNavigation.tsx'
export {
  NotificationBanner,
  type NotificationBannerProps,
} from './notification-banner/NotificationBanner.tsx'
export type { PaginationLink } from './pagination/ArrowLink.tsx'
export { type PageItem, Pagination, type PaginationProps } from './pagination/Pagination.tsx'
export { Panel, type PanelProps } from './panel/Panel.tsx'
export { PasswordInput, type PasswordInputProps } from './password-input/PasswordInput.tsx'
export { PhaseBanner, type PhaseBannerProps } from './phase-banner/PhaseBanner.tsx'
export { type RadioItem, Radios, type RadiosProps } from './radios/Radios.tsx'
export { Select, type SelectItem, type SelectProps } from './select/Select.tsx'
export {
  type NavigationItem,
  type NavigationSlots,
  ServiceNavigation,
  type ServiceNavigationProps,
} from './service-navigation/ServiceNavigation.tsx'
export { SkipLink, type SkipLinkProps } from './skip-link/SkipLink.tsx'
export type { Action, ActionList } from './summary-list/ActionLink.tsx'
export {
  type SummaryCardOptions,
  SummaryList,
  type SummaryListProps,
  type SummaryListRow,
} from './summary-list/SummaryList.tsx'
export { Table, type TableCell, type TableCellOptions, type TableProps } from './table/Table.tsx'
export { type Tab, Tabs, type TabsProps } from './tabs/Tabs.tsx'
export { Tag, type TagProps } from './tag/Tag.tsx'
export { type Task, TaskList, type TaskListProps } from './task-list/TaskList.tsx'
export { Textarea, type TextareaProps } from './textarea/Textarea.tsx'
export { WarningText, type WarningTextProps } from './warning-text/WarningText.tsx'
