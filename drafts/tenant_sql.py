import re,sys,os
root=sys.argv[1]
errors=[]
def find_fn(s,name):
    m=re.search(r'pub (?:\(in [\w:]+\) )?async fn %s\b'%name,s)
    return m.start() if m else None
def macro_end(s,i):
    # i at 'write!(' or 'read!(' open paren
    j=s.index('(',i); d=0; k=j; instr=False
    while True:
        c=s[k]
        if instr:
            if c=='\\': k+=1
            elif c=='"': instr=False
        else:
            if c=='"': instr=True
            elif c=='(': d+=1
            elif c==')':
                d-=1
                if d==0: return j,k
        k+=1
files={}
def edit(file,fn,edits,nth=0,bind=True):
    p=f'{root}/src/store/{file}'
    s=files.get(p) or open(p).read()
    st=find_fn(s,fn)
    if st is None: errors.append((file,fn,'no fn')); return
    i=st
    for _ in range(nth+1):
        m=re.compile(r'\b(write|read)!\(').search(s,i)
        i=m.end()
    mac=m.group(1)
    o,c=macro_end(s,m.start())
    body=s[o+1:c]
    q1=body.index('"'); q2=q1+1
    while body[q2]!='"' or body[q2-1]=='\\': q2+=1
    sql=body[q1:q2+1]
    n=max([int(x) for x in re.findall(r'\$(\d+)',sql)] or [0])+1
    new=sql
    for old,rep,*cnt in edits:
        k=new.count(old)
        want=cnt[0] if cnt else 1
        if k!=want: errors.append((file,fn,f'{k} of {old!r}',new)); 
        new=new.replace(old,rep)
    new=new.replace('$T',f'${n}')
    rest=body[q2+1:]
    if bind:
        who='&*self.reader.tenant' if mac=='write' else '&*self.tenant'
        # is it within impl Transaction?
        r=rest.rstrip()
        ind=re.search(r'\n( +)\S[^\n]*$',body[:q1] if '\n' in body[:q1] else '')
        if '\n' in body:
            sep='' if r.endswith(',') else ','
            indent=re.search(r'\n( *)"?$|\n( *)[^\n]*$',body[:q1])
            ind=(indent.group(1) or indent.group(2) or '') if indent else ''
            tail=rest[len(r):]
            rest=f'{r}{sep}\n{ind}{who},{tail if tail else ""}'
        else:
            rest=f'{r.rstrip(",")}, {who}'
    body=body[:q1]+new+rest
    files[p]=s[:o+1]+body+s[c:]
