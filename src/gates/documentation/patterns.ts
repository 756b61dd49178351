/**
 * What people and tools leave where an answer should be. Every pattern is bounded in how far it looks and has no nested
 * repetition, since the text it is held against is written by anybody.
 */

/**
 * A pattern, and a plain expression that matches wherever the pattern could. Most texts have nothing of the kind, and
 * patterns that fold Unicode's cases are slow to compile.
 */
export interface Suspect {
  readonly hint: RegExp
  readonly pattern: () => RegExp
}

/** Sentences of the common card templates, word for word; links among their words already taken out. */
export const TEMPLATE_SENTENCES: readonly Suspect[] = [
  {
    hint: /downstream/i,
    sentence:
      'users \\(both direct and downstream\\) should be made aware of the risks, biases and limitations of the model\\.?(?: more information needed for further recommendations\\.?)?',
  },
  { hint: /code\s+below/i, sentence: 'use the code below to get started with the model\\.?' },
  {
    hint: /carbon/i,
    sentence:
      'carbon emissions can be estimated using the \\[?machine learning impact calculator\\]?(?:\\([^)\\n]{0,200}\\))? presented in \\[?lacoste et al\\. \\(2019\\)\\]?(?:\\([^)\\n]{0,200}\\))?\\.?',
  },
  {
    hint: /generated\s+automatically/i,
    sentence:
      'this model card has been generated automatically according to the information the trainer had access to\\.? you should probably proofread and complete it,?(?: then remove this comment)?\\.?',
  },
  { hint: /model\s+id/i, sentence: 'model card for model id(?!\\p{L})' },
].map(({ hint, sentence }) => {
  let compiled: RegExp | undefined
  const pattern = () => (compiled ??= new RegExp(sentence.replaceAll(' ', '\\s{1,9}'), 'giu'))
  return { hint, pattern }
})

/**
 * A word that is only an abbreviation of "not yet"; where letters follow it, it may be part of a name. What somebody
 * still has to do, up to the end of the sentence, belongs to it.
 */
const ABBREVIATION =
  /(?<![\p{L}\p{N}_/.-])(?:TODO|T\.?B\.?D|FIXME)(?![\p{Script=Latin}\p{N}_/]|-[\p{L}\p{N}]|\s+(?:list|app|item|comment)s?\b)(?: ?\([^)\n]{0,40}\))?(?: ?[:：][^.\n]{0,300}| [-–—] [^.\n]{0,300})?/giu
const SHORT_ABBREVIATION = /(?<![\p{L}\p{N}_/.-])(?:TBA|TBC|WIP|XXX{0,20}|N\.?Y\.?A\.?)(?=\s*(?:$|[.,;:!?)\]|]))/gimu

