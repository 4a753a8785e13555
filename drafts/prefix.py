import re,sys,os,glob
os.chdir(sys.argv[1])
T="users sessions challenges magic_links devices email_changes undo_tokens events failed_codes limits outbox epochs account_moves write_probes".split()
W=re.compile(r"(?<![\w.'$])(%s)\b(?!')"%'|'.join(T))
def sql(text):
    # not within single quotes, and no alias
    out=[];q=False
    for i,part in enumerate(re.split(r"('[^']*')",text)):
        if i%2: out.append(part); continue
        part=re.sub(r"(?<!\bAS )"+W.pattern, lambda m:'magic_auth_'+m[1], part)
        out.append(part)
    return ''.join(out)
# store: string literals that are SQL
for f in glob.glob('src/store/*.rs')+['src/store.rs']+glob.glob('src/store/*/*.rs'):
    s=open(f).read()
    def lit(m):
        t=m[0]
        body=t[1:-1]
        if re.search(r'\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|WHERE|RETURNING|FROM|EXISTS|AND|JOIN)\b',body): return '"'+sql(body)+'"'
        return t
    # skip doc comments and tests of OF_TENANTS
    lines=s
    n=re.sub(r'(?<!\')"(?:[^"\\]|\\.)*"',lit,lines,flags=re.S)
    if n!=s: open(f,'w').write(n); print(f)
for f in glob.glob('migrations/*/*.sql'):
    s=open(f).read(); out=[]
    for l in s.split('\n'):
        if l.lstrip().startswith('--'): out.append(l); continue
        l=re.sub(r'(CREATE (?:UNIQUE )?INDEX )(\w+)',r'\1magic_auth_\2',l)
        l=re.sub(r'(CREATE TABLE |REFERENCES | ON )(%s)\b'%'|'.join(T),r'\1magic_auth_\2',l)
        out.append(l)
    open(f,'w').write('\n'.join(out))
