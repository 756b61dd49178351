#!/usr/bin/env node
// The command's door: `bin` in package.json.
import { command } from './app/main.js'

await command()
