/** Lives through the professionals it is sent, one seed after another. */
import { parentPort } from 'node:worker_threads'
import { livesOf } from './lives.ts'

parentPort?.on('message', (seed: number) => parentPort?.postMessage(livesOf(seed)))
