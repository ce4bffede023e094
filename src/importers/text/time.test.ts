import { expect, test } from 'vitest'
import { inZone, isZone, parseIso, wallTime, zoneOffset } from './time.ts'

const iso = (text: string, zone = 'UTC'): [string, string] | null => {
  const found = parseIso(text, zone)
  return found && [new Date(found.at).toISOString(), found.timeQuality]
}

test('a time says how far it can be trusted', () => {
  expect(iso('2024-01-15T09:30:00Z')).toEqual(['2024-01-15T09:30:00.000Z', 'exact'])
  expect(iso('2024-01-15T09:30:00.25+02:00')).toEqual(['2024-01-15T07:30:00.250Z', 'offset'])
  expect(iso('20240115T093000-0530')).toEqual(['2024-01-15T15:00:00.000Z', 'offset'])
  expect(iso('2024-07-15 09:30', 'Europe/Berlin')).toEqual(['2024-07-15T07:30:00.000Z', 'local'])
  expect(iso('2024-01-15')).toEqual(['2024-01-15T00:00:00.000Z', 'day'])
})

test('days that do not exist and years out of reach are no times', () => {
  for (const text of [
    '2024-02-30',
    '0000-01-01T00:00:00Z',
    '2024-13-01',
    '2024-01-01T25:00',
    '9999-01-01',
    'soon',
    '',
  ]) {
    expect(iso(text)).toBeNull()
  }
  expect(wallTime(2023, 2, 29)).toBeNull()
})

test('the hour that clocks skip is read with the offset before, the one they repeat is the first', () => {
  expect(new Date(inZone(Date.UTC(2024, 2, 31, 2, 30), 'Europe/Berlin')).toISOString()).toBe(
    '2024-03-31T01:30:00.000Z',
  )
  expect(new Date(inZone(Date.UTC(2024, 9, 27, 2, 30), 'Europe/Berlin')).toISOString()).toBe(
    '2024-10-27T00:30:00.000Z',
  )
})

test('offsets of zones, also of half hours and unknown ones', () => {
  expect(zoneOffset('Asia/Kolkata', 0)).toBe(5.5 * 3_600_000)
  expect(zoneOffset('America/New_York', Date.UTC(2024, 0))).toBe(-5 * 3_600_000)
  expect(zoneOffset('No/Where', 0)).toBe(0)
  expect(isZone('Europe/Berlin')).toBe(true)
  expect(isZone('W. Europe Standard Time')).toBe(false)
})
