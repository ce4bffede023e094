import { List } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { ConfirmByWord } from '../../components/ConfirmByWord.tsx'
import { Section } from '../../components/Section.tsx'
import { tell } from '../../notify.tsx'
import { queryClient, useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { setWorkspace, useWorkspace } from '../../workspace.ts'

/** What the operation wants to hear, in whatever language the user types its like. */
const confirmWord = 'delete everything'

const kept = ['messages', 'people', 'yours', 'never'] as const

/** What kith keeps, what it never keeps, and the way to be rid of all of it. */
export const Privacy = () => {
  const workspace = useWorkspace()
  const navigate = useNavigate()
  const remove = useChanging('delete-everything')
  const word = t('settings.privacy.word')
  const confirm = (): void =>
    remove.mutate(
      { confirm: confirmWord },
      {
        onSuccess: () => {
          tell(t('settings.privacy.done'))
          if (workspace === 'sample') setWorkspace('own')
          void queryClient.resetQueries()
          void navigate({ to: '/welcome', replace: true })
        },
      },
    )
  return (
    <Section id="privacy" title={t('settings.privacy.title')}>
      <List size="sm" spacing={6}>
        {kept.map((what) => (
          <List.Item key={what}>{t(`settings.privacy.kept.${what}`)}</List.Item>
        ))}
      </List>
      <ConfirmByWord
        button={t('settings.privacy.button')}
        title={t('settings.privacy.ask')}
        text={t('settings.privacy.text')}
        label={t('settings.privacy.type', { word })}
        word={word}
        really={t('settings.privacy.really')}
        error={remove.isError ? sentenceOf(remove.error) : null}
        working={remove.isPending}
        onConfirm={confirm}
      />
    </Section>
  )
}
