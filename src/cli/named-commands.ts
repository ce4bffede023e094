import type { Command } from 'commander'
import type { Entry } from '#operations/catalogue.ts'
import { entries } from '#operations/index.ts'
import type { Terminal } from './command.ts'

/** What the commands below a word have in common. */
const groups: Readonly<Record<string, string>> = {
  field: 'Your field, which calibre is judged for.',
  model: 'Your closeness model: what it rests on, and what it learned from your past.',
  goal: 'Your goals: what you hope to achieve with your network.',
  token: 'Tokens: what programs, assistants and feeds show to be let in.',
  introduction: 'Your introductions: what you asked for, and what became of it.',
  matching: 'Who is who: from when on kith merges people by itself, and asks.',
  me: 'Who you are: the addresses, numbers and profiles that are yours.',
  note: 'Notes about people.',
  notebook: 'What you keep about people: notes, tags, marks, reminders.',
  outcome: 'What came of your network.',
  tag: 'Tags on people; goals can be about people with a tag.',
  time: 'Your time: minutes a week for the plan, and the days you work.',
  view: 'Views: lists of people that you narrowed and saved under a name.',
}

/**
 * Adds a command for every operation that has one, below the words before its last one. A command has its name and its
 * sentence at first; the operation is loaded, and the command given its options, when the command line comes to it.
 */
export function addCommands(program: Command, terminal: Terminal): void {
  const waiting = new Map<Command, Entry>()
  const fill = async (_: Command, command: Command): Promise<void> => {
    const entry = waiting.get(command)
    if (entry === undefined) return
    waiting.delete(command)
    const { fillCommand } = await import('./command.ts')
    fillCommand(command, await entry.load(), terminal)
  }
  program.hook('preSubcommand', fill)
  const added = (parent: Command, name: string, summary: string): Command =>
    parent.command(name).description(summary).helpCommand(false).hook('preSubcommand', fill)
  for (const entry of entries) {
    if (entry.command === null) continue
    let parent = program
    for (const word of entry.command.slice(0, -1))
      parent =
        parent.commands.find((command) => command.name() === word) ?? added(parent, word, groups[word] ?? '')
    waiting.set(added(parent, entry.command.at(-1) ?? entry.name, entry.summary), entry)
  }
}
