#!/usr/bin/env node
// The command's door: `bin` in package.json.
import { command } from './gate/index.js';
await command();
