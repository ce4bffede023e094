import { Avatar, Badge, Button, Group, Stack, Text, Title } from '@mantine/core'
import { IconBell, IconMail, IconNote } from '@tabler/icons-react'
import { letterTo } from '#core/plan/mailto.ts'
import type { Identity, PersonDetail } from '../../client.ts'
import { initials } from '../../format.ts'
import { t } from '../../texts/texts.ts'
import { identityKindName } from '../../words.ts'
import { goToField } from './person-keys.ts'

/** Where an address, number or profile leads; null for what is none. */
const addressOf = ({ kind, value }: Identity): string | null => {
  if (kind === 'mail') return letterTo(value)
  if (kind === 'phone') return `tel:${value}`
  if (kind === 'linkedin') return `https://www.linkedin.com/in/${encodeURIComponent(value)}`
  return kind === 'profile' ? `https://${value}` : null
}

const Contact = ({ identity }: { readonly identity: Identity }) => {
  const { kind, value } = identity
  const address = addressOf(identity)
  const text = kind === 'mail' || kind === 'phone' ? value : `${identityKindName(kind)}: ${value}`
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {address === null ? (
        text
      ) : (
        <a
          href={address}
          className="plain-link"
          {...(address.startsWith('https:') ? { target: '_blank', rel: 'noreferrer' } : {})}
        >
          {text}
        </a>
      )}
    </Text>
  )
}

/** Who somebody is, how to reach them, and what one does most: write, note, be reminded. */
export const PersonHeader = ({ person }: { readonly person: PersonDetail }) => {
  const about = [person.title, person.organisation].filter(Boolean).join(', ')
  const around = [person.industry, person.place].filter(Boolean).join(' · ')
  const mail = person.identities.find(({ kind }) => kind === 'mail')
  return (
    <Group gap="lg" align="flex-start" justify="space-between" component="header">
      <Group gap="lg" align="flex-start" wrap="nowrap" className="person-who">
        <Avatar size={56} radius="xl" color="pine" variant="light" alt="" aria-hidden visibleFrom="xs">
          {initials(person.name)}
        </Avatar>
        <Stack gap={4} style={{ minWidth: 0 }}>
          <Group gap="sm">
            <Title>{person.name}</Title>
            {person.dormant && (
              <Badge variant="default" tt="none" fw={500}>
                {t('person.dormant')}
              </Badge>
            )}
          </Group>
          {about !== '' && <Text>{about}</Text>}
          {around !== '' && (
            <Text size="sm" c="dimmed">
              {around}
            </Text>
          )}
          <Group gap="4px 14px" mt={4}>
            {person.identities.map((identity) => (
              <Contact key={`${identity.kind}:${identity.value}`} identity={identity} />
            ))}
          </Group>
        </Stack>
      </Group>
      <Group gap="xs" className="no-print">
        {mail && (
          <Button
            size="sm"
            component="a"
            href={letterTo(mail.value)}
            data-person-mail
            title={t('person.act.key', { key: 'm' })}
            leftSection={<IconMail size={16} aria-hidden />}
          >
            {t('person.act.write')}
          </Button>
        )}
        <Button
          size="sm"
          variant="default"
          title={t('person.act.key', { key: 'n' })}
          leftSection={<IconNote size={16} aria-hidden />}
          onClick={() => goToField('note')}
        >
          {t('person.act.note')}
        </Button>
        <Button
          size="sm"
          variant="default"
          title={t('person.act.key', { key: 'r' })}
          leftSection={<IconBell size={16} aria-hidden />}
          onClick={() => goToField('reminder')}
        >
          {t('person.act.remind')}
        </Button>
      </Group>
    </Group>
  )
}
