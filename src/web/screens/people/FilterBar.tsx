import {
  ActionIcon,
  Badge,
  Button,
  Group,
  NativeSelect,
  Select,
  Stack,
  Switch,
  Skeleton,
} from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { closenessBorder } from '../../charts/quadrant.ts'
import type { Output } from '../../client.ts'
import { ButtonPanel } from '../../components/ButtonPanel.tsx'
import { count } from '../../format.ts'
import { Later } from '../../later.tsx'
import { t } from '../../texts/texts.ts'
import { chipsOf } from './filter-words.ts'
import { type PeopleFilters, channelNames, promiseSides, withoutGaps } from './people-search.ts'

type Props = {
  readonly filters: PeopleFilters
  readonly facets: Output<'count-people'> | undefined
  readonly onChange: (filters: PeopleFilters) => void
}

const closenessChoice = ({ closenessFrom, closenessTo }: PeopleFilters): string =>
  closenessFrom === undefined && closenessTo === undefined
    ? ''
    : closenessFrom === closenessBorder && closenessTo === undefined
      ? 'alive'
      : closenessTo === closenessBorder && closenessFrom === undefined
        ? 'quiet'
        : 'range'

type FacetProps = {
  readonly label: string
  readonly value: string | undefined
  readonly found: readonly { readonly name: string; readonly people: number }[]
  readonly clear: string
  readonly none: string
  readonly onChange: (value: string | undefined) => void
}

/** One of many, found by typing; what is chosen stays in the list also where nobody has it any more. */
const FacetSelect = ({ label, value, found, clear, none, onChange }: FacetProps) => (
  <Select
    label={label}
    placeholder={t('people.filter.any')}
    searchable
    clearable
    limit={40}
    comboboxProps={{ withinPortal: false }}
    clearButtonProps={{ 'aria-label': clear }}
    nothingFoundMessage={none}
    value={value ?? null}
    data={[
      ...(value === undefined || found.some(({ name }) => name === value) ? [] : [{ value, label: value }]),
      ...found.map(({ name, people }) => ({ value: name, label: `${name} (${count(people)})` })),
    ]}
    onChange={(chosen) => onChange(chosen ?? undefined)}
  />
)

/** How tall all the fields but the first are, in pixels: the panel stands where it will, before they come. */
const restHeight = 450

/** All the ways to narrow the list, in one small form. The first is there at once, and has the focus. */
const FilterForm = ({ filters, facets, onChange }: Props) => {
  const change = (next: { readonly [Key in keyof PeopleFilters]: PeopleFilters[Key] | undefined }): void =>
    onChange(withoutGaps({ ...filters, ...next }) as PeopleFilters)
  const closeness = closenessChoice(filters)
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t('words.closeness')}
        value={closeness}
        data={[
          { value: '', label: t('people.filter.any') },
          { value: 'alive', label: t('people.filter.alive') },
          { value: 'quiet', label: t('people.filter.quiet') },
          ...(closeness === 'range' ? [{ value: 'range', label: t('people.filter.range') }] : []),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({
            closenessFrom: value === 'alive' ? closenessBorder : undefined,
            closenessTo: value === 'quiet' ? closenessBorder : undefined,
          })
        }
      />
      <Later until={<Skeleton height={restHeight} />}>
        <NativeSelect
          label={t('words.calibre')}
          value={filters.calibre ?? ''}
          data={[
            { value: '', label: t('people.filter.any') },
            { value: 'known', label: t('people.filter.known') },
            { value: 'unknown', label: t('people.filter.unknown') },
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({
              calibre: value === 'known' || value === 'unknown' ? value : undefined,
              calibreFrom: undefined,
              calibreTo: undefined,
            })
          }
        />
        <FacetSelect
          label={t('words.organisation')}
          value={filters.organisation}
          found={facets?.organisations ?? []}
          clear={t('people.filter.clearOrganisation')}
          none={t('people.filter.noOrganisation')}
          onChange={(organisation) => change({ organisation })}
        />
        <NativeSelect
          label={t('people.filter.channel')}
          value={filters.channel ?? ''}
          data={[
            { value: '', label: t('people.filter.any') },
            ...(facets?.channels ?? []).map(({ channel, people }) => ({
              value: channel,
              label: `${t(`words.channel.${channel}`)} (${count(people)})`,
            })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ channel: channelNames.find((name) => name === value) })
          }
        />
        <FacetSelect
          label={t('people.filter.tag')}
          value={filters.tag}
          found={(facets?.tags ?? []).map(({ tag: name, people }) => ({ name, people }))}
          clear={t('people.filter.clearTag')}
          none={t('people.filter.noTag')}
          onChange={(tag) => change({ tag })}
        />
        <FacetSelect
          label={t('people.filter.topic')}
          value={filters.topic}
          found={(facets?.topics ?? []).map(({ topic: name, people }) => ({ name, people }))}
          clear={t('people.filter.clearTopic')}
          none={t('people.filter.noTopic')}
          onChange={(topic) => change({ topic })}
        />
        <NativeSelect
          label={t('people.filter.promises')}
          value={filters.promise ?? ''}
          data={[
            { value: '', label: t('people.filter.any') },
            ...promiseSides.map((side) => ({ value: side, label: t(`people.filter.promise.${side}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ promise: promiseSides.find((side) => side === value) })
          }
        />
        <Switch
          label={t('people.filter.dormant')}
          checked={filters.dormant === true}
          onChange={({ currentTarget: { checked } }) => change({ dormant: checked ? true : undefined })}
        />
      </Later>
    </Stack>
  )
}

/** Opens the ways to narrow the list. */
export const FilterButton = (props: Props) => (
  <ButtonPanel
    text={t('people.filter.add')}
    icon={<IconFilter size={16} stroke={1.7} aria-hidden />}
    label={t('people.filter.label')}
    position="bottom-end"
  >
    {() => <FilterForm {...props} />}
  </ButtonPanel>
)

/** What the list is narrowed by, as chips that one can take off. */
export const FilterChips = ({ filters, onChange }: Omit<Props, 'facets'>) => {
  const chips = chipsOf(filters)
  if (chips.length === 0) return null
  return (
    <Group gap="xs">
      {chips.map(({ text, rest }) => (
        <Badge
          key={text}
          size="lg"
          variant="default"
          tt="none"
          fw={500}
          rightSection={
            <ActionIcon
              size={22}
              variant="transparent"
              color="gray"
              aria-label={t('people.filter.takeOff', { filter: text })}
              onClick={() => onChange(rest)}
            >
              <IconX size={14} />
            </ActionIcon>
          }
        >
          {text}
        </Badge>
      ))}
      {chips.length > 1 && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({})}>
          {t('people.filter.clear')}
        </Button>
      )}
    </Group>
  )
}
