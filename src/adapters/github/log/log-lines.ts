/**
 * Splits a text from outside into lines that the runner never takes for workflow commands: it looks for `::` at the start of a line
 * (after white space), and for the older `##[` anywhere in it. A carriage return starts a line, too.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export function harmlessLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).map((line) => line.replaceAll('##[', '## [').replace(/^([\s\u0085]*):(?=:)/, '$1: '))
}

/** A workflow command such as `::group::Build`. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export function workflowCommand(name: 'group' | 'endgroup' | 'warning', value = ''): string {
  return `::${name}::${escaped(value)}`
}

/** An annotation that marks the step as failed. */
export function errorCommand(value: string, title = ''): string {
  const property = title === '' ? '' : ` title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`
  return `::error${property}::${escaped(value)}`
}

function escaped(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}
