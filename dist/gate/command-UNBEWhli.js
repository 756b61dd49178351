import{existsSync as M}from"node:fs";import{resolve as b,dirname as $,basename as C,relative as B}from"node:path";import{f as y,o as h,p as F,n as X,m as l,V as I,a as Z,b as z,D as Q,L as A,E as q,r as ee,c as te,w as O,l as j,d as T,e as ne,g as L,i as S,W as D,s as oe,h as R,j as re,k as se,q as ae,t as ie,u as ce,v as de,x as le,y as ue}from"./index.js";import{p as fe}from"./schema-Cxl9bgjR.js";import{parseArgs as me}from"node:util";import{V as pe}from"./version-BW2YnjaF.js";const N=["check","inspect","merge","schema","self-test","audit"],_=["text","json","markdown"],P={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},audit:{type:"string"},head:{type:"string"},count:{type:"string"},model:{type:"string"},verdict:{type:"string",multiple:!0},person:{type:"string"},since:{type:"string"},until:{type:"string"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},V={check:["policy","metrics","model-card","baseline","groups","audit","report-dir","language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","strict","language","format"],audit:["head","count","model","verdict","person","since","until","language","format"]},he=["help","version"];function E(e,n){return(t,o,r)=>{const s=p(e,t),a=o.find(i=>i===(s??r));return a===void 0&&n.push(m(l("cli.choice",{name:`--${t}`,found:s??"",allowed:o}))),a??r}}function p(e,n){const t=e[n];return typeof t=="string"?t:void 0}function k(e,n){const t=e[n];return typeof t=="object"?t:[]}function ge(e){const{values:n,positionals:t,tokens:o}=me({args:[...e],options:P,strict:!1,allowPositionals:!0,tokens:!0}),r=N.find(d=>d===t[0]),s=[...r===void 0?Object.values(V).flat():V[r],...he],a=[...new Set(s)].map(d=>`--${d}`),i=new Set,c=o.flatMap(d=>{if(d.kind!=="option")return[];const{name:u,rawName:f}=d,g=s.find(v=>v===u),x=i.has(u);if(i.add(u),g===void 0)return[m(W("option",f,a))];const{type:w}=P[g];return w==="string"&&!d.value?[m(l("cli.needs-value",{name:f}))]:w==="boolean"&&d.value!==void 0?[m(l("cli.no-value",{name:f}))]:x&&!("multiple"in P[g])?[m(l("cli.twice",{name:f}))]:[]});return c.length>0?y(...c):h({values:n,positionals:t})}function W(e,n,t){const o=X(n,t),r=`cli.unknown-${e}`;return o===void 0?l(r,{name:n,allowed:t}):l(`${r}-near`,{name:n,near:o})}function m(e){return F("cli.usage",{why:e})}const G=["verify","show"],ye=["head","count"],we=["model","verdict","person","since","until"];function ve(e,n){const t=[],o=E(e,t),r=v=>{t.push(m(v))},[s,a,...i]=n,c=G.find(v=>v===s);c===void 0?r(l("audit.no-action",{found:s??"",allowed:G})):a===void 0&&r(l("audit.no-path",{action:c})),i.length>0&&r(l("cli.too-many",{paths:n.slice(1)}));const d=c==="verify"?we:c==="show"?ye:[];for(const v of d.filter(Y=>e[Y]!==void 0))r(l("audit.not-of",{name:`--${v}`,action:c??""}));const u=o("language",A,"en"),f=o("format",c==="show"?["text","json","csv"]:["text","json"],"text"),g=be(e,r),x=ke(e,r);if(t.length>0||a===void 0||c===void 0)return y(...t);const w={command:"audit",path:a,language:u};return c==="show"?h({...w,action:c,format:f,filter:x}):h({...w,action:c,format:f==="csv"?"text":f,...g})}function be(e,n){const t=p(e,"head"),o=p(e,"count");return t!==void 0&&!/^[0-9a-fA-F]{64}$/.test(t)&&n(l("audit.not-a-hash",{found:t})),o!==void 0&&!/^[1-9]\d{0,8}$/.test(o)&&n(l("audit.not-a-count",{found:o})),{...t!==void 0&&{head:t.toLowerCase()},...o!==void 0&&{count:Number.parseInt(o,10)}}}function ke(e,n){const t=p(e,"model"),o=p(e,"person"),r=k(e,"verdict"),s=r.flatMap(c=>I.filter(d=>d===c));for(const c of r.filter(d=>!I.some(u=>u===d)))n(l("cli.choice",{name:"--verdict",found:c,allowed:I}));const[a,i]=["since","until"].map(c=>xe(e,c,n));return{...t!==void 0&&{model:t},...o!==void 0&&{person:o},...s.length>0&&{verdicts:s},...a!==void 0&&{since:a},...i!==void 0&&{until:i}}}function xe(e,n,t){const o=p(e,n);if(o===void 0)return;const r=Z(o),s=r===void 0?z(o)?.at:n==="since"?r:r+Q-1;if(s===void 0){t(l("audit.not-a-time",{name:`--${n}`,found:o}));return}return new Date(s).toISOString()}function Ae(e){const n=ge(e);if(!n.ok)return n;const{values:t,positionals:o}=n.value,[r,...s]=o;if(t.version===!0)return h({command:"version"});const a=N.find(i=>i===r);return t.help===!0||r===void 0?h({command:"help",...a&&{of:a}}):a===void 0?y(m(W("command",r,N))):a==="schema"?h({command:"schema"}):a==="merge"?Ie(t,s):a==="self-test"?Ee(t,s):a==="audit"?ve(t,s):a==="check"?Te(t,s):Oe(t,s)}function Te(e,n){const t=[],o=E(e,t);n.length>1&&t.push(m(l("cli.too-many",{paths:n})));const r=o("format",_,"text"),s=p(e,"report-dir"),a=p(e,"audit"),i={policy:J(e),evidence:{metrics:k(e,"metrics"),baseline:k(e,"baseline"),groups:k(e,"groups"),"model-card":k(e,"model-card")},language:o("language",A,"en"),...s!==void 0&&{reportDir:s},...a!==void 0&&{audit:a}};return t.length>0?y(...t):h({command:"check",path:n[0]??".",format:r,options:i})}function J(e){const n=p(e,"policy");return{kind:"file",path:n??te,named:n!==void 0}}function Ee(e,n){const t=[],o=E(e,t);n.length>1&&t.push(m(l("cli.too-many",{paths:n})));const r=o("format",["text","json"],"text"),s=o("language",A,"en");if(t.length>0)return y(...t);const[a="."]=n,i=e.strict===!0;return h({command:"self-test",path:a,policy:J(e),format:r,language:s,strict:i})}function Ie(e,n){const t=[],o=E(e,t);n.length===0&&t.push(m(l("cli.no-folders")));const r=o("format",_,"text"),s=o("language",A,"en"),a=p(e,"report-dir"),i=k(e,"expect");return t.length>0?y(...t):h({command:"merge",paths:n,expected:i,format:r,language:s,...a!==void 0&&{reportDir:a}})}function Oe(e,n){const t=[],o=E(e,t),[r,...s]=n;r===void 0&&t.push(m(l("cli.no-path"))),s.length>0&&t.push(m(l("cli.too-many",{paths:n})));const a=[...new Set(q.map(ee)),"predictions"],i=o("as",a,/\.(?:md|markdown)$/i.test(r??"")?"model-card":"metrics"),c=o("format",["text","json"],"text"),d=o("language",A,"en");if(t.length>0||r===void 0)return y(...t);const[u,f,g]=["read-as","run","experiment"].map(w=>p(e,w)),x={...u&&{readAs:u},...f&&{run:f},...g&&{experiment:g}};return h({command:"inspect",path:r,role:i,format:c,language:d,...x})}const je=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,Se=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --metrics PATH       metrics file or glob; may be given several times
  --groups PATH        metrics by group, for fairness
  --baseline PATH      metrics to compare with
  --model-card PATH    the model card
  --audit DIR          record the decision in the trail in DIR, which is made where it is absent
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Paths given here are relative to the current folder, else to PATH; paths in the policy are relative to PATH.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,De=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,Re=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,Ne=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,Pe=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`,He=`ml-gate audit verify DIR - proves that the trail of decisions in DIR is whole, or names its first bad entry.
ml-gate audit show DIR   - lists its decisions, and stops where the chain breaks.

  --head SHA256        (verify) the digest of an entry that is known from elsewhere: it has to be in the chain
  --count N            (verify) at least so many entries have to be there
  --model NAME         (show) decisions about this model
  --verdict VERDICT    (show) pass, warn, fail or error; may be given several times
  --person LOGIN       (show) that this person started, wrote, approved, owns or waived
  --since, --until     (show) from, or up to and with, a day (UTC) or a time: 2026-11-25, 2026-11-25T14:05:09Z
  --format text|json|csv   what is printed (default: text); verify prints text or json
  --language en|ko     language of messages (default: en)

