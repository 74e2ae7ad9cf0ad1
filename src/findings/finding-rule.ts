import type { JSONSchema } from '@typescript-eslint/utils'
import type { Declarations } from '../analysis/declared/declarations.js'
import type { Project } from '../analysis/project.js'
import type { Finding } from './types.js'

/** What a rule asks a project and how it says the answer, whoever prints it. */
export interface FindingRule<MessageId extends string = string, Options extends object = object> {
  /** Without the plugin's prefix. */
  readonly name: string
  readonly description: string
  /** The first preset that has it: what `recommended` has, `strict` has as well. */
  readonly preset: Preset
  /** Of the options, in ESLint's form: one schema for each of them. */
  readonly schema: readonly JSONSchema.JSONSchema4[]
  /** Templates by message id: `{{api}}` stands for what the finding's data has under `api`. */
  readonly messages: Readonly<Record<MessageId, string>>
  /** Every option, as it is where a configuration says nothing of it. */
  readonly defaults: Options
  /** In what both presets differ from the defaults, because another rule of theirs sees to it. */
  readonly inPresets?: Partial<Options>
  /** In what `strict` differs from `recommended`. */
  readonly strict: Partial<Options>
  /** What its options say of APIs beyond the catalogue; the project is linked with it. */
  declares?(options: Options): Declarations
  /** Whether it may find anything in a file, with whatever options: cheap to tell, and the answer for most. */
  mayFind(file: number, project: Project): boolean
  find(file: number, project: Project, options: Options): readonly Finding<MessageId>[]
}

/** Where a rule is explained. */
export function docsUrl(name: string): string {
  return `https://github.com/eslint-plugin-event-loop/eslint-plugin-event-loop/blob/main/docs/rules/${name}.md`
}

export type Preset = 'recommended' | 'strict'

/** The options that a preset gives to a rule, all of them. */
export function presetOptions<Options extends object>(
  rule: Pick<FindingRule<string, Options>, 'defaults' | 'inPresets' | 'strict'>,
  preset: Preset,
): Options {
  return { ...rule.defaults, ...presetChanges(rule, preset) }
}

/** In what a preset differs from the defaults of a rule. */
export function presetChanges<Options extends object>(
  { inPresets, strict }: Pick<FindingRule<string, Options>, 'inPresets' | 'strict'>,
  preset: Preset,
): Partial<Options> {
  return preset === 'strict' ? { ...inPresets, ...strict } : { ...inPresets }
}

/** The message of a finding, with the text that ESLint makes of the same template. */
export function messageOf({ messages }: Pick<FindingRule, 'messages'>, finding: Finding): string {
  return fill(messages[finding.messageId] ?? '', finding.data)
}

/** The message without the chain, for where the chain is shown beside it. */
export function headlineOf({ messages }: Pick<FindingRule, 'messages'>, finding: Finding): string {
  return fill((messages[finding.messageId] ?? '').replace(': {{chain}}', ''), finding.data)
}

function fill(template: string, data: Finding['data']): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    Object.hasOwn(data, name) ? (data[name] ?? whole) : whole,
  )
}
