import{createRequire as X}from"node:module";const j=X(import.meta.url),{existsSync:_}=j("node:fs"),{resolve:T,dirname:W,basename:G,relative:Z}=j("node:path");import{f as w,o as g,p as P,n as Q,m as l,L as v,V as R,a as q,b as ee,D as te,d as ne,c as oe,E as ae,r as se,w as O,l as S,e as I,g as re,h as D,W as N,j as V,s as ie,k as H,q as ce,t as de,u as le,v as ue,x as fe,y as me,z as he,A as pe,B as ge,C as we}from"./index.js";import{p as ye}from"./schema.js";const{parseArgs:ve}=j("node:util");import{V as ke}from"./version.js";const M=["check","init","inspect","merge","schema","self-test","audit","catalog","assess"],$=["text","json","markdown"],C={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},extends:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},audit:{type:"string"},head:{type:"string"},count:{type:"string"},model:{type:"string"},verdict:{type:"string",multiple:!0},person:{type:"string"},since:{type:"string"},until:{type:"string"},"stale-after":{type:"string"},"write-backstage":{type:"boolean"},models:{type:"string"},"team-size":{type:"string"},previous:{type:"string"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},B={check:["policy","metrics","model-card","baseline","groups","extends","audit","report-dir","language","format"],init:["language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","extends","strict","language","format"],audit:["head","count","model","verdict","person","since","until","language","format"],catalog:["audit","stale-after","write-backstage","language","format"],assess:["policy","models","team-size","previous","language","format"]},be=["help","version"];function k(t,n){return(e,o,a)=>{const s=p(t,e),r=o.find(c=>c===(s??a));return r===void 0&&n.push(m(l("cli.choice",{name:`--${e}`,found:s??"",allowed:o}))),r??a}}function p(t,n){const e=t[n];return typeof e=="string"?e:void 0}function b(t,n){const e=t[n];return typeof e=="object"?e:[]}function xe(t){const{values:n,positionals:e,tokens:o}=ve({args:[...t],options:C,strict:!1,allowPositionals:!0,tokens:!0}),a=M.find(d=>d===e[0]),s=[...a===void 0?Object.values(B).flat():B[a],...be],r=[...new Set(s)].map(d=>`--${d}`),c=new Set,i=o.flatMap(d=>{if(d.kind!=="option")return[];const{name:f,rawName:u}=d,h=s.find(A=>A===f),y=c.has(f);if(c.add(f),h===void 0)return[m(J("option",u,r))];const{type:x}=C[h];return x==="string"&&!d.value?[m(l("cli.needs-value",{name:u}))]:x==="boolean"&&d.value!==void 0?[m(l("cli.no-value",{name:u}))]:y&&!("multiple"in C[h])?[m(l("cli.twice",{name:u}))]:[]});return i.length>0?w(...i):g({values:n,positionals:e})}function J(t,n,e){const o=Q(n,e),a=`cli.unknown-${t}`;return o===void 0?l(a,{name:n,allowed:e}):l(`${a}-near`,{name:n,near:o})}function m(t){return P("cli.usage",{why:t})}function Ae(t,n,e){const o=[],a=k(t,o);n.length>1&&o.push(m(l("cli.too-many",{paths:n})));const s=h=>{const y=p(t,h);if(y===void 0||/^[1-9]\d{0,5}$/.test(y))return y===void 0?void 0:Number.parseInt(y,10);o.push(m(l("cli.count",{name:`--${h}`,found:y})))},[r,c,i]=[s("models"),s("team-size"),p(t,"previous")],d=a("format",$,"text"),f=a("language",v,"en");if(o.length>0)return w(...o);const u={...r&&{models:r},...c&&{team:c},...i&&{previous:i}};return g({command:"assess",path:n[0]??".",policy:e,format:d,language:f,...u})}const z=["verify","show"],Te=["head","count"],Ie=["model","verdict","person","since","until"];function Ee(t,n){const e=[],o=k(t,e),a=A=>{e.push(m(A))},[s,r,...c]=n,i=z.find(A=>A===s);s===void 0?a(l("audit.nothing-to-do")):i===void 0?a(l("audit.no-action",{found:s,allowed:z})):r===void 0&&a(l("audit.no-path",{action:i})),c.length>0&&a(l("cli.too-many",{paths:n.slice(1)}));const d=i==="verify"?Ie:i==="show"?Te:[];for(const A of d.filter(Y=>t[Y]!==void 0))a(l("audit.not-of",{name:`--${A}`,action:i??""}));const f=o("language",v,"en"),u=o("format",i==="show"?["text","json","csv"]:["text","json"],"text"),h=Oe(t,a),y=Se(t,a);if(e.length>0||r===void 0||i===void 0)return w(...e);const x={command:"audit",path:r,language:f};return i==="show"?g({...x,action:i,format:u,filter:y}):g({...x,action:i,format:u==="csv"?"text":u,...h})}function Oe(t,n){const e=p(t,"head"),o=p(t,"count");return e!==void 0&&!/^[0-9a-fA-F]{64}$/.test(e)&&n(l("audit.not-a-hash",{found:e})),o!==void 0&&!/^[1-9]\d{0,8}$/.test(o)&&n(l("audit.not-a-count",{found:o})),{...e!==void 0&&{head:e.toLowerCase()},...o!==void 0&&{count:Number.parseInt(o,10)}}}function Se(t,n){const e=p(t,"model"),o=p(t,"person"),a=b(t,"verdict"),s=a.flatMap(i=>R.filter(d=>d===i));for(const i of a.filter(d=>!R.some(f=>f===d)))n(l("cli.choice",{name:"--verdict",found:i,allowed:R}));const[r,c]=["since","until"].map(i=>je(t,i,n));return{...e!==void 0&&{model:e},...o!==void 0&&{person:o},...s.length>0&&{verdicts:s},...r!==void 0&&{since:r},...c!==void 0&&{until:c}}}function je(t,n,e){const o=p(t,n);if(o===void 0)return;const a=q(o),s=a===void 0?ee(o)?.at:n==="since"?a:a+te-1;if(s===void 0){e(l("audit.not-a-time",{name:`--${n}`,found:o}));return}return new Date(s).toISOString()}const Pe=["markdown","json","csv"];function Re(t,n){const e=[],o=k(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",Pe,"markdown"),s=o("language",v,"en"),[r,c]=[p(t,"audit"),p(t,"stale-after")],i=ne(c),d=t["write-backstage"]===!0;if(d&&t.format!==void 0&&e.push(m(l("cli.not-both",{one:"--write-backstage",other:"--format"}))),i===void 0&&e.push(m(l("cli.days",{name:"--stale-after",found:c??""}))),e.length>0||i===void 0)return w(...e);const f={path:n[0]??".",format:a,language:s,staleAfterDays:i,writeBackstage:d};return g({command:"catalog",...f,...r!==void 0&&{audit:r}})}function De(t){const n=xe(t);if(!n.ok)return n;const{values:e,positionals:o}=n.value,[a,...s]=o;if(e.version===!0)return g({command:"version"});const r=M.find(c=>c===a);return e.help===!0||a===void 0?g({command:"help",...r&&{of:r}}):r===void 0?w(m(J("command",a,M))):r==="schema"?g({command:"schema"}):r==="init"?Me(e,s):r==="assess"?Ae(e,s,F(e)):r==="merge"?$e(e,s):r==="self-test"?He(e,s):r==="audit"?Ee(e,s):r==="catalog"?Re(e,s):r==="check"?Ne(e,s):Ce(e,s)}function Ne(t,n){const e=[],o=k(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",$,"text"),s=p(t,"report-dir"),r=p(t,"audit"),c={policy:F(t),copies:b(t,"extends"),evidence:{metrics:b(t,"metrics"),baseline:b(t,"baseline"),groups:b(t,"groups"),"model-card":b(t,"model-card")},language:o("language",v,"en"),...s!==void 0&&{reportDir:s},...r!==void 0&&{audit:r}};return e.length>0?w(...e):g({command:"check",path:n[0]??".",format:a,options:c})}function F(t){const n=p(t,"policy");return{kind:"file",path:n??oe,named:n!==void 0}}function He(t,n){const e=[],o=k(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),s=o("language",v,"en");if(e.length>0)return w(...e);const[r="."]=n,c=t.strict===!0;return g({command:"self-test",path:r,policy:F(t),copies:b(t,"extends"),format:a,language:s,strict:c})}function Me(t,n){const e=[],o=k(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),s=o("language",v,"en");return e.length>0?w(...e):g({command:"init",path:n[0]??".",format:a,language:s})}function $e(t,n){const e=[],o=k(t,e);n.length===0&&e.push(m(l("cli.no-folders")));const a=o("format",$,"text"),s=o("language",v,"en"),r=p(t,"report-dir"),c=b(t,"expect");return e.length>0?w(...e):g({command:"merge",paths:n,expected:c,format:a,language:s,...r!==void 0&&{reportDir:r}})}function Ce(t,n){const e=[],o=k(t,e),[a,...s]=n;a===void 0&&e.push(m(l("cli.no-path"))),s.length>0&&e.push(m(l("cli.too-many",{paths:n})));const r=[...new Set(ae.map(se)),"predictions"],c=o("as",r,/\.(?:md|markdown)$/i.test(a??"")?"model-card":"metrics"),i=o("format",["text","json"],"text"),d=o("language",v,"en");if(e.length>0||a===void 0)return w(...e);const[f,u,h]=["read-as","run","experiment"].map(x=>p(t,x)),y={...f&&{readAs:f},...u&&{run:u},...h&&{experiment:h}};return g({command:"inspect",path:a,role:c,format:i,language:d,...y})}const Fe=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate init [PATH]    write a first policy, model card, model_config.yaml and workflow from what a repository has
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate assess [PATH]  say how mature the repository's MLOps is, and what comes next
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate catalog [PATH]   list the models beneath a folder with what was last decided about each
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,Le=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
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
`,_e=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,We=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,Ge=`ml-gate init [PATH] - writes the first files of the repository PATH (default: the current folder).

  --language en|ko     language of what is written and printed (default: en)
  --format text|json   what is printed (default: text)

