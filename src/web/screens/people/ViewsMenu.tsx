import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { ButtonPanel } from '../../components/ButtonPanel.tsx'
import { tell, tellError, tellUndo } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { type PeopleSearch, readSearch, withoutGaps } from './people-search.ts'

type View = Output<'list-views'>['views'][number]
type Props = {
  readonly search: PeopleSearch
  readonly columns: readonly string[]
  readonly onOpen: (search: PeopleSearch, columns: readonly string[] | undefined) => void
}

/** The address of the people screen that shows a view. */
const searchOf = ({ asked: { search, ...rest } }: View): PeopleSearch =>
  readSearch({ ...rest, ...(search === undefined ? {} : { q: search }) })

type NameProps = { readonly name: string; readonly onSave: (name: string) => void; readonly action: string }

const NameForm = ({ name, action, onSave }: NameProps) => {
  const [text, setText] = useState(name)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (text.trim() === '') return
    onSave(text.trim())
    setText('')
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="flex-end">
        <TextInput
          size="xs"
          style={{ flex: '1 1 140px' }}
          label={t('people.views.name')}
          placeholder={t('people.views.placeholder')}
          maxLength={60}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        <Button type="submit" size="xs" disabled={text.trim() === ''}>
          {action}
        </Button>
      </Group>
    </form>
  )
}

const OneView = ({ view, onOpen }: { readonly view: View; readonly onOpen: () => void }) => {
  const [renaming, setRenaming] = useState(false)
  const rename = useChanging('rename-view')
  const remove = useChanging('remove-view')
  const undo = useChanging('undo-entry')
  const back = (): void => undo.mutate({ kind: 'view', id: view.id }, { onError: tellError })
  if (renaming)
    return (
      <NameForm
        name={view.name}
        action={t('common.save')}
        onSave={(name) =>
          rename.mutate({ id: view.id, name }, { onSuccess: () => setRenaming(false), onError: tellError })
        }
      />
    )
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Anchor component="button" type="button" size="sm" ta="start" onClick={onOpen}>
        {view.name}
      </Anchor>
      <Group gap={2} wrap="nowrap">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('people.views.rename', { name: view.name })}
          onClick={() => setRenaming(true)}
        >
          <IconPencil size={16} stroke={1.7} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('people.views.remove', { name: view.name })}
          onClick={() => {
            // The row goes with the view: the way back must not hang on it.
            remove
              .mutateAsync({ id: view.id })
              .then(() => tellUndo(t('people.views.removed', { name: view.name }), back), tellError)
          }}
        >
          <IconTrash size={16} stroke={1.7} />
        </ActionIcon>
      </Group>
    </Group>
  )
}

/** The views that the user saved: open, save, rename, remove. */
export const ViewsMenu = ({ search, columns, onOpen }: Props) => {
  const views = useReading('list-views', {})
  const save = useChanging('save-view')
  const undo = useChanging('undo-entry')
  const { q, ...rest } = search
  const keep = (name: string): void =>
    save.mutate(
      { name, ...rest, ...withoutGaps({ search: q }), columns: [...columns] },
      {
        onError: tellError,
        onSuccess: ({ id, replaced }) =>
          replaced
            ? tellUndo(t('people.views.replaced', { name }), () =>
                undo.mutate({ kind: 'view', id }, { onError: tellError }),
              )
            : tell(t('people.views.saved', { name })),
      },
    )
  return (
    <ButtonPanel
      text={t('people.views.label')}
      icon={<IconBookmark size={16} stroke={1.7} aria-hidden />}
      position="bottom-end"
    >
      {(close) => (
        <Stack gap="xs">
          {views.isError && <Text size="sm">{sentenceOf(views.error)}</Text>}
          {views.data?.views.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('people.views.none')}
            </Text>
          )}
          {views.data?.views.map((view) => (
            <OneView
              key={view.id}
              view={view}
              onOpen={() => {
                onOpen(searchOf(view), view.asked.columns)
                close()
              }}
            />
          ))}
          <NameForm name="" action={t('people.views.save')} onSave={keep} />
        </Stack>
      )}
    </ButtonPanel>
  )
}