/** Stretches of text that say that there is none yet. */
export const PLACEHOLDERS: readonly Suspect[] = [
  {
    hint: /more information needed/i,
    pattern: () => /\[?\s?\bmore information needed\b(?: for further recommendations)?\s?\]?\.?/giu,
  },
  { hint: /[{$]/, pattern: () => /\{\{[^}]{0,500}\}\}|\{%[^%]{0,300}%\}|\$\{[A-Z_]{1,60}\}/gu },
  {
    hint: /</,
    pattern: () => /<(?:your|insert|model|name|description|placeholder|date|version|todo)\b[^>\n]{0,60}>/giu,
  },
  {
    hint: /\[/,
    pattern: () =>
      /\[(?:your|insert|describe|placeholder|optional|model name|name|date|todo|tbd)\b[^\]\n]{0,60}\](?!\()/giu,
  },
  { hint: /todo|t\.?b\.?d|fixme/i, pattern: () => ABBREVIATION },
  { hint: /tb[ac]|wip|xxx|n\.?y\.?a/i, pattern: () => SHORT_ABBREVIATION },
  {
    hint: /to be /i,
    pattern: () =>
      /(?<=^\W{0,8})to be (?:added|announced|completed|confirmed|decided|defined|determined|documented|filled(?: in)?|provided|updated|written)\b[^.\n]{0,200}/gimu,
  },
  {
    hint: /to be /i,
    pattern: () =>
      /\bto be (?:added|announced|completed|confirmed|decided|defined|determined|documented|filled(?: in)?|provided|updated|written)\b(?:\s+(?:later|soon))?/giu,
  },
  {
    hint: /coming soon|under construction|in progress|not yet /i,
    pattern: () =>
      /\bcoming soon\b|\bunder construction\b|\bwork in progress\b|\bnot yet (?:written|documented|available|defined)\b/giu,
  },
  {
    hint: /\bhere\b|\b(?:replace|change) (?:this|me)\b/i,
    pattern: () =>
      /\b(?:insert|enter|add|describe|write|put|replace|fill in|your)\b[^.\n]{0,40}\bhere\b|\b(?:replace|change) (?:this|me)\b/giu,
  },
  {
    hint: /your /i,
    pattern: () => /(?<=^\W{0,8})your (?:model|name|text|description|org|organi[sz]ation|company)\b/gimu,
  },
  {
    hint: /추후|나중|차후/,
    pattern: () =>
      /(?:내용을?\s{0,3})?(?:추후|나중에|차후)에?\s{0,3}(?:작성|기재|업데이트|보완|공개|제공|추가|기입)(?:\s{0,3}(?:예정|바람|필요))?(?:입니다|합니다|하겠습니다|함|임)?/gu,
  },
  {
    hint: /작성|기재|업데이트|보완|입력|추가/,
    pattern: () =>
      /(?<![가-힣])(?:(?:작성|기재|업데이트|보완)\s{0,3}(?:예정|중|필요|바랍니다)|(?:입력|추가)\s{0,3}(?:예정|바랍니다))(?:입니다|합니다|임|함)?(?![가-힣])/gu,
  },
  {
    hint: /내용|설명|정보/,
    pattern: () =>
      /(?:여기에\s{0,3})?[가-힣]{0,10}\s{0,3}(?:내용|설명|정보)[을를]?\s{0,3}(?:입력|작성|추가|기재)(?:\s{0,3}(?:하세요|해\s?주세요|하십시오|해\s?주십시오|바랍니다|필요|할 것))/gu,
  },
  {
    hint: /입력|작성|기재|기입/,
    pattern: () => /(?:여기에\s{0,3})?(?:입력|작성|기재|기입)\s{0,3}(?:하세요|해\s?주세요|하십시오|해\s?주십시오)/gu,
  },
  {
    hint: /미정|미작성|준비/,
    pattern: () => /(?<![가-힣])(?:미정|미작성|준비\s?중)(?:입니다|임|이다)?(?![가-힣])/gu,
  },
  { hint: /여기에/, pattern: () => /(?<![가-힣])여기에(?![가-힣])/gu },
]

/** Filler text is never content, however long it is; quoted, it is what the text is about. */
export const FILLER = /(?<!["'“‘「`]\s{0,2})(?:lorem ipsum|\bdolor sit amet\b)/iu

/** A line that as a whole is no answer. */
export const NO_ANSWER =
  /^(?:none|null|nil|nan|n\.?\/?a\.?|unknown|not (?:available|specified|applicable|provided)|placeholder|sample text|example text|dummy|foo|bar|baz|asdf|qwerty|없음|없습니다|해당\s?(?:사항\s?)?없(?:음|습니다)|내용\s?없(?:음|습니다)|정보\s?없(?:음|습니다)|미상|알 수 없음|모름)$/iu

/** The same with a reason behind it, which counts from a certain length on. */
export const NO_ANSWER_BECAUSE =
  /^(?:none|n\.?\/?a\.?|not applicable|not available|해당\s?(?:사항\s?)?없음|없음)\s{0,3}[-–—:,;.(（]\s{0,3}(.*)$/iu
