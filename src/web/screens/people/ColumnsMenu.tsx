import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { t } from '../../texts/texts.ts'
import { columns } from './columns.tsx'

type Props = { readonly shown: readonly string[]; readonly onChange: (shown: string[]) => void }

/** Which columns the table has. */
export const ColumnsMenu = ({ shown, onChange }: Props) => (
  <Popover width={220} position="bottom-end" trapFocus returnFocus>
    <Popover.Target>
      <Button
        size="sm"
        variant="default"
        visibleFrom="sm"
        leftSection={<IconColumns3 size={16} stroke={1.7} aria-hidden />}
      >
        {t('people.columns')}
      </Button>
    </Popover.Target>
    <Popover.Dropdown aria-label={t('people.columns')}>
      <Checkbox.Group value={[...shown]} onChange={onChange} aria-label={t('people.columns')}>
        <Stack gap="xs">
          {columns.map(({ id, title, fixed }) => (
            <Checkbox key={id} value={id} label={t(title)} disabled={fixed === true} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Popover.Dropdown>
  </Popover>
)