DIR is the trail's folder, or a checkout of its branch; it holds the folder entries. Without --head or --count nothing can
tell that entries at the end were removed, nor that the last one was altered in a way that leaves it an entry.
Exit codes: 0 the chain holds, 1 it is broken, 2 no trail or wrong usage.
`,Me={check:Se,inspect:Ne,merge:Re,schema:De,"self-test":Pe,audit:He};function $e(e){return e===void 0?je:Me[e]}const Ce=1024*1024;async function Fe(e,{out:n,err:t}){const o=Ae(e);if(!o.ok){const r=O(/(?:^| )--language[= ]ko(?: |$)/.test(e.join(" "))?"ko":"en");for(const{message:s}of o.problems)t(`${j(r.say(s))}
`);return T.error}switch(o.value.command){case"help":return n($e(o.value.of)),e.length===0?T.error:0;case"version":return n(`${pe}
`),0;case"schema":return n(`${JSON.stringify(fe((await ne()).map(({gate:r})=>r)),null,2)}
`),0;case"check":return Le(o.value,{out:n,err:t});case"inspect":return We(o.value,{out:n,err:t});case"merge":return _e(o.value,{out:n,err:t});case"self-test":return Ge(o.value,{out:n,err:t});case"audit":return(await import("./command-Bvlvd7x_.js")).runAudit(o.value,{out:n,err:t})}}async function Le({path:e,format:n,options:t},o){const{report:r,files:s}=await Ve(await Ue(e,t),e,t);return U(r,{...t,format:n},o,s)}async function _e(e,n){const{gather:t}=await import("./merge-HNpDZhl2.js"),{mergeReports:o}=await import("./merge-COsE5tsl.js"),r=e.paths.map(H),s=r.flatMap(c=>c.ok?[]:c.problems),a=await t(r.flatMap(c=>c.ok?[c.value]:[])),i=s.length>0?L(s,{},{source:"",from:"head",sha256:"",resolved:null}):o({...a,expected:e.expected,subject:{}});return U(i,e,n)}function U(e,{language:n,reportDir:t,format:o},{out:r,err:s},a=[]){const i=O(n);if(t!==void 0)try{re(e,i,t,void 0,a)}catch(c){const d=se(c);return s(`${j(i.say(l("app.report-dir",{path:t,why:d})))}
`),T.error}return r(Je(e,i,o)),T[e.verdict]}async function Ve(e,n,{audit:t}){if(t===void 0&&ae(e.policy.resolved)===void 0)return{report:e,files:[]};const{recordDecision:o}=await import("./record-mVytmiVM.js").then(function(r){return r.r});return o(e,{base:b(n),now:Date.now,...t!==void 0&&{folder:t}})}async function We(e,{out:n,err:t}){const{inspect:o,inspectedText:r}=await import("./inspect-MuadGNkl.js"),s=O(e.language),a=S(process.cwd(),b(e.path)),i=D.open(a?process.cwd():$(b(e.path)),"."),c=a?e.path:C(e.path),d=i.ok?await o(i.value,{...e,path:c},s):i;if(d.ok)return n(e.format==="json"?`${JSON.stringify(d.value,null,2)}
`:r(d.value)),0;for(const{message:u,at:f}of d.problems)t(`${j(`${f===void 0?"":`${oe(f)}: `}${s.say(u)}`)}
`);return T.error}async function Ge(e,n){const{runSelfTest:t}=await import("./command-xzI218Ju.js"),o=H(e.path),r=o.ok?K(e,o.value):o;return t(e,r,n,Date.now())}function Je(e,n,t){switch(t){case"json":return le(e,n);case"markdown":return de(e,n,{maxBytes:Ce});case"text":return ce(e,n)}}async function Ue(e,n){const t=n.policy.kind==="file"?n.policy.path:"policy",o=u=>L(u,{},{source:t,from:"head",sha256:"",resolved:null}),r=H(e);if(!r.ok)return o(r.problems);const s=K(n,r.value);if(!s.ok)return o(s.problems);const{evidence:a}=n,i=u=>Promise.all(u.map(f=>Ke(f,r.value))),c=Object.entries(a).map(async([u,f])=>[u,await i(f)]),d=Object.fromEntries(await Promise.all(c));return ie({...n,evidence:d},s.value,r.value,{},Date.now())}function H(e){const n=b(e),t=S(process.cwd(),n),o=D.open(t?process.cwd():n,t?e:".");return o.ok?o:y(F("cli.no-folder",{path:e}))}async function Ke(e,n){const t=b(e);if(M(t))return t;if(!ue(e))return e;const o=B(n.base,t);return(await n.find(o)).ok?o:e}function K(e,n){const{policy:t}=e;if(t.kind!=="file"||!t.named||!M(t.path))return R(e,n);const{path:o}=t,r=b(o);if(S(n.root,r))return R({...e,policy:{...t,path:r}},n);const s=D.open($(r),".");if(!s.ok)return s;const a=R({...e,policy:{...t,path:C(r)}},s.value);return a.ok?{ok:!0,value:{...a.value,source:o,place:i=>({path:o,...i})}}:a}export{Fe as runCommand};
