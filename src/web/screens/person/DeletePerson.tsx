import { Text } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { ConfirmByWord } from '../../components/ConfirmByWord.tsx'
import { Section } from '../../components/Section.tsx'
import { tell } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** Deletes somebody with all their data, after the name was typed: there is no way back. */
export const DeletePerson = ({ id, name }: { readonly id: number; readonly name: string }) => {
  const navigate = useNavigate()
  const remove = useChanging('delete-person')
  const confirm = (): void =>
    remove.mutate(
      { who: String(id), confirm: name },
      {
        onSuccess: () => {
          tell(t('person.remove.done', { name }))
          void navigate({ to: '/people', replace: true })
        },
      },
    )
  return (
    <div className="no-print">
      <Section title={t('person.remove.title')}>
        <Text size="sm" c="dimmed">
          {t('person.remove.text')}
        </Text>
        <ConfirmByWord
          button={t('person.remove.button')}
          title={t('person.remove.confirm', { name })}
          text={t('person.remove.text')}
          label={t('person.remove.type', { name })}
          word={name}
          really={t('person.remove.really')}
          error={remove.isError ? sentenceOf(remove.error) : null}
          working={remove.isPending}
          onConfirm={confirm}
        />
      </Section>
    </div>
  )
}
