import { Group, Kbd, Modal, Table } from '@mantine/core'
import { commandKey } from './Nav.tsx'
import { screens } from './screens.ts'

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

export const Keys = ({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) => (
  <Modal opened={opened} onClose={onClose} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
    <Table verticalSpacing={6} aria-label="Keys">
      <Table.Tbody>
        <Row keys={[commandKey, 'K']} does="Find a person or a screen" />
        <Row keys={['/']} does="Search the people" />
        {screens.map(({ to, label, key }) => (
          <Row key={to} keys={['g', key]} does={`Go to ${label.toLowerCase()}`} />
        ))}
        <Row keys={['?']} does="Show these keys" />
        <Row keys={['Esc']} does="Close what is open" />
      </Table.Tbody>
    </Table>
  </Modal>
)
