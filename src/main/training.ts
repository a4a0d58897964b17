import { parseRecording, type Recording } from '../core/recording.ts'
import afterBoth from '../../resources/training/3-account-on.json' with { type: 'json' }
import afterClock from '../../resources/training/2-clock-right.json' with { type: 'json' }
import logs from '../../resources/training/sign-in-logs.json' with { type: 'json' }
import before from '../../resources/training/1-as-it-came.json' with { type: 'json' }

/** The training phone as it came in, after the first fix and after the second. */
export const loadTraining = (): readonly Recording[] =>
  [before, afterClock, afterBoth].map((recording) => {
    const parsed = parseRecording(JSON.stringify(recording), 'training')
    if (!parsed.ok)
      throw new Error(`the training phone is damaged: ${JSON.stringify(parsed.failure.details)}`)
    return parsed.value
  })

/** Made up after the client's sources: what a sign-in on the training phone writes down at each of these stages. */
export const TRAINING_LOGS: readonly (readonly string[])[] = logs
