import { shortDate } from '../format.ts'
import { LineChart } from './LineChart.tsx'

type Props = {
  readonly points: readonly { readonly x: number; readonly y: number }[]
  /** Says the chart in a sentence. */
  readonly label: string
  readonly height: number
}

/** A share as it changes over time, from its first day; x in epoch milliseconds. */
export const TimeChart = (props: Props) => (
  <LineChart {...props} xText={(x) => shortDate(new Date(x).toISOString())} fromZero={false} />
)
