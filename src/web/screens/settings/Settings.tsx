import './settings.css'
import { SegmentedControl, Skeleton, Stack, Text, Title, useMantineColorScheme } from '@mantine/core'
import { DataOut } from './DataOut.tsx'
import { FieldTopics } from './FieldTopics.tsx'
import { Matching } from './Matching.tsx'
import { Privacy } from './Privacy.tsx'
import { SettingsNav } from './SettingsNav.tsx'
import { Tokens } from './Tokens.tsx'
import { WorkingTime } from './WorkingTime.tsx'
import { sentenceOf } from '../../client.ts'
import { FieldForm } from '../../components/FieldForm.tsx'
import { MeForm } from '../../components/MeForm.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { count } from '../../format.ts'
import { tell } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { chosenLanguage, languageNames, languages } from '../../texts/language.ts'
import { useWorkspace } from '../../workspace.ts'
import { changeLanguage, t } from '../../texts/texts.ts'

const Theme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label={t('settings.theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: 'auto', label: t('settings.asSystem') },
        { value: 'light', label: t('settings.light') },
        { value: 'dark', label: t('settings.dark') },
      ]}
      style={{ alignSelf: 'flex-start' }}
    />
  )
}

const LanguageChoice = () => (
  <SegmentedControl
    aria-label={t('settings.language')}
    value={chosenLanguage() ?? 'auto'}
    onChange={(value) => void changeLanguage(languages.find((language) => language === value) ?? null)}
    data={[
      { value: 'auto', label: t('settings.asBrowser') },
      ...languages.map((language) => ({ value: language, label: languageNames[language] })),
    ]}
    style={{ alignSelf: 'flex-start' }}
  />
)

const saved = (): void => tell(t('common.saved'))

/** Who the user is, their field, how kith looks, and where the data lives. */
export const Settings = () => {
  const status = useReading('get-status', {})
  const workspace = useWorkspace()
  const setMe = useChanging('set-me')
  const setField = useChanging('set-field')
  if (status.isPending) return <Skeleton height={400} radius="lg" />
  if (status.isError)
    return <ErrorNotice sentence={sentenceOf(status.error)} onRetry={() => void status.refetch()} />
  const { me, field, counts, location, version, scoredAt } = status.data
  return (
    <Stack gap="lg">
      <Title>{t('settings.title')}</Title>
      <div className="settings">
        <SettingsNav />
        <Stack gap="lg" className="settings-parts">
          <Section id="you" title={t('settings.you')}>
            <MeForm
              key={`${me.id} ${me.identities.length}`}
              name={me.name}
              identities={me.identities}
              reason={me.confirmed || workspace === 'sample' ? null : me.reason}
              submit={t('common.save')}
              saving={setMe.isPending}
              failure={setMe.isError ? sentenceOf(setMe.error) : null}
              onSave={(input) => setMe.mutate({ ...input, only: true }, { onSuccess: saved })}
            />
          </Section>
          <Section id="field" title={t('settings.field')}>
            <FieldForm
              key={field}
              field={field}
              saving={setField.isPending}
              failure={setField.isError ? sentenceOf(setField.error) : null}
              onSave={(text) => setField.mutate({ text }, { onSuccess: saved })}
            />
            <FieldTopics />
          </Section>
          <Section id="time" title={t('settings.time.title')}>
            <WorkingTime />
          </Section>
          <Section id="matching" title={t('review.settings.title')}>
            <Matching />
          </Section>
          <Section id="theme" title={t('settings.theme')}>
            <Theme />
          </Section>
          <Section id="language" title={t('settings.language')}>
            <LanguageChoice />
          </Section>
          <Section id="data" title={t('settings.data.title')}>
            <table className="facts-table numbers">
              <tbody>
                <tr>
                  <th scope="row">{t('settings.data.kept')}</th>
                  <td>{location}</td>
                </tr>
                <tr>
                  <th scope="row">{t('settings.data.people')}</th>
                  <td>{count(counts.people)}</td>
                </tr>
                <tr>
                  <th scope="row">{t('settings.data.interactions')}</th>
                  <td>{count(counts.interactions)}</td>
                </tr>
                <tr>
                  <th scope="row">{t('settings.data.last')}</th>
                  <td>
                    <When at={counts.lastAt} none={t('settings.data.noneYet')} />
                  </td>
                </tr>
                <tr>
                  <th scope="row">{t('settings.data.scores')}</th>
                  <td>
                    <When at={scoredAt} none={t('settings.data.notYet')} />
                  </td>
                </tr>
                <tr>
                  <th scope="row">{t('settings.data.version')}</th>
                  <td>{version}</td>
                </tr>
              </tbody>
            </table>
            <Text size="sm" c="dimmed">
              {t('settings.data.nothingLeaves')}
            </Text>
          </Section>
          <DataOut />
          <Tokens />
          <Privacy />
        </Stack>
      </div>
    </Stack>
  )
}
