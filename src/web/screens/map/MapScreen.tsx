import {
  Anchor,
  Button,
  Group,
  SegmentedControl,
  Select,
  Skeleton,
  Stack,
  Switch,
  Text,
  Title,
} from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { saveFile } from '../../components/save-file.ts'
import { count, percent } from '../../format.ts'
import { tellError } from '../../notify.tsx'
import { wholeMap } from '../../first-asked.ts'
import { Later } from '../../later.tsx'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { MapStage, type Stage } from './MapStage.tsx'
import { type ColourBy, type NetworkMap, groupLabels, pathBetween, tiedOnly } from './map-data.ts'
import { mapPng, mapSvg } from './map-picture.ts'
import { usePalette } from './palette.ts'

const optionsShown = 12

type PickProps = {
  readonly label: string
  readonly map: NetworkMap
  readonly value: number | null
  readonly onChange: (place: number | null) => void
}

/** Picks a person of the map by part of the name. */
const PlacePicker = ({ label, map, value, onChange }: PickProps) => {
  const options = useMemo(() => map.nodes.map(({ name }, at) => ({ value: String(at), label: name })), [map])
  return (
    <Select
      size="sm"
      label={label}
      placeholder={t('map.findPlaceholder')}
      nothingFoundMessage={t('map.nobody')}
      clearButtonProps={{ 'aria-label': t('map.clear') }}
      searchable
      clearable
      limit={optionsShown}
      value={value === null ? null : String(value)}
      data={options}
      onChange={(place) => onChange(place === null ? null : Number(place))}
      style={{ flex: '1 1 180px' }}
    />
  )
}

