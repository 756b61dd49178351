// The action's door: `runs.main` in action.yml.
import { action } from './app/main.js'

await action()
