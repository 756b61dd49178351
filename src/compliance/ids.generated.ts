// Generated from the packs by `npm run generate`. Do not edit.
/** What a policy may name under `compliance`. */
export const PACK_IDS: readonly string[] = [
  'eu-ai-act',
  'iso-42001',
  'kr-ai-basic-act',
  'nist-ai-rmf',
  'nyc-ll144',
  'us-sr-11-7',
  'us-sr-26-2',
]

/** One text a pack: it costs nothing until a policy names a control. */
const CONTROLS: ReadonlyMap<string, string> = new Map([
  [
    'eu-ai-act',
    'Article 4a;Article 9(1);Article 9(2);Article 9(5);Article 9(6);Article 9(8);Article 9(9);Article 10(2)(a);Article 10(2)(b);Article 10(2)(c);Article 10(2)(d);Article 10(2)(e);Article 10(2)(f);Article 10(2)(g);Article 10(2)(h);Article 10(3);Article 10(4);Article 11(1);Article 12(1);Article 12(2);Article 13(2);Article 13(3)(a);Article 13(3)(b)(i);Article 13(3)(b)(ii);Article 13(3)(b)(iii);Article 13(3)(b)(iv);Article 13(3)(b)(v);Article 13(3)(b)(vi);Article 13(3)(b)(vii);Article 13(3)(c);Article 13(3)(d);Article 13(3)(e);Article 13(3)(f);Article 14(4)(a);Article 14(4)(b);Article 14(4)(c);Article 14(4)(d);Article 14(4)(e);Article 15(1);Article 15(3);Article 15(4);Article 15(5);Article 17(1)(a);Article 17(1)(b);Article 17(1)(c);Article 17(1)(d);Article 17(1)(f);Article 17(1)(h);Article 17(1)(i);Article 17(1)(k);Article 17(1)(m);Article 18(1);Article 19(1);Article 26(1);Article 26(2);Article 26(4);Article 26(5);Article 26(6);Article 26(11);Article 43(4);Article 47;Article 49;Article 50(1);Article 50(2);Article 50(3);Article 50(4);Article 53(1)(a);Article 53(1)(b);Article 53(1)(c);Article 53(1)(d);Article 72;Article 73;Article 86;Annex IV 1(a);Annex IV 1(b);Annex IV 1(c);Annex IV 1(d);Annex IV 1(e);Annex IV 1(f);Annex IV 1(g);Annex IV 1(h);Annex IV 2(a);Annex IV 2(b);Annex IV 2(c);Annex IV 2(d);Annex IV 2(e);Annex IV 2(f);Annex IV 2(g);Annex IV 2(h);Annex IV 3;Annex IV 4;Annex IV 5;Annex IV 6;Annex IV 7;Annex IV 8;Annex IV 9',
  ],
  [
    'iso-42001',
    '5.3;7.5.3;9.1;10.1;A.2.2;A.2.3;A.2.4;A.3.2;A.3.3;A.4.2;A.4.3;A.4.4;A.4.5;A.4.6;A.5.2;A.5.3;A.5.4;A.5.5;A.6.1.2;A.6.1.3;A.6.2.2;A.6.2.3;A.6.2.4;A.6.2.5;A.6.2.6;A.6.2.7;A.6.2.8;A.7.2;A.7.3;A.7.4;A.7.5;A.7.6;A.8.2;A.8.3;A.8.4;A.8.5;A.9.2;A.9.3;A.9.4;A.10.2;A.10.3;A.10.4',
  ],
  [
    'kr-ai-basic-act',
    '법 제2조제4호;법 제3조제2항;법 제30조제3항;법 제31조;시행령 제23조;법 제32조;시행령 제24조;법 제33조;시행령 제25조;법 제34조제1항제1호;법 제34조제1항제2호;법 제34조제1항제3호;법 제34조제1항제4호;법 제34조제1항제5호;시행령 제27조제1항;시행령 제27조제2항;시행령 제27조제3항;법 제35조;시행령 제28조;법 제40조;법 제43조',
  ],
  [
    'nist-ai-rmf',
    'GOVERN 1.1;GOVERN 1.2;GOVERN 1.3;GOVERN 1.4;GOVERN 1.5;GOVERN 1.6;GOVERN 1.7;GOVERN 2.1;GOVERN 2.2;GOVERN 2.3;GOVERN 3.1;GOVERN 3.2;GOVERN 4.1;GOVERN 4.2;GOVERN 4.3;GOVERN 5.1;GOVERN 5.2;GOVERN 6.1;GOVERN 6.2;MAP 1.1;MAP 1.2;MAP 1.3;MAP 1.4;MAP 1.5;MAP 1.6;MAP 2.1;MAP 2.2;MAP 2.3;MAP 3.1;MAP 3.2;MAP 3.3;MAP 3.4;MAP 3.5;MAP 4.1;MAP 4.2;MAP 5.1;MAP 5.2;MEASURE 1.1;MEASURE 1.2;MEASURE 1.3;MEASURE 2.1;MEASURE 2.2;MEASURE 2.3;MEASURE 2.4;MEASURE 2.5;MEASURE 2.6;MEASURE 2.7;MEASURE 2.8;MEASURE 2.9;MEASURE 2.10;MEASURE 2.11;MEASURE 2.12;MEASURE 2.13;MEASURE 3.1;MEASURE 3.2;MEASURE 3.3;MEASURE 4.1;MEASURE 4.2;MEASURE 4.3;MANAGE 1.1;MANAGE 1.2;MANAGE 1.3;MANAGE 1.4;MANAGE 2.1;MANAGE 2.2;MANAGE 2.3;MANAGE 2.4;MANAGE 3.1;MANAGE 3.2;MANAGE 4.1;MANAGE 4.2;MANAGE 4.3',
  ],
  [
    'nyc-ll144',
    '20-871(a)(1);20-871(a)(2);20-871(b);5-301 auditor;5-301 sex;5-301 race/ethnicity;5-301 intersectional;5-301 scoring rate;5-301 unknown;5-302',
  ],
  [
    'us-sr-11-7',
    'IV;V;VI',
  ],
  [
    'us-sr-26-2',
    'scope;materiality;inventory;development;use;validation;effective-challenge;monitoring;outcomes-analysis;governance;documentation;third-party',
  ],
])

/** The ids of a pack's controls, in its order. */
export function controlIdsOf(pack: string): readonly string[] {
  return CONTROLS.get(pack)?.split(';') ?? []
}
