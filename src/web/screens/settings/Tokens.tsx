import { Button, Code, Group, Modal, NativeSelect, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { type Input, type Output, sentenceOf } from '../../client.ts'
import { AskFirst } from '../../components/AskFirst.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { copyText } from '../../copy.ts'
import { tellError } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { useWorkspace } from '../../workspace.ts'

type Token = Output<'list-tokens'>['tokens'][number]
type Scope = NonNullable<Input<'add-token'>['scope']>
const scopes = ['read', 'write', 'feed'] as const satisfies readonly Scope[]

const Secret = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <Text size="sm" fw={500}>
      {label}
    </Text>
    <Group gap="xs" wrap="nowrap">
      <Code style={{ overflowWrap: 'anywhere' }}>{text}</Code>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCopy size={14} aria-hidden />}
        aria-label={t('settings.tokens.copyOne', { what: label })}
        onClick={() => void copyText(text)}
        style={{ flexShrink: 0 }}
      >
        {t('settings.tokens.copy')}
      </Button>
    </Group>
  </div>
)

/** The secret of a new token, which kith shows this once. */
const Made = ({
  made,
  onClose,
  onGone,
}: {
  readonly made: Output<'add-token'> | null
  readonly onClose: () => void
  readonly onGone: () => void
}) => (
  <Modal
    opened={made !== null}
    onClose={onClose}
    title={t('settings.tokens.made', { name: made?.name ?? '' })}
    closeButtonProps={{ 'aria-label': t('common.close') }}
    closeOnClickOutside={false}
    returnFocus={false}
    onExitTransitionEnd={onGone}
  >
    {made !== null && (
      <Stack gap="md">
        <Text size="sm">{t('settings.tokens.once')}</Text>
        {made.scope === 'feed' ? (
          <>
            <Secret
              label={t('settings.tokens.calendar')}
              text={`${location.origin}/feeds/${made.secret}/plan.ics`}
            />
            <Secret
              label={t('settings.tokens.changes')}
              text={`${location.origin}/feeds/${made.secret}/changes.atom`}
            />
          </>
        ) : (
          <Secret label={t('settings.tokens.secret')} text={made.secret} />
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('settings.tokens.kept')}</Button>
        </Group>
      </Stack>
    )}
  </Modal>
)

const AddToken = () => {
  const [name, setName] = useState('')
  const [scope, setScope] = useState<Scope>('read')
  const [made, setMade] = useState<Output<'add-token'> | null>(null)
  const add = useChanging('add-token')
  const first = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    add.mutate(
      { name: name.trim(), scope },
      {
        onError: tellError,
        onSuccess: (token) => {
          setName('')
          setMade(token)
        },
      },
    )
  }
  return (
    <>
      <form onSubmit={submit}>
        <Group align="flex-end" gap="sm">
          <TextInput
            ref={first}
            label={t('settings.tokens.name')}
            placeholder={t('settings.tokens.placeholder')}
            maxLength={100}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
            style={{ flex: '1 1 200px' }}
          />
          <NativeSelect
            label={t('settings.tokens.scope')}
            value={scope}
            data={scopes.map((each) => ({ value: each, label: t(`settings.tokens.scopes.${each}`) }))}
            onChange={({ currentTarget: { value } }) =>
              setScope(scopes.find((each) => each === value) ?? 'read')
            }
          />
          <Button
            type="submit"
            size="sm"
            variant="default"
            loading={add.isPending}
            disabled={name.trim() === ''}
          >
            {t('settings.tokens.make')}
          </Button>
        </Group>
      </form>
      {/* The button that made it is off again: there is nothing to make yet. */}
      <Made made={made} onClose={() => setMade(null)} onGone={() => first.current?.focus()} />
    </>
  )
}

const OneToken = ({ token }: { readonly token: Token }) => {
  const remove = useChanging('remove-token')
  return (
    <tr>
      <th scope="row">{token.name}</th>
      <td>{t(`settings.tokens.scopes.${token.scope}`)}</td>
      <td>
        <When at={token.addedAt} />
      </td>
      <td>
        <When at={token.usedAt} none={t('settings.tokens.never')} />
      </td>
      <td className="end">
        <AskFirst
          button={t('settings.tokens.revoke')}
          buttonLabel={t('settings.tokens.revokeOne', { name: token.name })}
          title={t('settings.tokens.revokeAsk', { name: token.name })}
          text={t('settings.tokens.revokeText')}
          really={t('settings.tokens.revokeReally')}
          working={remove.isPending}
          onConfirm={() => remove.mutate({ id: token.id }, { onError: tellError })}
        />
      </td>
    </tr>
  )
}

const TokenList = () => {
  const found = useReading('list-tokens', {})
  if (found.isPending) return <Skeleton height={60} />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  if (found.data.tokens.length === 0) return null
  return (
    <ScrollX label={t('settings.tokens.title')}>
      <table className="facts-table">
        <thead>
          <tr>
            <th scope="col">{t('settings.tokens.name')}</th>
            <th scope="col">{t('settings.tokens.scope')}</th>
            <th scope="col">{t('settings.tokens.added')}</th>
            <th scope="col">{t('settings.tokens.used')}</th>
            <th scope="col" className="end">
              {t('settings.tokens.revoke')}
            </th>
          </tr>
        </thead>
        <tbody>
          {found.data.tokens.map((token) => (
            <OneToken key={token.id} token={token} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

/** Tokens of programs and the secret addresses of feeds: made, seen once, taken back. */
export const Tokens = () => {
  const sample = useWorkspace() === 'sample'
  return (
    <Section id="programs" title={t('settings.tokens.title')}>
      <Text size="sm" c="dimmed">
        {t('settings.tokens.text')}
      </Text>
      {sample ? (
        <Text size="sm">{t('settings.tokens.sample')}</Text>
      ) : (
        <>
          <TokenList />
          <AddToken />
        </>
      )}
    </Section>
  )
}
