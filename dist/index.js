// The action's door: `runs.main` in action.yml.
import { action } from './gate/index.js';
await action();