FC=('WHERE failed_codes.email = challenges.email','WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant')
FC2=('WHERE email = challenges.email','WHERE failed_codes.email = challenges.email AND failed_codes.tenant = challenges.tenant')
# sessions
edit('sessions.rs','session',[('WHERE token_hash = $1','WHERE token_hash = $1 AND sessions.tenant = $T')])
edit('sessions.rs','sessions_of',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND sessions.tenant = $T AND')])
edit('sessions.rs','count_sessions_of',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')])
edit('sessions.rs','user_of_session',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('sessions.rs','add_session',[('(id, user_id, token_hash,','(id, tenant, user_id, token_hash,'),('VALUES ($1, $2, $3,','VALUES ($1, $T, $2, $3,')])
edit('sessions.rs','touch_session',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('sessions.rs','is_good_session',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('sessions.rs','end_session',[('WHERE token_hash = $1 AND','WHERE token_hash = $1 AND tenant = $T AND')])
for k in range(3): edit('sessions.rs','end_sessions_of',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')],nth=k)
# renewals
edit('renewals.rs','is_renewable',[('WHERE renewable_by = $1 AND','WHERE renewable_by = $1 AND tenant = $T AND')])
edit('renewals.rs','count_repetition',[('WHERE id = $1 AND','WHERE id = $1 AND challenges.tenant = $T AND'),('WHERE renewable_by = $1 AND','WHERE renewable_by = $1 AND sessions.tenant = $T AND')])
edit('renewals.rs','renew_session',[('WHERE renewable_by = $1 AND','WHERE renewable_by = $1 AND tenant = $T AND')])
edit('renewals.rs','present_session',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
# challenges
edit('challenges.rs','challenge',[('WHERE id = $1','WHERE id = $1 AND challenges.tenant = $T'),FC2])
edit('challenges.rs','add_challenge',[('(id, browser_hash,','(id, tenant, browser_hash,'),('SELECT $1, $2,','SELECT $1, $T, $2,'),('WHERE same.browser_hash = $2 AND','WHERE same.browser_hash = $2 AND same.tenant = $T AND'),('WHERE other.browser_hash = $2 AND','WHERE other.browser_hash = $2 AND other.tenant = $T AND'),('WHERE failed_codes.email = $3','WHERE failed_codes.email = $3 AND failed_codes.tenant = $T')])
edit('challenges.rs','change_wishes',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('challenges.rs','extend_challenge',[('WHERE id = $1 AND','WHERE id = $1 AND challenges.tenant = $T AND'),FC])
edit('challenges.rs','end_challenges_of_changes',[('WHERE used_at IS NULL','WHERE challenges.tenant = $T AND used_at IS NULL'),('WHERE user_id = $1 AND','WHERE user_id = $1 AND email_changes.tenant = $T AND')])
edit('challenges.rs','end_challenges_that_go_on',[('WHERE email = $1 AND','WHERE email = $1 AND tenant = $T AND')])
# devices
edit('devices.rs','remember_device',[('(token_hash, email, first_seen_at, last_seen_at) VALUES ($1, $2, $3, $3)','(token_hash, email, first_seen_at, last_seen_at, tenant) VALUES ($1, $2, $3, $3, $T)'),('ON CONFLICT (token_hash, email)','ON CONFLICT (token_hash, email, tenant)')])
edit('devices.rs','forget_devices',[('WHERE email = $1 AND','WHERE email = $1 AND tenant = $T AND')])
edit('devices.rs','device_first_seen',[('AND email = $2','AND email = $2 AND tenant = $T')])
# email changes
edit('email_changes.rs','email_change',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('email_changes.rs','email_change_with_undo',[('WHERE token_hash = $1','WHERE token_hash = $1 AND email_changes.tenant = $T')])
edit('email_changes.rs','change_away_from',[('WHERE old_email = $1 AND','WHERE old_email = $1 AND tenant = $T AND')])
edit('email_changes.rs','undoable',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')])
edit('email_changes.rs','waiting_changes_of',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND email_changes.tenant = $T AND'),('WHERE change_id = email_changes.id AND','WHERE change_id = email_changes.id AND challenges.tenant = $T AND'),('WHERE email = $2 AND','WHERE email = $2 AND challenges.tenant = $T AND')])
edit('email_changes.rs','moves_of',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')])
edit('email_changes.rs','is_taken',[('FROM users WHERE email = $1 AND','FROM users WHERE email = $1 AND tenant = $T AND'),('WHERE old_email = $1 AND','WHERE old_email = $1 AND tenant = $T AND')])
edit('email_changes.rs','user_of_change',[('WHERE email_changes.id = $1','WHERE email_changes.id = $1 AND email_changes.tenant = $T')])
edit('email_changes.rs','add_email_change',[('(id, user_id,','(id, tenant, user_id,'),('VALUES ($1, $2,','VALUES ($1, $T, $2,')])
edit('email_changes.rs','confirm_email_change',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('email_changes.rs','cancel_email_change',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('email_changes.rs','cancel_pending_email_changes',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')])
for k in range(2): edit('email_changes.rs','undo_email_changes_since',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND')],nth=k)
# events
edit('events.rs','events',[('WHERE user_id = $1 AND','WHERE user_id = $1 AND tenant = $T AND',2)])
edit('events.rs','add_events',[('INTO events (id,','INTO events (tenant, id,'),('SELECT new.id, $1,','SELECT $T, new.id, $1,'),('WHERE users.email = new.email','WHERE users.email = new.email AND users.tenant = $T'),('WHERE old_email = new.email AND','WHERE old_email = new.email AND email_changes.tenant = $T AND')])
edit('events.rs','adopt_events',[('WHERE email = $1 AND','WHERE email = $1 AND tenant = $T AND')])
# failed codes
edit('failed_codes.rs','count_failed_code',[('(email, failures, last_at) VALUES ($1, 1, $3)','(email, failures, last_at, tenant) VALUES ($1, 1, $3, $T)'),('ON CONFLICT (email)','ON CONFLICT (email, tenant)')])
edit('failed_codes.rs','forget_failed_codes',[('WHERE email = $1 AND','WHERE email = $1 AND tenant = $T AND')])
# magic links
edit('magic_links.rs','magic_link_of_token',[FC,('WHERE link_hash = $1','WHERE link_hash = $1 AND challenges.tenant = $T')])
edit('magic_links.rs','address_of_link',[('WHERE link_hash = $1 AND','WHERE link_hash = $1 AND challenges.tenant = $T AND')])
# tries
edit('tries.rs','count_try',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('tries.rs','count_link_try',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('tries.rs','count_refusal',[('WHERE id = $1 AND','WHERE id = $1 AND tenant = $T AND')])
edit('tries.rs','use_challenge',[('WHERE id = $1 AND','WHERE id = $1 AND challenges.tenant = $T AND'),(*FC,2),('WHERE old_email = challenges.email AND','WHERE old_email = challenges.email AND email_changes.tenant = challenges.tenant AND')])
# browsers
edit('browsers.rs','challenge_of_browser',[FC,('WHERE browser_hash = $1','WHERE browser_hash = $1 AND tenant = $T',2)])
edit('browsers.rs','challenge_of_browser_for',[FC2,('WHERE browser_hash = $1 AND','WHERE browser_hash = $1 AND challenges.tenant = $T AND')])
edit('browsers.rs','end_oldest_challenges',[('WHERE browser_hash = $1 AND','WHERE browser_hash = $1 AND tenant = $T AND',2)])
# users
edit('users.rs','user_of',[('INTO users (id,','INTO users (tenant, id,'),('SELECT $1, $4, $2, $3','SELECT $T, $1, $4, $2, $3'),('FROM users WHERE email = $2','FROM users WHERE email = $2 AND tenant = $T'),('WHERE old_email = $2 AND','WHERE old_email = $2 AND tenant = $T AND'),('ON CONFLICT (email)','ON CONFLICT (tenant, email)'),('WHERE devices.email = $2','WHERE devices.email = $2 AND devices.tenant = $T')])
edit('users.rs','user_of_account',[('INTO users (id,','INTO users (tenant, id,'),('VALUES ($1,','VALUES ($T, $1,'),('ON CONFLICT (account)','ON CONFLICT (tenant, account)'),('WHERE devices.email = $3','WHERE devices.email = $3 AND devices.tenant = $T')])
edit('users.rs','take_email',[('WHERE email = $1 AND','WHERE email = $1 AND tenant = $T AND')])
edit('users.rs','set_email',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('users.rs','lock_account',[('WHERE account = $1','WHERE account = $1 AND tenant = $T')])
edit('users.rs','lock_user',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('users.rs','lock_user_of_change',[('WHERE id = (','WHERE tenant = $T AND id = (')])
edit('users.rs','remove_user',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('users.rs','move_user',[('WHERE id = $1 AND','WHERE id = $1 AND users.tenant = $T AND'),('FROM users WHERE email = $2 AND','FROM users WHERE email = $2 AND tenant = $T AND'),('WHERE old_email = $2 AND','WHERE old_email = $2 AND tenant = $T AND')])
edit('users.rs','user',[('WHERE id = $1','WHERE id = $1 AND tenant = $T')])
edit('users.rs','user_with_email',[('WHERE email = $1','WHERE email = $1 AND tenant = $T')])
# account moves
SEL=('SELECT account_moves.user_id, change_id,','SELECT users.tenant, account_moves.user_id, change_id,')
edit('account_moves.rs','move_of',[SEL,('WHERE account_moves.user_id = $1','WHERE account_moves.user_id = $1 AND users.tenant = $T')])
edit('account_moves.rs','move_about',[SEL,('WHERE old_email = $1 OR new_email = $1 OR email = $1','WHERE (old_email = $1 OR new_email = $1 OR email = $1) AND users.tenant = $T')])
edit('account_moves.rs','moves_due',[SEL],bind=False)
# epochs
edit('epochs.rs','epoch',[('WHERE account = $1','WHERE account = $1 AND tenant = $T')])
for f in ('move_epoch','hold_epoch'):
    edit('epochs.rs',f,[('(account, epoch, moved_at) VALUES ($1, $2, $3)','(account, epoch, moved_at, tenant) VALUES ($1, $2, $3, $T)'),('ON CONFLICT (account)','ON CONFLICT (account, tenant)')])
# forget
for k,w in enumerate(['user_id','email','email','email','user_id','id']):
    edit('forget.rs','forget_user',[(f'WHERE {w} = $1',f'WHERE {w} = $1 AND tenant = $T')],nth=k)
# outbox
edit('outbox.rs','due_emails',[('SELECT id, kind,','SELECT id, tenant, kind,')],bind=False)
edit('outbox.rs','add_to_outbox',[('INTO outbox (id, kind,','INTO outbox (id, tenant, kind,'),('VALUES ($1, $2,','VALUES ($1, $T, $2,')])
def raw(file,*pairs):
    p=f'{root}/src/store/{file}'
    s=files.get(p) or open(p).read()
    for old,new in pairs:
        if s.count(old)!=1: errors.append((file,s.count(old),old)); continue
        s=s.replace(old,new)
    files[p]=s
raw('outbox.rs',('''    /// The email's id, also its Message-ID.
    pub id: ''','''    /// The tenant to which the account belongs.
    pub tenant: String,
    /// The email's id, also its Message-ID.
    pub id: '''),('row!(OutboxRow {\n    id,','row!(OutboxRow {\n    id,\n    tenant,'))
raw('account_moves.rs',('''pub struct AccountMoveRow {
    /// Whose it is.''','''pub struct AccountMoveRow {
    /// The tenant to which the account belongs.
    pub tenant: String,
    /// Whose it is.'''),('row!(AccountMoveRow {\n    user_id,','row!(AccountMoveRow {\n    tenant,\n    user_id,'))
raw('prune.rs',('''    DELETE FROM failed_codes WHERE email IN (
        SELECT email FROM''','''    DELETE FROM failed_codes WHERE (email, tenant) IN (
        SELECT email, tenant FROM'''),('''    DELETE FROM devices WHERE (token_hash, email) IN (
        SELECT token_hash, email FROM''','''    DELETE FROM devices WHERE (token_hash, email, tenant) IN (
        SELECT token_hash, email, tenant FROM'''),('''    DELETE FROM epochs WHERE account IN (SELECT account FROM epochs WHERE moved_at < $1 ORDER BY moved_at LIMIT $2)''','''    DELETE FROM epochs WHERE (account, tenant) IN (
        SELECT account, tenant FROM epochs WHERE moved_at < $1 ORDER BY moved_at LIMIT $2)'''))
if errors:
    for e in errors: print(e)
    sys.exit(1)
for p,s in files.items(): open(p,'w').write(s)
