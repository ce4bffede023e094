import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  Group,
  Skeleton,
  Stack,
  TagsInput,
  Text,
  TextInput,
  Textarea,
} from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { Markdown } from '../../components/Markdown.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { tellError, tellUndo } from '../../notify.tsx'
import { useOptimistic } from '../../optimistic.ts'
import { isKept } from '../../outbox.ts'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Kept = Output<'get-notebook'>
type Note = Kept['notes'][number]

/** The reading that shows what is kept about somebody. */
const notebookOf = (who: string) => ({ name: 'get-notebook' as const, input: { who } })

/** Ids of what is on its way: no entry has them. */
let onItsWay = 0
const provisionalId = (): number => (onItsWay -= 1)

/** Removes an entry and offers the way back. */
const useRemove = (who: string) => {
  const remove = useOptimistic('remove-entry', notebookOf(who), (before, { kind, id }) => ({
    ...before,
    notes: before.notes.filter((one) => kind !== 'note' || one.id !== id),
    tags: before.tags.filter((one) => kind !== 'tag' || one.id !== id),
  }))
  const undo = useChanging('undo-entry')
  return (kind: 'note' | 'tag', id: number, text: string): void => {
    // What failed, or waits, has been said.
    remove.mutateAsync({ kind, id }).then(
      () => tellUndo(text, () => undo.mutate({ kind, id }, { onError: tellError })),
      () => {},
    )
  }
}

