import{existsSync as F}from"node:fs";import{resolve as A,dirname as L,basename as _,relative as Y}from"node:path";import{f as y,o as p,p as G,n as B,m as l,L as k,V as O,a as X,b as Z,D as Q,d as q,c as ee,E as te,r as ne,w as S,l as j,e as E,g as oe,h as D,W as P,j as V,s as ae,k as R,q as se,t as re,u as ie,v as ce,x as de,y as le,z as ue,A as fe}from"./index.js";import{p as me}from"./schema-BcaHpL_g.js";import{parseArgs as he}from"node:util";import{V as pe}from"./version-BW2YnjaF.js";const N=["check","inspect","merge","schema","self-test","audit","catalog","assess"],H=["text","json","markdown"],M={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},audit:{type:"string"},head:{type:"string"},count:{type:"string"},model:{type:"string"},verdict:{type:"string",multiple:!0},person:{type:"string"},since:{type:"string"},until:{type:"string"},"stale-after":{type:"string"},"write-backstage":{type:"boolean"},models:{type:"string"},"team-size":{type:"string"},previous:{type:"string"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},W={check:["policy","metrics","model-card","baseline","groups","audit","report-dir","language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","strict","language","format"],audit:["head","count","model","verdict","person","since","until","language","format"],catalog:["audit","stale-after","write-backstage","language","format"],assess:["policy","models","team-size","previous","language","format"]},ge=["help","version"];function x(e,n){return(t,o,a)=>{const s=h(e,t),r=o.find(c=>c===(s??a));return r===void 0&&n.push(m(l("cli.choice",{name:`--${t}`,found:s??"",allowed:o}))),r??a}}function h(e,n){const t=e[n];return typeof t=="string"?t:void 0}function T(e,n){const t=e[n];return typeof t=="object"?t:[]}function we(e){const{values:n,positionals:t,tokens:o}=he({args:[...e],options:M,strict:!1,allowPositionals:!0,tokens:!0}),a=N.find(d=>d===t[0]),s=[...a===void 0?Object.values(W).flat():W[a],...ge],r=[...new Set(s)].map(d=>`--${d}`),c=new Set,i=o.flatMap(d=>{if(d.kind!=="option")return[];const{name:u,rawName:f}=d,g=s.find(b=>b===u),w=c.has(u);if(c.add(u),g===void 0)return[m(J("option",f,r))];const{type:v}=M[g];return v==="string"&&!d.value?[m(l("cli.needs-value",{name:f}))]:v==="boolean"&&d.value!==void 0?[m(l("cli.no-value",{name:f}))]:w&&!("multiple"in M[g])?[m(l("cli.twice",{name:f}))]:[]});return i.length>0?y(...i):p({values:n,positionals:t})}function J(e,n,t){const o=B(n,t),a=`cli.unknown-${e}`;return o===void 0?l(a,{name:n,allowed:t}):l(`${a}-near`,{name:n,near:o})}function m(e){return G("cli.usage",{why:e})}function ye(e,n,t){const o=[],a=x(e,o);n.length>1&&o.push(m(l("cli.too-many",{paths:n})));const s=g=>{const w=h(e,g);if(w===void 0||/^[1-9]\d{0,5}$/.test(w))return w===void 0?void 0:Number.parseInt(w,10);o.push(m(l("cli.count",{name:`--${g}`,found:w})))},[r,c,i]=[s("models"),s("team-size"),h(e,"previous")],d=a("format",H,"text"),u=a("language",k,"en");if(o.length>0)return y(...o);const f={...r&&{models:r},...c&&{team:c},...i&&{previous:i}};return p({command:"assess",path:n[0]??".",policy:t,format:d,language:u,...f})}const z=["verify","show"],ve=["head","count"],be=["model","verdict","person","since","until"];function ke(e,n){const t=[],o=x(e,t),a=b=>{t.push(m(b))},[s,r,...c]=n,i=z.find(b=>b===s);s===void 0?a(l("audit.nothing-to-do")):i===void 0?a(l("audit.no-action",{found:s,allowed:z})):r===void 0&&a(l("audit.no-path",{action:i})),c.length>0&&a(l("cli.too-many",{paths:n.slice(1)}));const d=i==="verify"?be:i==="show"?ve:[];for(const b of d.filter(K=>e[K]!==void 0))a(l("audit.not-of",{name:`--${b}`,action:i??""}));const u=o("language",k,"en"),f=o("format",i==="show"?["text","json","csv"]:["text","json"],"text"),g=xe(e,a),w=Ae(e,a);if(t.length>0||r===void 0||i===void 0)return y(...t);const v={command:"audit",path:r,language:u};return i==="show"?p({...v,action:i,format:f,filter:w}):p({...v,action:i,format:f==="csv"?"text":f,...g})}function xe(e,n){const t=h(e,"head"),o=h(e,"count");return t!==void 0&&!/^[0-9a-fA-F]{64}$/.test(t)&&n(l("audit.not-a-hash",{found:t})),o!==void 0&&!/^[1-9]\d{0,8}$/.test(o)&&n(l("audit.not-a-count",{found:o})),{...t!==void 0&&{head:t.toLowerCase()},...o!==void 0&&{count:Number.parseInt(o,10)}}}function Ae(e,n){const t=h(e,"model"),o=h(e,"person"),a=T(e,"verdict"),s=a.flatMap(i=>O.filter(d=>d===i));for(const i of a.filter(d=>!O.some(u=>u===d)))n(l("cli.choice",{name:"--verdict",found:i,allowed:O}));const[r,c]=["since","until"].map(i=>Te(e,i,n));return{...t!==void 0&&{model:t},...o!==void 0&&{person:o},...s.length>0&&{verdicts:s},...r!==void 0&&{since:r},...c!==void 0&&{until:c}}}function Te(e,n,t){const o=h(e,n);if(o===void 0)return;const a=X(o),s=a===void 0?Z(o)?.at:n==="since"?a:a+Q-1;if(s===void 0){t(l("audit.not-a-time",{name:`--${n}`,found:o}));return}return new Date(s).toISOString()}const Ee=["markdown","json","csv"];function Ie(e,n){const t=[],o=x(e,t);n.length>1&&t.push(m(l("cli.too-many",{paths:n})));const a=o("format",Ee,"markdown"),s=o("language",k,"en"),[r,c]=[h(e,"audit"),h(e,"stale-after")],i=q(c),d=e["write-backstage"]===!0;if(d&&e.format!==void 0&&t.push(m(l("cli.not-both",{one:"--write-backstage",other:"--format"}))),i===void 0&&t.push(m(l("cli.days",{name:"--stale-after",found:c??""}))),t.length>0||i===void 0)return y(...t);const u={path:n[0]??".",format:a,language:s,staleAfterDays:i,writeBackstage:d};return p({command:"catalog",...u,...r!==void 0&&{audit:r}})}function Oe(e){const n=we(e);if(!n.ok)return n;const{values:t,positionals:o}=n.value,[a,...s]=o;if(t.version===!0)return p({command:"version"});const r=N.find(c=>c===a);return t.help===!0||a===void 0?p({command:"help",...r&&{of:r}}):r===void 0?y(m(J("command",a,N))):r==="schema"?p({command:"schema"}):r==="assess"?ye(t,s,$(t)):r==="merge"?De(t,s):r==="self-test"?je(t,s):r==="audit"?ke(t,s):r==="catalog"?Ie(t,s):r==="check"?Se(t,s):Pe(t,s)}function Se(e,n){const t=[],o=x(e,t);n.length>1&&t.push(m(l("cli.too-many",{paths:n})));const a=o("format",H,"text"),s=h(e,"report-dir"),r=h(e,"audit"),c={policy:$(e),evidence:{metrics:T(e,"metrics"),baseline:T(e,"baseline"),groups:T(e,"groups"),"model-card":T(e,"model-card")},language:o("language",k,"en"),...s!==void 0&&{reportDir:s},...r!==void 0&&{audit:r}};return t.length>0?y(...t):p({command:"check",path:n[0]??".",format:a,options:c})}function $(e){const n=h(e,"policy");return{kind:"file",path:n??ee,named:n!==void 0}}function je(e,n){const t=[],o=x(e,t);n.length>1&&t.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),s=o("language",k,"en");if(t.length>0)return y(...t);const[r="."]=n,c=e.strict===!0;return p({command:"self-test",path:r,policy:$(e),format:a,language:s,strict:c})}function De(e,n){const t=[],o=x(e,t);n.length===0&&t.push(m(l("cli.no-folders")));const a=o("format",H,"text"),s=o("language",k,"en"),r=h(e,"report-dir"),c=T(e,"expect");return t.length>0?y(...t):p({command:"merge",paths:n,expected:c,format:a,language:s,...r!==void 0&&{reportDir:r}})}function Pe(e,n){const t=[],o=x(e,t),[a,...s]=n;a===void 0&&t.push(m(l("cli.no-path"))),s.length>0&&t.push(m(l("cli.too-many",{paths:n})));const r=[...new Set(te.map(ne)),"predictions"],c=o("as",r,/\.(?:md|markdown)$/i.test(a??"")?"model-card":"metrics"),i=o("format",["text","json"],"text"),d=o("language",k,"en");if(t.length>0||a===void 0)return y(...t);const[u,f,g]=["read-as","run","experiment"].map(v=>h(e,v)),w={...u&&{readAs:u},...f&&{run:f},...g&&{experiment:g}};return p({command:"inspect",path:a,role:c,format:i,language:d,...w})}const Re=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate assess [PATH]  say how mature the repository's MLOps is, and what comes next
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate catalog [PATH]   list the models beneath a folder with what was last decided about each
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,Ne=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

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
`,He=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,Me=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,$e=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,Ce=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`,Fe=`ml-gate assess [PATH] - answers the ten questions of the maturity self-assessment from the files of PATH (default: the
current folder), and says which level fits and what comes next.

  --models N           how many models are in operation (default: the policy's, else the model_config.yaml files)
  --team-size N        how many people work on them (default: the policy's)
  --previous FILE      the JSON of the last assessment, to show what has changed
  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH, where there is one)
  --language en|ko     language of the assessment (default: en)
  --format text|json|markdown   what is printed (default: text)

Exit codes: 0 assessed, 1 below the level that the policy demands (maturity: {min: 2}), 2 not assessed or wrong usage.
`,Le=`ml-gate catalog [PATH] - lists the models beneath the folder PATH (default: the current one).

  --audit DIR          the folder of the audit trail: what was decided about each model
  --stale-after 90d    a model is stale when its last decision is older (days or weeks; default: 90d)
  --write-backstage    print entities for the models that no catalog-info.yaml has, instead of the list
  --language en|ko     language of the list (default: en)
  --format markdown|json|csv   what is printed (default: markdown)

Models come from model_config.yaml files, the trail, MLflow's registry, catalog-info.yaml, dvc.yaml and GTO's tags.
Exit codes: 0 all was read, 1 something could not be read (it is listed) or no model was found, 2 wrong usage.
`,_e=`ml-gate audit verify DIR - proves that the trail of decisions in DIR is whole, or names its first bad entry.
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
`,Ge={assess:Fe,check:Ne,inspect:$e,merge:Me,schema:He,"self-test":Ce,audit:_e,catalog:Le};function Ve(e){return e===void 0?Re:Ge[e]}const We=1024*1024;async function Je(e,{out:n,err:t}){const o=Oe(e);if(!o.ok){const a=S(/(?:^| )--language[= ]ko(?: |$)/.test(e.join(" "))?"ko":"en");for(const{message:s}of o.problems)t(`${j(a.say(s))}
`);return E.error}switch(o.value.command){case"help":return n(Ve(o.value.of)),e.length===0?E.error:0;case"version":return n(`${pe}
`),0;case"schema":return n(`${JSON.stringify(me((await oe()).map(({gate:a})=>a)),null,2)}
`),0;case"assess":return Be(o.value,{out:n,err:t});case"check":return ze(o.value,{out:n,err:t});case"inspect":return Ye(o.value,{out:n,err:t});case"merge":return Ue(o.value,{out:n,err:t});case"self-test":return Xe(o.value,{out:n,err:t});case"audit":return(await import("./command-BG5YwJ5N.js")).runAudit(o.value,{out:n,err:t});case"catalog":{const{runCatalog:a}=await import("./command-GqN0vonL.js").then(function(s){return s.g});return a(o.value,I(o.value.path),{out:n,err:t},Date.now())}}}async function ze({path:e,format:n,options:t},o){const{report:a,files:s}=await Ke(await Qe(e,t),e,t);return U(a,{...t,format:n},o,s)}async function Ue(e,n){const{gather:t}=await import("./merge-BHOETds4.js"),{mergeReports:o}=await import("./merge-BEoFWpA2.js"),a=e.paths.map(I),s=a.flatMap(i=>i.ok?[]:i.problems),r=await t(a.flatMap(i=>i.ok?[i.value]:[])),c=s.length>0?V(s,{},{source:"",from:"head",sha256:"",resolved:null}):o({...r,expected:e.expected,subject:{}});return U(c,e,n)}function U(e,{language:n,reportDir:t,format:o},{out:a,err:s},r=[]){const c=S(n);if(t!==void 0)try{se(e,c,t,void 0,r)}catch(i){const d=re(i);return s(`${j(c.say(l("app.report-dir",{path:t,why:d})))}
`),E.error}return a(Ze(e,c,o)),E[e.verdict]}async function Ke(e,n,{audit:t}){if(t===void 0&&ie(e.policy.resolved)===void 0)return{report:e,files:[]};const{recordDecision:o}=await import("./record-CE50_r4G.js").then(function(a){return a.r});return o(e,{base:A(n),now:Date.now,...t!==void 0&&{folder:t}})}async function Ye(e,{out:n,err:t}){const{inspect:o,inspectedText:a}=await import("./inspect-lkrDFrk4.js"),s=S(e.language),r=D(process.cwd(),A(e.path)),c=P.open(r?process.cwd():L(A(e.path)),"."),i=r?e.path:_(e.path),d=c.ok?await o(c.value,{...e,path:i},s):c;if(d.ok)return n(e.format==="json"?`${JSON.stringify(d.value,null,2)}
`:a(d.value)),0;for(const{message:u,at:f}of d.problems)t(`${j(`${f===void 0?"":`${ae(f)}: `}${s.say(u)}`)}
`);return E.error}async function Be(e,n){const{runAssess:t}=await import("./command-uHaBkqGR.js").then(function(o){return o.f});return t(e,I(e.path),o=>C(e,o),n)}async function Xe(e,n){const{runSelfTest:t}=await import("./command-C_DJa-7V.js"),o=I(e.path),a=o.ok?C(e,o.value):o;return t(e,a,n,Date.now())}function Ze(e,n,t){switch(t){case"json":return ue(e,n);case"markdown":return le(e,n,{maxBytes:We});case"text":return de(e,n)}}async function Qe(e,n){const t=n.policy.kind==="file"?n.policy.path:"policy",o=u=>V(u,{},{source:t,from:"head",sha256:"",resolved:null}),a=I(e);if(!a.ok)return o(a.problems);const s=C(n,a.value);if(!s.ok)return o(s.problems);const{evidence:r}=n,c=u=>Promise.all(u.map(f=>qe(f,a.value))),i=Object.entries(r).map(async([u,f])=>[u,await c(f)]),d=Object.fromEntries(await Promise.all(i));return ce({...n,evidence:d},s.value,a.value,{},Date.now())}function I(e){const n=A(e),t=D(process.cwd(),n),o=P.open(t?process.cwd():n,t?e:".");return o.ok?o:y(G("cli.no-folder",{path:e}))}async function qe(e,n){const t=A(e);if(F(t))return t;if(!fe(e))return e;const o=Y(n.base,t);return(await n.find(o)).ok?o:e}function C(e,n){const{policy:t}=e;if(t.kind!=="file"||!t.named||!F(t.path))return R(e,n);const{path:o}=t,a=A(o);if(D(n.root,a))return R({...e,policy:{...t,path:a}},n);const s=P.open(L(a),".");if(!s.ok)return s;const r=R({...e,policy:{...t,path:_(a)}},s.value);return r.ok?{ok:!0,value:{...r.value,source:o,place:c=>({path:o,...c})}}:r}export{Je as runCommand};
