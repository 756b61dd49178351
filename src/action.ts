// The action's door: `runs.main` in action.yml.
import { action } from './app/main.js'

await action()
// All is written by now, and nothing is waited for: taking the program down piece by piece would only take time.
process.exit()
