import{createRequire as q}from"node:module";const O=q(import.meta.url),{existsSync:$}=O("node:fs"),{resolve:v,dirname:C,basename:F,relative:z}=O("node:path");import{f as g,o as p,p as L,n as X,m as l,V as j,a as Z,b as Q,D as ee,L as b,d as te,E as ne,r as oe,c as ae,w as D,l as R,e as E,g as re,i as S,W as P,h as _,s as se,j as N,k as ie,q as ce,t as de,u as le,v as ue,x as fe,y as me,z as he}from"./index.js";import{p as pe}from"./schema.js";const{parseArgs:ge}=O("node:util");import{V as we}from"./version.js";const H=["check","inspect","merge","schema","self-test","audit","catalog"],G=["text","json","markdown"],M={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},expect:{type:"string",multiple:!0},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},audit:{type:"string"},head:{type:"string"},count:{type:"string"},model:{type:"string"},verdict:{type:"string",multiple:!0},person:{type:"string"},since:{type:"string"},until:{type:"string"},"stale-after":{type:"string"},"write-backstage":{type:"boolean"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},V={check:["policy","metrics","model-card","baseline","groups","audit","report-dir","language","format"],inspect:["as","read-as","run","experiment","language","format"],merge:["expect","report-dir","language","format"],schema:[],"self-test":["policy","strict","language","format"],audit:["head","count","model","verdict","person","since","until","language","format"],catalog:["audit","stale-after","write-backstage","language","format"]},ye=["help","version"];function x(t,n){return(e,o,a)=>{const r=h(t,e),s=o.find(c=>c===(r??a));return s===void 0&&n.push(m(l("cli.choice",{name:`--${e}`,found:r??"",allowed:o}))),s??a}}function h(t,n){const e=t[n];return typeof e=="string"?e:void 0}function A(t,n){const e=t[n];return typeof e=="object"?e:[]}function ke(t){const{values:n,positionals:e,tokens:o}=ge({args:[...t],options:M,strict:!1,allowPositionals:!0,tokens:!0}),a=H.find(d=>d===e[0]),r=[...a===void 0?Object.values(V).flat():V[a],...ye],s=[...new Set(r)].map(d=>`--${d}`),c=new Set,i=o.flatMap(d=>{if(d.kind!=="option")return[];const{name:u,rawName:f}=d,w=r.find(k=>k===u),T=c.has(u);if(c.add(u),w===void 0)return[m(W("option",f,s))];const{type:y}=M[w];return y==="string"&&!d.value?[m(l("cli.needs-value",{name:f}))]:y==="boolean"&&d.value!==void 0?[m(l("cli.no-value",{name:f}))]:T&&!("multiple"in M[w])?[m(l("cli.twice",{name:f}))]:[]});return i.length>0?g(...i):p({values:n,positionals:e})}function W(t,n,e){const o=X(n,e),a=`cli.unknown-${t}`;return o===void 0?l(a,{name:n,allowed:e}):l(`${a}-near`,{name:n,near:o})}function m(t){return L("cli.usage",{why:t})}const J=["verify","show"],ve=["head","count"],be=["model","verdict","person","since","until"];function xe(t,n){const e=[],o=x(t,e),a=k=>{e.push(m(k))},[r,s,...c]=n,i=J.find(k=>k===r);r===void 0?a(l("audit.nothing-to-do")):i===void 0?a(l("audit.no-action",{found:r,allowed:J})):s===void 0&&a(l("audit.no-path",{action:i})),c.length>0&&a(l("cli.too-many",{paths:n.slice(1)}));const d=i==="verify"?be:i==="show"?ve:[];for(const k of d.filter(Y=>t[Y]!==void 0))a(l("audit.not-of",{name:`--${k}`,action:i??""}));const u=o("language",b,"en"),f=o("format",i==="show"?["text","json","csv"]:["text","json"],"text"),w=Ae(t,a),T=Te(t,a);if(e.length>0||s===void 0||i===void 0)return g(...e);const y={command:"audit",path:s,language:u};return i==="show"?p({...y,action:i,format:f,filter:T}):p({...y,action:i,format:f==="csv"?"text":f,...w})}function Ae(t,n){const e=h(t,"head"),o=h(t,"count");return e!==void 0&&!/^[0-9a-fA-F]{64}$/.test(e)&&n(l("audit.not-a-hash",{found:e})),o!==void 0&&!/^[1-9]\d{0,8}$/.test(o)&&n(l("audit.not-a-count",{found:o})),{...e!==void 0&&{head:e.toLowerCase()},...o!==void 0&&{count:Number.parseInt(o,10)}}}function Te(t,n){const e=h(t,"model"),o=h(t,"person"),a=A(t,"verdict"),r=a.flatMap(i=>j.filter(d=>d===i));for(const i of a.filter(d=>!j.some(u=>u===d)))n(l("cli.choice",{name:"--verdict",found:i,allowed:j}));const[s,c]=["since","until"].map(i=>Ee(t,i,n));return{...e!==void 0&&{model:e},...o!==void 0&&{person:o},...r.length>0&&{verdicts:r},...s!==void 0&&{since:s},...c!==void 0&&{until:c}}}function Ee(t,n,e){const o=h(t,n);if(o===void 0)return;const a=Z(o),r=a===void 0?Q(o)?.at:n==="since"?a:a+ee-1;if(r===void 0){e(l("audit.not-a-time",{name:`--${n}`,found:o}));return}return new Date(r).toISOString()}const Ie=["markdown","json","csv"];function Oe(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",Ie,"markdown"),r=o("language",b,"en"),[s,c]=[h(t,"audit"),h(t,"stale-after")],i=te(c),d=t["write-backstage"]===!0;if(d&&t.format!==void 0&&e.push(m(l("cli.not-both",{one:"--write-backstage",other:"--format"}))),i===void 0&&e.push(m(l("cli.days",{name:"--stale-after",found:c??""}))),e.length>0||i===void 0)return g(...e);const u={path:n[0]??".",format:a,language:r,staleAfterDays:i,writeBackstage:d};return p({command:"catalog",...u,...s!==void 0&&{audit:s}})}function je(t){const n=ke(t);if(!n.ok)return n;const{values:e,positionals:o}=n.value,[a,...r]=o;if(e.version===!0)return p({command:"version"});const s=H.find(c=>c===a);return e.help===!0||a===void 0?p({command:"help",...s&&{of:s}}):s===void 0?g(m(W("command",a,H))):s==="schema"?p({command:"schema"}):s==="merge"?Se(e,r):s==="self-test"?Re(e,r):s==="audit"?xe(e,r):s==="catalog"?Oe(e,r):s==="check"?De(e,r):Pe(e,r)}function De(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",G,"text"),r=h(t,"report-dir"),s=h(t,"audit"),c={policy:U(t),evidence:{metrics:A(t,"metrics"),baseline:A(t,"baseline"),groups:A(t,"groups"),"model-card":A(t,"model-card")},language:o("language",b,"en"),...r!==void 0&&{reportDir:r},...s!==void 0&&{audit:s}};return e.length>0?g(...e):p({command:"check",path:n[0]??".",format:a,options:c})}function U(t){const n=h(t,"policy");return{kind:"file",path:n??ae,named:n!==void 0}}function Re(t,n){const e=[],o=x(t,e);n.length>1&&e.push(m(l("cli.too-many",{paths:n})));const a=o("format",["text","json"],"text"),r=o("language",b,"en");if(e.length>0)return g(...e);const[s="."]=n,c=t.strict===!0;return p({command:"self-test",path:s,policy:U(t),format:a,language:r,strict:c})}function Se(t,n){const e=[],o=x(t,e);n.length===0&&e.push(m(l("cli.no-folders")));const a=o("format",G,"text"),r=o("language",b,"en"),s=h(t,"report-dir"),c=A(t,"expect");return e.length>0?g(...e):p({command:"merge",paths:n,expected:c,format:a,language:r,...s!==void 0&&{reportDir:s}})}function Pe(t,n){const e=[],o=x(t,e),[a,...r]=n;a===void 0&&e.push(m(l("cli.no-path"))),r.length>0&&e.push(m(l("cli.too-many",{paths:n})));const s=[...new Set(ne.map(oe)),"predictions"],c=o("as",s,/\.(?:md|markdown)$/i.test(a??"")?"model-card":"metrics"),i=o("format",["text","json"],"text"),d=o("language",b,"en");if(e.length>0||a===void 0)return g(...e);const[u,f,w]=["read-as","run","experiment"].map(y=>h(t,y)),T={...u&&{readAs:u},...f&&{run:f},...w&&{experiment:w}};return p({command:"inspect",path:a,role:c,format:i,language:d,...T})}const Ne=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate merge DIR...   make one report of those that the jobs of a matrix left behind
  ml-gate audit verify|show DIR   prove that a trail of decisions is whole, or list what it holds
  ml-gate catalog [PATH]   list the models beneath a folder with what was last decided about each
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,He=`ml-gate check [PATH] - judges the folder PATH (default: the current one).

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
`,Me=`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,$e=`ml-gate merge DIR... - makes one report of every report.json beneath the folders.

  --expect NAME        a model that has to be among them; may be given several times
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Of a job that ran again the latest attempt counts. What was expected and did not report is missing.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,Ce=`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,Fe=`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
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
`,Ge={check:He,inspect:Ce,merge:$e,schema:Me,"self-test":Fe,audit:_e,catalog:Le};function Ve(t){return t===void 0?Ne:Ge[t]}const We=1024*1024;async function Je(t,{out:n,err:e}){const o=je(t);if(!o.ok){const a=D(/(?:^| )--language[= ]ko(?: |$)/.test(t.join(" "))?"ko":"en");for(const{message:r}of o.problems)e(`${R(a.say(r))}
`);return E.error}switch(o.value.command){case"help":return n(Ve(o.value.of)),t.length===0?E.error:0;case"version":return n(`${we}
`),0;case"schema":return n(`${JSON.stringify(pe((await re()).map(({gate:a})=>a)),null,2)}
`),0;case"check":return Ue(o.value,{out:n,err:e});case"inspect":return Ye(o.value,{out:n,err:e});case"merge":return Be(o.value,{out:n,err:e});case"self-test":return qe(o.value,{out:n,err:e});case"audit":return(await import("./app-audit-command.js")).runAudit(o.value,{out:n,err:e});case"catalog":{const{runCatalog:a}=await import("./command.js").then(function(r){return r.g});return a(o.value,I(o.value.path),{out:n,err:e},Date.now())}}}async function Ue({path:t,format:n,options:e},o){const{report:a,files:r}=await Ke(await Xe(t,e),t,e);return B(a,{...e,format:n},o,r)}async function Be(t,n){const{gather:e}=await import("./app-merge.js"),{mergeReports:o}=await import("./merge-merge.js"),a=t.paths.map(I),r=a.flatMap(i=>i.ok?[]:i.problems),s=await e(a.flatMap(i=>i.ok?[i.value]:[])),c=r.length>0?_(r,{},{source:"",from:"head",sha256:"",resolved:null}):o({...s,expected:t.expected,subject:{}});return B(c,t,n)}function B(t,{language:n,reportDir:e,format:o},{out:a,err:r},s=[]){const c=D(n);if(e!==void 0)try{ie(t,c,e,void 0,s)}catch(i){const d=ce(i);return r(`${R(c.say(l("app.report-dir",{path:e,why:d})))}
`),E.error}return a(ze(t,c,o)),E[t.verdict]}async function Ke(t,n,{audit:e}){if(e===void 0&&de(t.policy.resolved)===void 0)return{report:t,files:[]};const{recordDecision:o}=await import("./record.js").then(function(a){return a.r});return o(t,{base:v(n),now:Date.now,...e!==void 0&&{folder:e}})}async function Ye(t,{out:n,err:e}){const{inspect:o,inspectedText:a}=await import("./app-inspect.js"),r=D(t.language),s=S(process.cwd(),v(t.path)),c=P.open(s?process.cwd():C(v(t.path)),"."),i=s?t.path:F(t.path),d=c.ok?await o(c.value,{...t,path:i},r):c;if(d.ok)return n(t.format==="json"?`${JSON.stringify(d.value,null,2)}
`:a(d.value)),0;for(const{message:u,at:f}of d.problems)e(`${R(`${f===void 0?"":`${se(f)}: `}${r.say(u)}`)}
`);return E.error}async function qe(t,n){const{runSelfTest:e}=await import("./app-self-test-command.js"),o=I(t.path),a=o.ok?K(t,o.value):o;return e(t,a,n,Date.now())}function ze(t,n,e){switch(e){case"json":return me(t,n);case"markdown":return fe(t,n,{maxBytes:We});case"text":return ue(t,n)}}async function Xe(t,n){const e=n.policy.kind==="file"?n.policy.path:"policy",o=u=>_(u,{},{source:e,from:"head",sha256:"",resolved:null}),a=I(t);if(!a.ok)return o(a.problems);const r=K(n,a.value);if(!r.ok)return o(r.problems);const{evidence:s}=n,c=u=>Promise.all(u.map(f=>Ze(f,a.value))),i=Object.entries(s).map(async([u,f])=>[u,await c(f)]),d=Object.fromEntries(await Promise.all(i));return le({...n,evidence:d},r.value,a.value,{},Date.now())}function I(t){const n=v(t),e=S(process.cwd(),n),o=P.open(e?process.cwd():n,e?t:".");return o.ok?o:g(L("cli.no-folder",{path:t}))}async function Ze(t,n){const e=v(t);if($(e))return e;if(!he(t))return t;const o=z(n.base,e);return(await n.find(o)).ok?o:t}function K(t,n){const{policy:e}=t;if(e.kind!=="file"||!e.named||!$(e.path))return N(t,n);const{path:o}=e,a=v(o);if(S(n.root,a))return N({...t,policy:{...e,path:a}},n);const r=P.open(C(a),".");if(!r.ok)return r;const s=N({...t,policy:{...e,path:F(a)}},r.value);return s.ok?{ok:!0,value:{...s.value,source:o,place:c=>({path:o,...c})}}:s}export{Je as runCommand};
