const xe=8710,Te=[8710],ke={8710:((pe,C,i)=>{i.r(C),i.d(C,{runCommand:()=>ae});var O=i(3024),p=i(6760),I=i(6517),z=i(6317),w=i(6209),K=i(7791),L=i(9057),J=i(9566),Y=i(5628),f=i(8828),d=i(4748),B=i(7975),G=i(4156),V=i(5501),y=i(9843);const S=["check","inspect","schema","self-test"],W=["text","json","markdown"],j={policy:{type:"string"},metrics:{type:"string",multiple:!0},"model-card":{type:"string",multiple:!0},baseline:{type:"string",multiple:!0},groups:{type:"string",multiple:!0},"report-dir":{type:"string"},as:{type:"string"},"read-as":{type:"string"},run:{type:"string"},experiment:{type:"string"},language:{type:"string"},format:{type:"string"},strict:{type:"boolean"},help:{type:"boolean",short:"h"},version:{type:"boolean"}},b={check:["policy","metrics","model-card","baseline","groups","report-dir","language","format"],inspect:["as","read-as","run","experiment","language","format"],schema:[],"self-test":["policy","strict","language","format"]},U=["help","version"];function Q(e){const n=_(e);if(!n.ok)return n;const{values:t,positionals:o}=n.value,[r,...s]=o;if(t.version===!0)return(0,d.ok)({command:"version"});const a=S.find(c=>c===r);return t.help===!0||r===void 0?(0,d.ok)({command:"help",...a&&{of:a}}):a===void 0?(0,d.gz)(h(M("command",r,S))):a==="schema"?(0,d.ok)({command:"schema"}):a==="self-test"?Z(t,s):a==="check"?X(t,s):q(t,s)}function P(e,n){return(t,o,r)=>{const s=k(e,t),a=o.find(c=>c===(s??r));return a===void 0&&n.push(h((0,f.i)("cli.choice",{name:`--${t}`,found:s??"",allowed:o}))),a??r}}function k(e,n){const t=e[n];return typeof t=="string"?t:void 0}function A(e,n){const t=e[n];return typeof t=="object"?t:[]}function X(e,n){const t=[],o=P(e,t);n.length>1&&t.push(h((0,f.i)("cli.too-many",{paths:n})));const r=o("format",W,"text"),s=k(e,"report-dir"),a={policy:$(e),evidence:{metrics:A(e,"metrics"),baseline:A(e,"baseline"),groups:A(e,"groups"),"model-card":A(e,"model-card")},language:o("language",y.Yj,"en"),...s!==void 0&&{reportDir:s}};return t.length>0?(0,d.gz)(...t):(0,d.ok)({command:"check",path:n[0]??".",format:r,options:a})}function $(e){const n=k(e,"policy");return{kind:"file",path:n??y.mY,named:n!==void 0}}function Z(e,n){const t=[],o=P(e,t);n.length>1&&t.push(h((0,f.i)("cli.too-many",{paths:n})));const r=o("format",["text","json"],"text"),s=o("language",y.Yj,"en");if(t.length>0)return(0,d.gz)(...t);const[a="."]=n,c=e.strict===!0;return(0,d.ok)({command:"self-test",path:a,policy:$(e),format:r,language:s,strict:c})}function q(e,n){const t=[],o=P(e,t),[r,...s]=n;r===void 0&&t.push(h((0,f.i)("cli.no-path"))),s.length>0&&t.push(h((0,f.i)("cli.too-many",{paths:n})));const a=[...G.A.filter(T=>T!=="baseline"),"predictions"],c=o("as",a,/\.(?:md|markdown)$/i.test(r??"")?"model-card":"metrics"),g=o("format",["text","json"],"text"),l=o("language",y.Yj,"en");if(t.length>0||r===void 0)return(0,d.gz)(...t);const[u,m,x]=["read-as","run","experiment"].map(T=>k(e,T)),N={...u&&{readAs:u},...m&&{run:m},...x&&{experiment:x}};return(0,d.ok)({command:"inspect",path:r,role:c,format:g,language:l,...N})}function _(e){const{values:n,positionals:t,tokens:o}=(0,B.parseArgs)({args:[...e],options:j,strict:!1,allowPositionals:!0,tokens:!0}),r=S.find(l=>l===t[0]),s=[...r===void 0?Object.values(b).flat():b[r],...U],a=[...new Set(s)].map(l=>`--${l}`),c=new Set,g=o.flatMap(l=>{if(l.kind!=="option")return[];const{name:u,rawName:m}=l,x=s.find(fe=>fe===u),N=c.has(u);if(c.add(u),x===void 0)return[h(M("option",m,a))];const{type:T}=j[x];return T==="string"&&!l.value?[h((0,f.i)("cli.needs-value",{name:m}))]:T==="boolean"&&l.value!==void 0?[h((0,f.i)("cli.no-value",{name:m}))]:N&&!("multiple"in j[x])?[h((0,f.i)("cli.twice",{name:m}))]:[]});return g.length>0?(0,d.gz)(...g):(0,d.ok)({values:n,positionals:t})}function M(e,n,t){const o=(0,V.p)(n,t),r=`cli.unknown-${e}`;return o===void 0?(0,f.i)(r,{name:n,allowed:t}):(0,f.i)(`${r}-near`,{name:n,near:o})}function h(e){return(0,d.CC)("cli.usage",{why:e})}var ee=i(4140);const te=`ml-gate - judges a trained model's evidence against a policy.

  ml-gate check [PATH]   compare metrics, groups and model card with the policy
  ml-gate inspect PATH   list what a file or folder says, in the names a policy can use
  ml-gate self-test [PATH]   show for every check of the policy that bad evidence fails it
  ml-gate schema         print the policy's JSON Schema, for editors

  ml-gate COMMAND --help shows a command's options; ml-gate --version the version.
`,ne={check:`ml-gate check [PATH] - judges the folder PATH (default: the current one).

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --metrics PATH       metrics file or glob; may be given several times
  --groups PATH        metrics by group, for fairness
  --baseline PATH      metrics to compare with
  --model-card PATH    the model card
  --report-dir DIR     write report.json, report.md, report.sarif and junit.xml there
  --language en|ko     language of the report (default: en)
  --format text|json|markdown   what is printed (default: text)

Paths given here are relative to the current folder, else to PATH; paths in the policy are relative to PATH.
Exit codes: 0 pass or warn, 1 fail, 2 error or wrong usage.
`,inspect:`ml-gate inspect PATH - lists the values of a file or folder with the selectors that find them.

  --as KIND            metrics (default), groups, model-card (default for Markdown), explanations, drift,
                       load-test or predictions
  --read-as FORMAT     read it as this format instead of the one its content shows
  --run RUN            the run, by id or name, where it holds several
  --experiment NAME    the experiment, by id or name
  --language en|ko     language of messages (default: en)
  --format text|json   what is printed (default: text)

Exit codes: 0 read, 2 cannot be read or wrong usage.
`,schema:`ml-gate schema - prints the policy's JSON Schema (draft 2020-12).
`,"self-test":`ml-gate self-test [PATH] - tries every check of the policy with evidence that is just bad enough to fail it.

  --policy FILE        the policy (default: .github/ml-gate.yaml in PATH)
  --strict             fail where a check could not be tried
  --language en|ko     language of the lines (default: en)
  --format text|json   what is printed (default: text)

The evidence is made up; no file but the policy is read.
Exit codes: 0 every check that should block does, 1 one does not, 2 not a policy or wrong usage.
`};function oe(e){return e===void 0?te:ne[e]}var E=i(7417),F=i(2200);const re="1.0.0";var H=i(6657),v=i(3792);const se=1024*1024;async function ae(e,{out:n,err:t}){const o=Q(e);if(!o.ok){const r=(0,H.j)(/(?:^| )--language[= ]ko(?: |$)/.test(e.join(" "))?"ko":"en");for(const{message:s}of o.problems)t(`${(0,w.kc)(r.say(s))}
`);return y.ai.error}switch(o.value.command){case"help":return n(oe(o.value.of)),e.length===0?y.ai.error:0;case"version":return n(`${re}
`),0;case"schema":return n(`${JSON.stringify((0,z.w)((await(0,I.Vz)()).map(({gate:r})=>r)),null,2)}
`),0;case"check":return ie(o.value,{out:n,err:t});case"inspect":return ce(o.value,{out:n,err:t});case"self-test":return le(o.value,{out:n,err:t})}}async function ie({path:e,format:n,options:t},{out:o,err:r}){const s=(0,H.j)(t.language),a=await ue(e,t);if(t.reportDir!==void 0)try{(0,ee.u5)(a,s,t.reportDir)}catch(c){const g=(0,d.A3)(c);return r(`${(0,w.kc)(s.say((0,f.i)("app.report-dir",{path:t.reportDir,why:g})))}
`),y.ai.error}return o(de(a,s,n)),y.ai[a.verdict]}async function ce(e,{out:n,err:t}){const{inspect:o,inspectedText:r}=await i.e(7225).then(i.bind(i,7225)),s=(0,H.j)(e.language),a=(0,v.FK)(process.cwd(),(0,p.resolve)(e.path)),c=v.aR.open(a?process.cwd():(0,p.dirname)((0,p.resolve)(e.path)),"."),g=a?e.path:(0,p.basename)(e.path),l=c.ok?await o(c.value,{...e,path:g},s):c;if(l.ok)return n(e.format==="json"?`${JSON.stringify(l.value,null,2)}
`:r(l.value)),0;for(const{message:u,at:m}of l.problems)t(`${(0,w.kc)(`${m===void 0?"":`${(0,Y.SP)(m)}: `}${s.say(u)}`)}
`);return y.ai.error}async function le(e,n){const{runSelfTest:t}=await i.e(1075).then(i.bind(i,1075)),o=R(e.path),r=o.ok?D(e,o.value):o;return t(e,r,n,Date.now())}function de(e,n,t){switch(t){case"json":return(0,K.h)(e,n);case"markdown":return(0,L.G)(e,n,{maxBytes:se});case"text":return(0,J.S)(e,n)}}async function ue(e,n){const t=n.policy.kind==="file"?n.policy.path:"policy",o=u=>(0,F.J)(u,{},{source:t,from:"head",sha256:"",resolved:null}),r=R(e);if(!r.ok)return o(r.problems);const s=D(n,r.value);if(!s.ok)return o(s.problems);const{evidence:a}=n,c=u=>Promise.all(u.map(m=>me(m,r.value))),g=Object.entries(a).map(async([u,m])=>[u,await c(m)]),l=Object.fromEntries(await Promise.all(g));return(0,F.z)({...n,evidence:l},s.value,r.value,{},Date.now())}function R(e){const n=(0,p.resolve)(e),t=(0,v.FK)(process.cwd(),n),o=v.aR.open(t?process.cwd():n,t?e:".");return o.ok?o:(0,d.gz)((0,d.CC)("cli.no-folder",{path:e}))}async function me(e,n){const t=(0,p.resolve)(e);if((0,O.existsSync)(t))return t;if(!(0,v.Pt)(e))return e;const o=(0,p.relative)(n.base,t);return(await n.find(o)).ok?o:e}function D(e,n){const{policy:t}=e;if(t.kind!=="file"||!t.named||!(0,O.existsSync)(t.path))return(0,E.T)(e,n);const{path:o}=t,r=(0,p.resolve)(o);if((0,v.FK)(n.root,r))return(0,E.T)({...e,policy:{...t,path:r}},n);const s=v.aR.open((0,p.dirname)(r),".");if(!s.ok)return s;const a=(0,E.T)({...e,policy:{...t,path:(0,p.basename)(r)}},s.value);return a.ok?{ok:!0,value:{...a.value,source:o,place:c=>({path:o,...c})}}:a}})};export{xe as id,Te as ids,ke as modules};