It writes .github/ml-gate.yaml, model_config.yaml, .github/workflows/ml-gate.yaml and MODEL_CARD.md, each only where it is not
there. Bounds come from the metrics it finds, with a margin, and never above what was measured.
Exit codes: 0 written or there already, 2 a file could not be written or wrong usage.
`,Ve=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,Be=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --extends FILE       a local copy of the policy of another repository that it extends; several in that order
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`,Je=`ml-gate assess [PATH] - answers the ten questions of the maturity self-assessment from the files of PATH (default: the
current folder), and says which level fits and what comes next.

  --models N           how many models are in operation (default: the policy's, else the model_config.yaml files)
  --team-size N        how many people work on them (default: the policy's)
  --previous FILE      the JSON of the last assessment, to show what has changed
  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH, where there is one)
  --language en|ko     language of the assessment (default: en)
  --format text|json|markdown   what is printed (default: text)

Exit codes: 0 assessed, 1 below the level that the policy demands (maturity: {min: 2}), 2 not assessed or wrong usage.
`,ze=`ml-gate catalog [PATH] - lists the models beneath the folder PATH (default: the current one).

  --audit DIR          the folder of the audit trail: what was decided about each model
  --stale-after 90d    a model is stale when its last decision is older (days or weeks; default: 90d)
  --write-backstage    print entities for the models that no catalog-info.yaml has, instead of the list
  --language en|ko     language of the list (default: en)
  --format markdown|json|csv   what is printed (default: markdown)

Models come from model_config.yaml files, the trail, MLflow's registry, catalog-info.yaml, dvc.yaml and GTO's tags.
Exit codes: 0 all was read, 1 something could not be read (it is listed) or no model was found, 2 wrong usage.
`,Ue=`ml-gate audit verify DIR - proves that the trail of decisions in DIR is whole, or names its first bad entry.
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
`,Ke={assess:Je,check:Le,init:Ge,inspect:Ve,merge:We,schema:_e,"self-test":Be,audit:Ue,catalog:ze};function Ye(t){return t===void 0?Fe:Ke[t]}const Xe=1024*1024;async function Ze(t,{out:n,err:e}){const o=De(t);if(!o.ok){const a=O(/(?:^| )--language[= ]ko(?: |$)/.test(t.join(" "))?"ko":"en");for(const{message:s}of o.problems)e(`${S(a.say(s))}
`);return I.error}switch(o.value.command){case"help":return n(Ye(o.value.of)),t.length===0?I.error:0;case"version":return n(`${ke}
`),0;case"schema":return n(`${JSON.stringify(ye((await re()).map(({gate:a})=>a)),null,2)}
`),0;case"assess":return ot(o.value,{out:n,err:e});case"check":return Qe(o.value,{out:n,err:e});case"init":return nt(o.value,{out:n,err:e});case"inspect":return tt(o.value,{out:n,err:e});case"merge":return qe(o.value,{out:n,err:e});case"self-test":return at(o.value,{out:n,err:e});case"audit":return(await import("./app-audit-command.js")).runAudit(o.value,{out:n,err:e});case"catalog":{const{runCatalog:a}=await import("./command.js").then(function(s){return s.g});return a(o.value,E(o.value.path),{out:n,err:e},Date.now())}}}async function Qe({path:t,format:n,options:e},o){const{report:a,files:s}=await et(await rt(t,e),t,e);return U(a,{...e,format:n},o,s)}async function qe(t,n){const{gather:e}=await import("./app-merge.js"),{mergeReports:o}=await import("./merge-merge.js"),a=t.paths.map(E),s=a.flatMap(i=>i.ok?[]:i.problems),r=await e(a.flatMap(i=>i.ok?[i.value]:[])),c=s.length>0?V(s,{},{source:"",from:"head",sha256:"",resolved:null}):o({...r,expected:t.expected,subject:{}});return U(c,t,n)}function U(t,{language:n,reportDir:e,format:o},{out:a,err:s},r=[]){const c=O(n);if(e!==void 0)try{le(t,c,e,void 0,r)}catch(i){const d=ue(i);return s(`${S(c.say(l("app.report-dir",{path:e,why:d})))}
`),I.error}return a(st(t,c,o)),I[t.verdict]}async function et(t,n,{audit:e}){if(e===void 0&&fe(t.policy.resolved)===void 0)return{report:t,files:[]};const{recordDecision:o}=await import("./record.js").then(function(a){return a.r});return o(t,{base:T(n),now:Date.now,...e!==void 0&&{folder:e}})}async function tt(t,{out:n,err:e}){const{inspect:o,inspectedText:a}=await import("./app-inspect.js"),s=O(t.language),r=D(process.cwd(),T(t.path)),c=N.open(r?process.cwd():W(T(t.path)),"."),i=r?t.path:G(t.path),d=c.ok?await o(c.value,{...t,path:i},s):c;if(d.ok)return n(t.format==="json"?`${JSON.stringify(d.value,null,2)}
`:a(d.value)),0;for(const{message:f,at:u}of d.problems)e(`${S(`${u===void 0?"":`${ie(u)}: `}${s.say(f)}`)}
`);return I.error}async function nt(t,n){const e=O(t.language),o=E(t.path);if(o.ok)return(await import("./app-init-command.js")).runInit(t,o.value,e,n);for(const{message:a}of o.problems)n.err(`${S(e.say(a))}
`);return I.error}async function ot(t,n){const{runAssess:e}=await import("./command2.js").then(function(o){return o.f});return e(t,E(t.path),o=>L(t,o),n)}async function at(t,n){const{runSelfTest:e}=await import("./app-self-test-command.js"),o=E(t.path),a=o.ok?L(t,o.value):o,s=o.ok&&a.ok?await K(a.value,t.copies,o.value):a;return e(t,s,n,Date.now())}async function K(t,n,e){const o=await ce(t,async()=>{const{copies:d,inWorkspace:f}=await import("./app-extends-sources.js");return{here:f(e),there:d(n)}}),a=await de(o,async()=>(await import("./find.js").then(function(d){return d.f})).inWorkspace(e)),{layers:s=[],problems:r=[]}=a.extended??{},c=s.filter(({copy:d})=>d!==void 0).length,i=r.length>0?[]:n.slice(c);return i.length===0?g(a):w(...i.map(d=>P("extends.unused-copy",{copy:d})))}function st(t,n,e){switch(e){case"json":return ge(t,n);case"markdown":return pe(t,n,{maxBytes:Xe});case"text":return he(t,n)}}async function rt(t,n){const e=n.policy.kind==="file"?n.policy.path:"policy",o=u=>V(u,{},{source:e,from:"head",sha256:"",resolved:null}),a=E(t);if(!a.ok)return o(a.problems);const s=L(n,a.value);if(!s.ok)return o(s.problems);const r=await K(s.value,n.copies??[],a.value);if(!r.ok)return o(r.problems);const{evidence:c}=n,i=u=>Promise.all(u.map(h=>it(h,a.value))),d=Object.entries(c).map(async([u,h])=>[u,await i(h)]),f=Object.fromEntries(await Promise.all(d));return me({...n,evidence:f},r.value,a.value,{},Date.now())}function E(t){const n=T(t),e=D(process.cwd(),n),o=N.open(e?process.cwd():n,e?t:".");return o.ok?o:w(P("cli.no-folder",{path:t}))}async function it(t,n){const e=T(t);if(_(e))return e;if(!we(t))return t;const o=Z(n.base,e);return(await n.find(o)).ok?o:t}function L(t,n){const{policy:e}=t;if(e.kind!=="file"||!e.named||!_(e.path))return H(t,n);const{path:o}=e,a=T(o);if(D(n.root,a))return H({...t,policy:{...e,path:a}},n);const s=N.open(W(a),".");if(!s.ok)return s;const r=H({...t,policy:{...e,path:G(a)}},s.value);return r.ok?{ok:!0,value:{...r.value,source:o,place:c=>({path:o,...c})}}:r}export{Ze as runCommand};
