import { test } from 'vitest'
import type { OpenedStore, StoreKind } from './support/harness.ts'

/** A test that gets a new, empty store, which is deleted afterwards. */
export const testWith =
  (kind: StoreKind) =>
  (name: string, body: (opened: OpenedStore) => Promise<void>): void =>
    // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- both are in the tests that use it
    test(name, async () => {
      const opened = await kind.open()
      try {
        await body(opened)
      } finally {
        await opened.drop()
      }
    })
