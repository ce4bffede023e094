import { Stack, Tabs, Title } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { t } from '../../texts/texts.ts'
import { Introductions } from './Introductions.tsx'
import { PeopleToMeet } from './PeopleToMeet.tsx'
import { Structure } from './Structure.tsx'
import { discoverTabs } from './discover-search.ts'

const route = getRouteApi('/discover')

/** Whom to meet next and through whom; groups and door-openers. */
export const Discover = () => {
  const { tab = 'meet' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <Stack gap="lg">
      <Title>{t('discover.title')}</Title>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const next = discoverTabs.find((one) => one === value) ?? 'meet'
          void navigate({ search: next === 'meet' ? {} : { tab: next }, resetScroll: false })
        }}
      >
        <Tabs.List aria-label={t('discover.sections')} mb="lg">
          {discoverTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`discover.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="meet">
          <PeopleToMeet />
        </Tabs.Panel>
        <Tabs.Panel value="introductions">
          <Introductions />
        </Tabs.Panel>
        <Tabs.Panel value="structure">
          <Structure />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
