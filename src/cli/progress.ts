import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '#operations/operation.ts'

/** Longest step shown before the bar. */
const STEP_WIDTH = 34

const fit = (text: string): string =>
  text.length > STEP_WIDTH ? `…${text.slice(1 - STEP_WIDTH)}` : text.padEnd(STEP_WIDTH)

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** A progress bar on standard error: what, how far, how fast, how long still. Nothing where nobody is looking. */
export class ProgressBar {
  readonly #enabled: boolean
  #bar: SingleBar | null = null
  #phase = ''

  constructor(enabled: boolean) {
    this.#enabled = enabled
  }

  readonly show = (progress: Progress): void => {
    if (!this.#enabled || progress.total === null || progress.total === 0) return
    const phase = progress.unit === 'bytes' ? 'reading' : progress.step
    if (phase !== this.#phase) {
      this.stop()
      this.#phase = phase
    }
    const bytes = progress.unit === 'bytes'
    this.#bar ??= this.#start(progress.total, progress.unit)
    this.#bar.update(Math.min(progress.done, progress.total), {
      step: fit(progress.step),
      amount: bytes
        ? `${megabytes(progress.done)} of ${megabytes(progress.total)}`
        : progress.unit === 'percent'
          ? ''
          : `${progress.done} of ${progress.total}`,
      records: progress.records === undefined ? '' : `, ${progress.records} records`,
    })
  }

  stop(): void {
    this.#bar?.stop()
    this.#bar = null
  }

  #start(total: number, unit: Progress['unit']): SingleBar {
    const bar = new SingleBar(
      {
        format: '{step} {bar} {percentage}% {amount}{records} {rate} {eta_formatted} left',
        barsize: 20,
        hideCursor: true,
        clearOnComplete: true,
        stream: process.stderr,
        etaBuffer: 50,
        formatValue: (value, _options, type) =>
          type === 'percentage' ? String(value).padStart(3) : String(value),
      },
      Presets.shades_classic,
    )
    const began = performance.now()
    bar.start(total, 0, { step: '', amount: '', records: '', rate: '' })
    const update = bar.update.bind(bar)
    bar.update = ((value: number, payload: object) => {
      const seconds = Math.max(0.001, (performance.now() - began) / 1000)
      update(value, {
        ...payload,
        rate:
          unit === 'percent'
            ? ''
            : `${unit === 'bytes' ? megabytes(value / seconds) : Math.round(value / seconds)}/s`,
      })
    }) as typeof bar.update
    return bar
  }
}
