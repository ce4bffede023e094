import { Group, Kbd, Modal, SimpleGrid, Table } from '@mantine/core'
import { useFocusBack } from '../focus-back.ts'
import { commandKey } from './Nav.tsx'
import { screens } from './screens.ts'
import { t } from '../texts/texts.ts'

const Row = ({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) => (
  <Table.Tr>
    <Table.Td>{does}</Table.Td>
    <Table.Td>
      <Group gap={4} justify="flex-end" wrap="nowrap">
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </Group>
    </Table.Td>
  </Table.Tr>
)

export const Keys = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => {
  useFocusBack()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="xl"
      title={t('shell.keys')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl">
        <Table verticalSpacing={6} aria-label={t('shell.keysScreens')}>
          <Table.Tbody>
            {screens.map(({ to, label, key }) => (
              <Row key={to} keys={['g', key]} does={t('shell.goTo', { screen: t(label) })} />
            ))}
          </Table.Tbody>
        </Table>
        <Table verticalSpacing={6} aria-label={t('shell.keys')}>
          <Table.Tbody>
            <Row keys={[commandKey, 'K']} does={t('shell.findAnything')} />
            <Row keys={['/']} does={t('shell.keySearch')} />
            <Row keys={['j', 'k']} does={t('plan.keyMove')} />
            <Row keys={['x']} does={t('people.keyChoose')} />
            <Row keys={['n']} does={t('person.act.keyNote')} />
            <Row keys={['t']} does={t('person.act.keyTag')} />
            <Row keys={['r']} does={t('person.act.keyReminder')} />
            <Row keys={['m']} does={t('person.act.keyMail')} />
            <Row keys={['d']} does={t('plan.keyDone')} />
            <Row keys={['s']} does={t('plan.keySnooze')} />
            <Row keys={['n']} does={t('plan.keySkip')} />
            <Row keys={['c']} does={t('plan.keyCopy')} />
            <Row keys={['u']} does={t('plan.keyUndo')} />
            <Row keys={['?']} does={t('shell.keyKeys')} />
            <Row keys={['Esc']} does={t('shell.keyClose')} />
          </Table.Tbody>
        </Table>
      </SimpleGrid>
    </Modal>
  )
}