const GroupTable = ({
  map,
  onShow,
}: {
  readonly map: NetworkMap
  readonly onShow: (at: { x: number; y: number }) => void
}) => {
  const places = new Map(groupLabels(map).map((label) => [label.id, label]))
  return (
    <details className="more">
      <summary>{t('map.groups')}</summary>
      <table className="facts-table numbers">
        <thead>
          <tr>
            <th scope="col">{t('map.group')}</th>
            <th scope="col" className="end">
              {t('map.people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {map.groups.map(({ id, name, size }) => {
            const place = places.get(id)
            return (
              <tr key={id}>
                <th scope="row">
                  {place === undefined ? (
                    name
                  ) : (
                    <Anchor
                      component="button"
                      type="button"
                      size="sm"
                      aria-label={t('map.show', { group: name })}
                      onClick={() => onShow(place)}
                    >
                      {name}
                    </Anchor>
                  )}
                </th>
                <td className="end">{count(size)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

const noMarks: readonly number[] = []

const Drawn = ({ map }: { readonly map: NetworkMap }) => {
  const navigate = useNavigate()
  const palette = usePalette()
  const stage = useRef<Stage>(null)
  const [by, setBy] = useState<ColourBy>('closeness')
  const [from, setFrom] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const [ties, setTies] = useState(map.edges.source.length)
  const path = useMemo(
    () => (from === null || to === null ? null : pathBetween(map, from, to)),
    [map, from, to],
  )
  const marked = useMemo(() => path?.nodes ?? [from, to].filter((place) => place !== null), [path, from, to])
  const fly = (place: number | null): void => {
    const node = place === null ? undefined : map.nodes[place]
    if (node) stage.current?.flyTo(node)
  }
  const fail = useMemo(() => () => setFailed(true), [])
  const found = from === null ? undefined : map.nodes[from]
  return (
    <Stack gap="md">
      <div className="map-tools">
        <PlacePicker
          label={t('map.find')}
          map={map}
          value={from}
          onChange={(place) => {
            setFrom(place)
            fly(place)
          }}
        />
        <PlacePicker
          label={t('map.to')}
          map={map}
          value={to}
          onChange={(place) => {
            setTo(place)
            if (place !== null) stage.current?.showAll()
          }}
        />
        <SegmentedControl
          size="sm"
          aria-label={t('map.colour')}
          value={by}
          onChange={(value) => setBy(value === 'group' ? 'group' : 'closeness')}
          data={(['closeness', 'group'] as const).map((value) => ({ value, label: t(`map.by.${value}`) }))}
        />
      </div>
      <Text size="sm" component="output" display="block" className="map-answer">
        {from !== null &&
          to !== null &&
          (path === null
            ? t('map.noPath')
            : t('map.pathFound', {
                names: path.nodes.map((place) => map.nodes[place]?.name ?? '').join(' → '),
                probability: percent(path.probability),
              }))}
        {found && to === null && (
          <Link to="/people/$who" params={{ who: String(found.id) }}>
            {t('map.open', { name: found.name })}
          </Link>
        )}
      </Text>
      {failed ? (
        <EmptyNotice title={t('map.title')}>{t('map.noWebgl')}</EmptyNotice>
      ) : (
        <MapStage
          ref={stage}
          map={map}
          by={by}
          palette={palette}
          marked={marked.length === 0 ? noMarks : marked}
          onFail={fail}
          onTies={setTies}
          onOpen={(id) => void navigate({ to: '/people/$who', params: { who: String(id) } })}
        />
      )}
      <Group justify="space-between" gap="8px 24px">
        <Text size="xs" c="dimmed">
          {t('map.legend.size')} · {t(`map.legend.${by}`)}
          {ties < map.edges.source.length &&
            ` · ${t('map.legend.fewer', { drawn: count(ties), all: count(map.edges.source.length) })}`}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={() => stage.current?.showAll()}>
            {t('map.all')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() =>
              void mapPng(map, by, palette).then(
                (blob) => saveFile('kith-map.png', 'image/png', blob),
                tellError,
              )
            }
          >
            {t('map.png')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => saveFile('kith-map.svg', 'image/svg+xml', mapSvg(map, by, palette))}
          >
            {t('map.svg')}
          </Button>
        </Group>
      </Group>
      <GroupTable map={map} onShow={(place) => stage.current?.flyTo(place, 0.35)} />
    </Stack>
  )
}

/** The map without those who have no tie on it, who are most of a young network, unless the user wants them, too. */
const Shown = ({ whole }: { readonly whole: NetworkMap }) => {
  const [everybody, setEverybody] = useState(false)
  const tied = useMemo(() => tiedOnly(whole), [whole])
  const alone = whole.nodes.length - tied.nodes.length
  const map = everybody ? whole : tied
  return (
    <Stack gap="md">
      <Drawn key={String(everybody)} map={map} />
      {alone > 0 && (
        <Switch
          label={t('map.alone', { count: alone })}
          checked={everybody}
          onChange={({ currentTarget }) => setEverybody(currentTarget.checked)}
        />
      )}
    </Stack>
  )
}

/** The network as a map: who stands near whom, in which groups. */
export const MapScreen = () => {
  const map = useStudied('get-map', wholeMap)
  return (
    <Stack gap="md">
      <Group justify="space-between" align="baseline" gap="xs 16px">
        <Title>{t('map.title')}</Title>
        {map.data && map.data.nodes.length > 0 && (
          <Text size="sm" c="dimmed">
            {map.data.text}
          </Text>
        )}
      </Group>
      {map.isPending && <Skeleton height={480} radius="lg" />}
      {map.isError && <ErrorNotice sentence={sentenceOf(map.error)} onRetry={() => void map.refetch()} />}
      {map.data && <StudyNote of={map.data} />}
      {map.data?.nodes.length === 0 && map.data.state !== 'studying' && (
        <EmptyNotice
          title={t('map.nothing')}
          action={
            <Button component={Link} to="/import" size="sm">
              {t('people.import')}
            </Button>
          }
        >
          {map.data.text}
        </EmptyNotice>
      )}
      {map.data && map.data.nodes.length > 0 && (
        <Later until={<Skeleton height={480} radius="lg" />}>
          <Shown whole={map.data} />
        </Later>
      )}
    </Stack>
  )
}
