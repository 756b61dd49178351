import { look } from '../../evidence/alike.js'

/** Longest name that is taken apart; a longer one says nothing. */
const MAX_NAME = 1000

/** Letters that look like plain Latin ones, and those that they look like; capitals look like others than small ones do. */
const ALIKE = 'аеіјкорстухѕԁԛԝһɡɑıαοριυνκτχАВЕІЈКМНОРСТУХЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'
const LATIN = 'aeijkopctyxsdqwhgaiaopiuvktxABEIJKMHOPCTYXSGABEZHIKMNOPTYX'
/** Marks above, below and around letters. */
const MARKS = /[\u0300-\u036f\u20d0-\u20ff]/g

/** Without marks, and with a Latin letter for each that looks like one: `gеndér` is gender, whose second letter is Cyrillic. */
function plain(name: string): string {
  const bare = name.normalize('NFD').replace(MARKS, '').normalize('NFC')
  return bare.replace(/[^\p{ASCII}]/gu, (letter) => LATIN[ALIKE.indexOf(letter)] ?? letter)
}

/**
 * The words of a name, in small letters: `cat__gender_F` is cat, gender, f, and so are `Cat Gender=F` and `catGenderF`. They end at
 * everything that is no letter or digit, before a capital behind a small letter, and between letters and digits. Marks and
 * the script of letters that look alike make no difference.
 */
export function wordsOf(name: string): string[] {
  return plain(look(name.slice(0, MAX_NAME)))
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{N})/gu, '$1 $2')
    .replace(/(\p{N})(\p{L})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
}

/**
 * Whether a column is of a feature: words that follow each other in the column's name are those of the feature's, however
 * they are parted. So `gender` is met by `gender_F`, `gender=F`, `cat__gender_F`, `isGender` and `gender & tenure`, and `zip_code` by
 * `ZipCode_1`; `age` is not met by `usage`, but by `age_of_account`.
 */
export function isOf(column: readonly string[], feature: readonly string[]): boolean {
  const wanted = feature.join('')
  if (wanted === '') return false
  return column.some((_, from) => {
    let joined = ''
    for (let at = from; at < column.length && joined.length < wanted.length; at += 1) joined += column[at]
    return joined === wanted
  })
}

/**
 * Names that are positions: what NumPy's arrays, models without column names, scikit-learn's one-hot columns of these (`x0_F`) and
 * components of a decomposition have.
 */
const POSITION =
  /^(?:(?:feature|feat|f|x|v|col|column|var|variable|attr|attribute|input|unnamed|dim|pca|pc|truncatedsvd|component)?[_: ]{0,2}\d+|x\d+_.*)$/is
/** Whether a name says nothing of the feature but where it stands, or is too long to say anything. */
export function isPosition(name: string): boolean {
  if (name.length > MAX_NAME) return true
  // A term of several features is named by all of them; a ColumnTransformer writes `cat__` before a name.
  return look(name)
    .split(' & ')
    .some((part) => POSITION.test(part.slice(part.lastIndexOf('__') < 0 ? 0 : part.lastIndexOf('__') + 2)))
}
