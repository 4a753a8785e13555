import re,sqlite3,glob,sys,os
os.chdir(sys.argv[1])
def sub(s,old,new,n=1):
    assert s.count(old)==n,(s.count(old),old)
    return s.replace(old,new)
s=open('migrations/postgres/0001_log_in.sql').read()
acc=open('migrations/postgres/0002_accounts.sql').read()
s=sub(s,'''-- All of it stands in a schema''','''-- An application may have several tenants, each with rows of its own: tenant says whose a row is. Where there is one alone,
-- it is default.
--
-- All of it stands in a schema''')
T='''tenant TEXT COLLATE "C" NOT NULL DEFAULT 'default\''''
def add(s,table,before=None):
    m=re.search(r'(CREATE TABLE %s \(\n)(.*?)(\n\);)'%table,s,re.S)
    body=m[2]
    cols=re.findall(r'^    ([a-z_]+)( +)([A-Z]+)( +)',body,re.M)
    w=max(len(c[0]) for c in cols); t=max(len(c[2]) for c in cols)
    line=f'    {"tenant":<{w}} {"TEXT":<{t}} COLLATE "C" NOT NULL DEFAULT \'default\''
    if before: 
        assert before in body,(table,before)
        body=body.replace(before,line+',\n'+before)
    else: body=body+',\n'+line
    return s[:m.start(2)]+body+s[m.end(2):]
s=sub(s,'''    email      TEXT   COLLATE "C" NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
''','''    email      TEXT   COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    -- What the account is called outside of these tables: the application's own id, or else this row's in text. No id is
    -- given to another account, ever.
    account    TEXT   COLLATE "C" NOT NULL,
    UNIQUE (tenant, email),
    UNIQUE (tenant, account)
);
''')
s=add(s,'users','    UNIQUE (tenant, email)')
# comments inside a table may end a last column: keep a comma right
for t in ['sessions','email_changes','challenges','events','outbox']: s=add(s,t)
s=sub(s,'    email    TEXT   COLLATE "C" NOT NULL PRIMARY KEY,\n    failures BIGINT NOT NULL,\n    last_at  BIGINT NOT NULL\n','    email    TEXT   COLLATE "C" NOT NULL,\n    failures BIGINT NOT NULL,\n    last_at  BIGINT NOT NULL,\n    PRIMARY KEY (email, tenant)\n')
s=add(s,'failed_codes','    PRIMARY KEY (email, tenant)')
s=sub(s,'    PRIMARY KEY (token_hash, email)\n','    PRIMARY KEY (token_hash, email, tenant)\n')
s=add(s,'devices','    PRIMARY KEY (token_hash, email, tenant)')
tail=acc[acc.index('-- When the sessions of an account'):]
tail=sub(tail,'''    account  TEXT   COLLATE "C" NOT NULL PRIMARY KEY,
    epoch    UUID   NOT NULL,
    moved_at BIGINT NOT NULL
''','''    account  TEXT   COLLATE "C" NOT NULL,
    epoch    UUID   NOT NULL,
    moved_at BIGINT NOT NULL,
    PRIMARY KEY (account, tenant)
''')
tail=add(tail,'epochs','    PRIMARY KEY (account, tenant)')
s=s.rstrip()+'\n\n'+tail
q=s.replace(' COLLATE "C"','')
q=re.sub(r'\bUUID\b(?!v)','BLOB',q); q=re.sub(r'\bBYTEA\b','BLOB',q); q=re.sub(r'\bBIGINT\b','INTEGER',q); q=re.sub(r'\bBOOLEAN\b','INTEGER',q)
q=re.sub(r'DEFAULT FALSE','DEFAULT 0',q)
q=re.sub(r'^\);$',') STRICT;',q,flags=re.M)
i=q.index('-- All of it stands in'); j=q.index("-- A person's account")
q=q[:i].rstrip().rstrip('-').rstrip()+'\n\n'+q[j:]
k=q.index('-- An application may have')
q='''-- The tables. Ids are UUIDv7, times are milliseconds since 1970-01-01 UTC. Nothing here lets its reader log in: tokens and
-- browser secrets are stored as their SHA-256, codes as an Argon2id keyed with a secret that the database never sees.
--
'''+q[k:]
def align(m):
    body=m.group(2).split('\n'); rows=[]
    for l in body:
        mm=re.match(r'^    ([a-z_]+)( +)(BLOB|TEXT|INTEGER)( *)(.*)$',l)
        rows.append(mm.groups() if mm else l)
    w=max(len(r[0]) for r in rows if not isinstance(r,str)); t=max(len(r[2]) for r in rows if not isinstance(r,str))
    out=[r if isinstance(r,str) else (f'    {r[0]:<{w}} {r[2]:<{t}} {r[4]}' if r[4] not in ('',',') else f'    {r[0]:<{w}} {r[2]}{r[4]}') for r in rows]
    return m.group(1)+'\n'.join(out)+m.group(3)
q=re.sub(r'(CREATE TABLE \w+ \(\n)(.*?)(\n\) STRICT;)',align,q,flags=re.S)
old=sqlite3.connect(':memory:')
for f in sorted(glob.glob('migrations/sqlite/*.sql')): old.executescript(open(f).read())
new=sqlite3.connect(':memory:'); new.executescript(q)
def cols(c):
    r={}
    for (t,) in c.execute("select name from sqlite_schema where type='table' and name not like 'sqlite%'"):
        for x in c.execute(f"select name,type,\"notnull\",dflt_value,pk from pragma_table_info('{t}')"): r[(t,x[0])]=x[1:]
    return r
a,b=cols(old),cols(new)
for k in sorted(set(a)|set(b)):
    if a.get(k)!=b.get(k): print(k,a.get(k),b.get(k))
ix=lambda c:{(n,re.sub(r'\s+',' ',s)) for n,s in c.execute("select name,sql from sqlite_schema where type='index' and sql is not null")}
print(ix(old)^ix(new))
for f in glob.glob('migrations/sqlite/*.sql')+glob.glob('migrations/postgres/*.sql'): os.remove(f)
open('migrations/sqlite/0001_log_in.sql','w').write(q)
open('migrations/postgres/0001_log_in.sql','w').write(s)
p='src/store/migrations.rs'
m=open(p).read()
m=re.sub(r'migrator\(&files!\(\n        "sqlite":\n.*?    \)\)','migrator(&files!("sqlite": "0001_log_in"))',m,flags=re.S)
m=m.replace('migrator(&files!("postgres": "0001_log_in", "0002_accounts"))','migrator(&files!("postgres": "0001_log_in"))')
open(p,'w').write(m)