const NoteForm = ({ who, note, onDone }: { who: string; note?: Note; onDone?: () => void }) => {
  const [text, setText] = useState(note?.text ?? '')
  const add = useChanging('add-note')
  const edit = useChanging('edit-note')
  const finish = (): void => {
    setText('')
    onDone?.()
  }
  const done = {
    onSuccess: finish,
    onError: (error: unknown) => {
      tellError(error)
      // What was typed stays in the field, unless it waits to be sent.
      if (isKept(error)) finish()
    },
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    if (note === undefined) add.mutate({ who, text: text.trim() }, done)
    else edit.mutate({ id: note.id, text: text.trim() }, done)
  }
  return (
    <form onSubmit={save} className="no-print">
      <Stack gap="xs">
        <Textarea
          aria-label={t('person.notes.write')}
          data-person-field={note === undefined ? 'note' : undefined}
          placeholder={t('person.notes.placeholder')}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={20_000}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        {text.trim() !== '' && (
          <Group gap="xs">
            <Button type="submit" size="xs" loading={add.isPending || edit.isPending}>
              {t('common.save')}
            </Button>
            {onDone && (
              <Button size="xs" variant="default" onClick={onDone}>
                {t('common.cancel')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  )
}

const OneNote = ({ who, note }: { readonly who: string; readonly note: Note }) => {
  const [editing, setEditing] = useState(false)
  const remove = useRemove(who)
  if (editing)
    return (
      <li>
        <NoteForm who={who} note={note} onDone={() => setEditing(false)} />
      </li>
    )
  return (
    <li>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div style={{ minWidth: 0 }}>
          <Markdown text={note.text} />
          <Text size="xs" c="dimmed">
            <When at={note.at} />
          </Text>
        </div>
        <Group gap={2} wrap="nowrap" className="no-print">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('person.notes.edit')}
            onClick={() => setEditing(true)}
          >
            <IconPencil size={16} stroke={1.7} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('person.notes.remove')}
            onClick={() => remove('note', note.id, t('person.notes.removed'))}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        </Group>
      </Group>
    </li>
  )
}

const Tags = ({ who, tags }: { readonly who: string; readonly tags: Kept['tags'] }) => {
  const known = useReading('list-tags', {})
  const add = useOptimistic('add-tag', notebookOf(who), (before, { tag }) => ({
    ...before,
    tags: [...before.tags, { id: provisionalId(), about: null, tag }],
  }))
  const remove = useRemove(who)
  return (
    <TagsInput
      data-person-field="tag"
      label={t('person.tags.label')}
      placeholder={tags.length === 0 ? t('person.tags.placeholder') : ''}
      value={tags.map(({ tag }) => tag)}
      data={(known.data?.tags ?? []).map(({ tag }) => tag)}
      maxTags={30}
      onChange={(next) => {
        for (const tag of next) if (!tags.some((one) => one.tag === tag)) add.mutate({ who, tag })
        for (const one of tags)
          if (!next.includes(one.tag) && one.id > 0)
            remove('tag', one.id, t('person.tags.removed', { tag: one.tag }))
      }}
    />
  )
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** How the user wants to be in touch: leave alone, and on which days. */
const Mark = ({ who, mark }: { readonly who: string; readonly mark: Kept['mark'] }) => {
  const set = useOptimistic(
    'mark-person',
    notebookOf(who),
    (before, { leaveAlone = false, days: on = [] }) => ({
      ...before,
      mark: { id: provisionalId(), about: null, until: null, reason: null, leaveAlone, days: [...on] },
    }),
  )
  const now = { leaveAlone: mark?.leaveAlone ?? false, days: mark?.days ?? [] }
  const change = (next: Partial<typeof now>): void => set.mutate({ who, ...now, ...next })
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('person.mark.leaveAlone')}
        description={
          mark?.until == null ? (
            t('person.mark.leaveAloneText')
          ) : (
            <>
              {t('person.mark.until')} <When at={mark.until} />
            </>
          )
        }
        checked={now.leaveAlone}
        onChange={({ currentTarget: { checked } }) => change({ leaveAlone: checked })}
      />
      <Checkbox.Group
        label={t('person.mark.days')}
        value={[...now.days]}
        onChange={(next) => change({ days: days.filter((day) => next.includes(day)) })}
      >
        <Group gap="sm" mt={4}>
          {days.map((day) => (
            <Checkbox key={day} size="xs" value={day} label={t(`person.mark.day.${day}`)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Stack>
  )
}

const Reminders = ({ who, reminders }: { readonly who: string; readonly reminders: Kept['reminders'] }) => {
  const [text, setText] = useState('')
  const [due, setDue] = useState('')
  const add = useChanging('add-reminder')
  const complete = useChanging('complete-reminder')
  const undo = useChanging('undo-entry')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '' || due === '') return
    add.mutate(
      { who, due, text: text.trim() },
      {
        onError: (error) => {
          tellError(error)
          if (isKept(error)) setText('')
        },
        onSuccess: () => {
          setText('')
          setDue('')
        },
      },
    )
  }
  return (
    <Stack gap="xs">
      {reminders.map((reminder) => (
        <Checkbox
          key={reminder.id}
          checked={complete.isPending && complete.variables.id === reminder.id}
          label={reminder.text}
          description={<When at={reminder.dueAt} />}
          onChange={() =>
            complete.mutate(
              { id: reminder.id },
              {
                onError: tellError,
                onSuccess: () =>
                  tellUndo(t('plan.ticked', { text: reminder.text }), () =>
                    undo.mutate({ kind: 'reminder', id: reminder.id }, { onError: tellError }),
                  ),
              },
            )
          }
        />
      ))}
      <form onSubmit={submit} className="no-print">
        <Group gap="xs" align="flex-end">
          <TextInput
            label={t('person.reminders.what')}
            data-person-field="reminder"
            maxLength={1000}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
            style={{ flex: '1 1 180px' }}
          />
          <TextInput
            type="date"
            label={t('person.reminders.due')}
            value={due}
            onChange={({ currentTarget: { value } }) => setDue(value)}
          />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('person.reminders.add')}
          </Button>
        </Group>
      </form>
    </Stack>
  )
}

/** What the user keeps about somebody: notes, tags, how to be in touch, reminders. */
export const Notebook = ({ id }: { readonly id: number }) => {
  const who = String(id)
  const kept = useReading('get-notebook', { who })
  if (kept.isPending) return <Skeleton height={220} radius="lg" />
  if (kept.isError)
    return <ErrorNotice sentence={sentenceOf(kept.error)} onRetry={() => void kept.refetch()} />
  const { notes, tags, mark, reminders } = kept.data
  // Where nothing is kept there are forms only, which are not for paper.
  return (
    <>
      <Section
        title={t('person.notes.title')}
        onPaper={notes.length + tags.length > 0 || mark?.leaveAlone === true}
        aside={
          mark?.leaveAlone === true && (
            <Badge variant="default" tt="none" fw={500}>
              {t('person.mark.leftAlone')}
            </Badge>
          )
        }
      >
        <NoteForm who={who} />
        <ul className="quiet-list">
          {notes.map((note) => (
            <OneNote key={note.id} who={who} note={note} />
          ))}
        </ul>
        <Tags who={who} tags={tags} />
      </Section>
      <Section title={t('person.reminders.title')} onPaper={reminders.length > 0 || mark !== null}>
        <Reminders who={who} reminders={reminders} />
        <Mark who={who} mark={mark} />
      </Section>
    </>
  )
}
