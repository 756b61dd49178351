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
  /(?<![\p{L}\p{N}_/.-])(?:TODO|T\.?B\.?D|FIXME)(?![\p{Script=Latin}\p{N}_/]|-[\p{L}\p{N}]|\s+(?:lists?(?! (?:the|all|any|known|what)\b)|(?:app|item|comment)s?)\b|\s[a-z]{2,20}\s(?:is|are|was|were)\s(?:left out|ignored|excluded|removed|dropped|skipped)\b)(?: ?\([^)\n]{0,40}\))?(?: ?[:：][^.\n]{0,300}| [-–—] [^.\n]{0,300}|\s{1,2}(?:please )?(?:describe|list|explain|add|write|fill|specify|document|insert|complete|provide|ask)\b[^.\n]{0,300})?/giu
const SHORT_ABBREVIATION = /(?<![\p{L}\p{N}_/.-])(?:TBA|TBC|WIP|XXX{0,20}|N\.?Y\.?A\.?)(?=\s*(?:$|[.,;:!?)\]|]))/gimu

/** Stretches of text that say that there is none yet. */
export const PLACEHOLDERS: readonly Suspect[] = [
  {
    hint: /more\s+information\s+needed/i,
    pattern: () =>
      /\[?\s?\bmore\s{1,9}information\s{1,9}needed\b(?:\s{1,9}for\s{1,9}further\s{1,9}recommendations)?\s?\]?\.?/giu,
  },
  { hint: /<%/, pattern: () => /<%[^%]{0,300}%>/g },
  {
    hint: /to[ -]do/i,
    pattern: () => /(?<=^\W{0,8})to[ -]do(?=\s{0,3}(?:[:：–—]|- |$|[.!]))[^.\n]{0,300}/gim,
  },
  {
    hint: /(?:will|shall) |(?:will|shall)\n/i,
    pattern: () =>
      /(?<=^\W{0,8})(?:(?:this|the) (?:section|part|page|card|chapter|field|information|content|text|document)s? )?(?:will|shall)\s(?:be\s)?(?:added|documented|provided|updated|completed|filled|written|described|published|follow|announced)\b[^.\n]{0,200}/gim,
  },
  {
    hint: /will/i,
    pattern: () =>
      /(?<=^\W{0,8})(?:[a-z]{1,20} ){0,4}will\s(?:follow|be\s(?:added|documented|provided|completed|filled in|written|described|published|announced))(?:\s{0,3}(?:later|soon|shortly|in due course|in (?:a|the) (?:later|next|future|coming)\b[^.\n]{0,60}))?\s{0,3}(?=[.!]|$)/gim,
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
      /(?<=^\W{0,8})to be (?:added|announced|completed|confirmed|decided|defined|determined|documented|filled(?: in)?|provided|updated|written)\b(?! (?:to|as|into) [^.,\n]{1,60}, )[^.\n]{0,200}/gimu,
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
    hint: /여기에/,
    pattern: () =>
      /[^.\n]{0,40}여기에\s{0,3}[^.\n]{0,30}(?:서술|기술|작성|기재|설명|입력|기입|적[으습어]|쓰|씁)[가-힣 ]{0,12}/g,
  },
  {
    hint: /(?:주세요|주십시오|하세요|하십시오|하시오|바랍니다|바람|요망|할 것)/,
    pattern: () =>
      /[^.\n]{0,40}(?:한계|한계점|제한|제약|용도|목적|데이터|결과|성능|지표|편향|위험|정보|내용|사항|항목|담당자|소유자|라이[선센]스|버전|연락처|방법|계획)들?[을를]\s{0,3}(?:여기에\s{0,3})?(?:자세히\s|상세히\s|구체적으로\s|간단히\s|간략히\s)?\s{0,3}(?:(?:적어|써|채워|넣어|기술해|서술해|설명해|작성해|기재해|입력해|나열해|명시해)\s?(?:주세요|주십시오|주시기\s?바랍니다)|(?:기술|서술|설명|작성|기재|입력|기입|나열|열거|명시)\s?(?:하세요|하십시오|하시오|하시기\s?바랍니다|바랍니다|바람|요망|할 것))/g,
  },
  {
    hint: /(?:될|할|하겠|되겠)\s{0,3}(?:예정|계획)/,
    pattern: () =>
      /(?:(?<![가-힣])(?:곧|조만간|추후|나중에|차후)에?\s{0,3}(?:[가-힣]{1,10}\s){0,2}?|(?<=^[^가-힣A-Za-z0-9]{0,8}))(?:추가|작성|기재|보완|공개|업데이트|기입|제공)(?:될|할)\s{0,3}(?:예정|계획)(?:입니다|이다|임)?/gm,
  },
  {
    hint: /추후|나중|차후/,
    pattern: () =>
      /(?:내용을?\s{0,3})?(?:추후|나중에|차후)에?\s{0,3}(?:작성|기재|업데이트|보완|공개|제공|추가|기입)(?:\s{0,3}(?:예정|바람|필요))?(?:입니다|합니다|하겠습니다|함|임)?/gu,
  },
  // Where a noun that is no part of a card follows as the subject of a sentence, the word belongs to that noun.
  {
    hint: /작성|기재|업데이트|보완|입력|추가/,
    pattern: () =>
      /(?<![가-힣])(?:(?:작성|기재|업데이트|보완)\s{0,3}(?:예정|중|필요|요망|바랍니다)|(?:입력|추가)\s{0,3}(?:예정|요망|바랍니다))(?:입니다|합니다|임|함)?(?![가-힣])(?!\s(?!내용|항목|부분|사항|문서|섹션|한계|정보|설명|자료)[가-힣]{1,10}[은는이가을를]\s)/gu,
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
    hint: /미정|미작성|미기재|미입력|준비/,
    pattern: () =>
      /(?<![가-힣])(?:미정|미작성|미기재|미입력|준비\s?중)(?:입니다|임|이다)?(?![가-힣])(?!\s(?!내용|항목|부분|사항|문서|섹션|한계|정보|설명|자료)[가-힣]{1,10}[은는이가을를]\s)/gu,
  },
  { hint: /여기에/, pattern: () => /(?<![가-힣])여기에(?![가-힣])/gu },
]

/** Filler text is never content, however long it is; quoted, it is what the text is about. */
export const FILLER =
  /(?<!["'“‘「`]\s{0,2})(?:lorem ipsum(?! (?:text|passages?|pages?|paragraphs?) (?:is|are|was|were)\b)|\bdolor sit amet\b)/iu
