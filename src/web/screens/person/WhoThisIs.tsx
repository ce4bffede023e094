import { Button, Checkbox, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type PersonDetail, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { tell } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { identityKindName } from '../../words.ts'
import { EditList } from '../review/EditList.tsx'

/** What kith takes for this person, to split off what is not, merge with whom it is, and take either back. */
export const WhoThisIs = ({ person }: { readonly person: PersonDetail }) => {
  const split = useChanging('split-person')
  const merge = useChanging('merge-people')
  const undo = useChanging('undo-edit')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [other, setOther] = useState('')
  const working = split.isPending || merge.isPending || undo.isPending
  const failure = [split, merge, undo].find((change) => change.isError)?.error
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (other.trim() !== '')
      merge.mutate({ who: String(person.id), with: other.trim() }, { onSuccess: () => setOther('') })
  }
  return (
    <>
      <Stack
        className="surface"
        p={{ base: 'md', sm: 'lg' }}
        gap="sm"
        component="section"
        aria-label={t('review.person.title')}
      >
        <Title order={2}>{t('review.person.title')}</Title>
        <Text size="sm" c="dimmed">
          {t('review.person.text')}
        </Text>
        <Stack gap={6}>
          {person.identities.map(({ kind, value }) => (
            <Checkbox
              key={`${kind}:${value}`}
              label={`${identityKindName(kind)}: ${value}`}
              disabled={person.identities.length < 2}
              checked={chosen.includes(value)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                )
              }
            />
          ))}
        </Stack>
        {person.identities.length > 1 && (
          <Group>
            <Button
              variant="default"
              size="sm"
              loading={split.isPending}
              disabled={chosen.length === 0 || chosen.length === person.identities.length || working}
              onClick={() =>
                split.mutate(
                  { who: String(person.id), identities: [...chosen] },
                  {
                    onSuccess: () => {
                      setChosen([])
                      tell(t('review.person.splitDone'))
                    },
                  },
                )
              }
            >
              {t('review.person.split')}
            </Button>
          </Group>
        )}
        <form onSubmit={submit}>
          <Group align="flex-end">
            <TextInput
              label={t('review.person.mergeWith')}
              placeholder={t('review.person.mergeHint')}
              value={other}
              onChange={(event) => setOther(event.currentTarget.value)}
              w={{ base: '100%', xs: 320 }}
            />
            <Button
              type="submit"
              variant="default"
              size="sm"
              loading={merge.isPending}
              disabled={other.trim() === '' || working}
            >
              {t('review.person.merge')}
            </Button>
          </Group>
        </form>
        {failure !== undefined && failure !== null && <ErrorNotice sentence={sentenceOf(failure)} />}
      </Stack>
      <EditList person={person.id} working={working} onUndo={(edit) => undo.mutate({ edit })} />
    </>
  )
}
