/** `node undo-once.ts <database> <import>`: undoes an import, and says so before it begins. For tests that kill it. */
import { SOLE_OWNER, importId } from '#core/model/ids.ts'
import { openStore } from '../../open-store.ts'

const [location = '', id = ''] = process.argv.slice(2)
const store = await openStore(location)
const { version: directoryVersion } = await store.directory()
process.stdout.write('begun\n')
const plan = { directoryVersion, me: [], meSetting: null, confirmed: false }
const known = await store.imports(SOLE_OWNER, 100)
if (known.some((row) => row.importId === Number(id)))
  await store.undoImport(SOLE_OWNER, importId(Number(id)), plan)
await store.close()
