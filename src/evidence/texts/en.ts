import type { Templates } from '../../shared/message.js'

export const en = (): Templates => ({
  'evidence.empty': 'The file is empty. Check that the step that writes it ran to its end.',
  'evidence.binary':
    'The file is not text in UTF-8. Write it as UTF-8 text; a file saved as UTF-16 or in a binary format cannot be read.',
  'evidence.format': 'There is no reader called {format}. `format` is one of {known}.',
  'evidence.unknown':
    'The format is not told by the file name, and the content is none of {known}. Rename the file, or name its `format` in the policy.',
  'evidence.too-large':
    'The file has {bytes} bytes; {title} is read up to {limit}. Write only the results into it, not the data or the predictions.',
  'evidence.unreadable': 'The file could not be read as {title}: {detail}. Write it with an ordinary {title} library.',
  'evidence.too-deep': 'Values are nested more than {limit} levels deep. Write the results in a flatter form.',
  'evidence.too-many': 'The file holds more than {limit} values. Write only the results into it, not the data.',
  'evidence.duplicate-key':
    'The key {key} is there twice, on lines {first} and {second}. Keep one of them: which one holds cannot be known.',
  'evidence.line-ends':
    'Mixed line ends: a carriage return stands here without a line feed, and what follows would count as part of this line. Save the file with one kind of line end.',
  'evidence.found.end': 'the end of the file',
  'evidence.found.line-end': 'the end of the line',

  'evidence.json.unexpected': 'This is not JSON: expected {expected}, found {found}. Write the file with `json.dump`.',
  'evidence.json.expected.value': 'a value',
  'evidence.json.expected.key': 'a key in double quotes (and no comma before a closing brace)',
  'evidence.json.expected.colon': 'a colon after the key',
  'evidence.json.expected.map-end': 'a comma or a closing brace',
  'evidence.json.expected.list-end': 'a comma or a closing bracket',
  'evidence.json.expected.string-end': 'the closing quote of a text (a line end inside it is written as \\n)',
  'evidence.json.expected.escape': 'one of the escapes of JSON (a backslash is written twice)',
  'evidence.json.trailing':
    'The JSON value ends before the file does: found {found} behind it. Keep one value in the file; a file opened for appending gets a second one.',
  'evidence.json.lines':
    'The file holds JSON Lines, one value a line. Write the final results as one JSON object into a file of their own.',
  'evidence.json.python':
    'This is a Python value as `print` or `str` writes it, not JSON. Write the file with `json.dump`.',

  'evidence.yaml.syntax': 'This is not YAML: {detail}. Check the indentation and quote texts with special characters.',
  'evidence.yaml.tab': 'The line is indented with a tab, which YAML does not allow. Use spaces.',
  'evidence.yaml.nested':
    'A second `key: value` begins inside a value. Align the keys, start a new line for each, or quote a text that holds a colon.',
  'evidence.yaml.no-colon': 'A key is not followed by a colon. Write `key: value`, with a space behind the colon.',
  'evidence.yaml.exhausted': 'The content is nested too deeply to be read. Write the results in a flatter form.',
  'evidence.yaml.documents': 'A second document begins here (`---`). Keep one document in the file.',
  'evidence.yaml.alias': 'The alias {name} is not read in evidence. Write the value out where it is used.',
  'evidence.yaml.tag': 'The tag {tag} is not read in evidence. Write the value without it.',
  'evidence.yaml.key': 'This key is a list or a map. Write a plain text as the key.',

  'evidence.toml.syntax': 'This is not TOML: {detail}. Write it as TOML 1.0.',

  'evidence.csv.ragged':
    'Cells in this row: {found}; in the first row: {expected}. Give every row the same number, and quote cells that hold the delimiter.',
  'evidence.csv.quote':
    'A quoted cell begins or ends in a wrong place. Quote the whole cell, and write a quote inside it twice.',
  'evidence.csv.record-size': 'A row is longer than {limit} bytes. Check for a quote that is opened and never closed.',
  'evidence.csv.syntax': 'This is not CSV: {detail}. Write the file with a CSV library.',
  'evidence.csv.no-rows':
    'There is a heading and no row below it. Check that the step that writes the file measured anything.',
  'evidence.csv.duplicate-column': 'Two columns are called {name}. Give each column a name of its own.',
  'evidence.csv.duplicate-row':
    'The name {name} is there twice, on lines {first} and {second}. Keep one row for each name: which one holds cannot be known.',
})
