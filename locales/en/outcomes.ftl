### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Type your email address.
error-address-incomplete = That address isn't complete. It looks like ada@example.com.
error-address-too-long = That address is too long for email. Check it for something pasted twice.
error-address-character = That address holds a character that we can't use, perhaps one that can't be seen. Type one plain address, such as ada@example.com.
error-address-domain = Check what stands behind the @: no email can reach it.
error-not-a-code = A code has { $digits } digits. Type all of them.
error-wrong-code = That code didn't match.
error-tries-used-up = That was one wrong code too many. Ask for a new email.
error-expired = This email has expired. Ask for a new one.
error-used = This email has already been used. Ask for a new one.
error-codes-off = Too many wrong codes were tried for this address, so a code alone no longer works. Open the link in the newest email instead.
error-no-challenge = Ask for a code in this browser first. If you just did, it may be blocking cookies: allow them for this site and try again.
error-bad-link = This link isn't complete. Open or copy all of it from the email, or ask for a new one. If your browser blocks cookies, allow them for this site.
error-code-needed = Type the code that stands in the same email as the link.
error-only-where-asked = This change of email address goes on only in the browser that asked for it. Type the code there.
error-too-soon = An email is on its way. Wait a moment before you ask for another.
error-emails-limited = Several emails were asked for. The newest one in your inbox works here too, whoever asked for it: open its link in this browser, and type its code.
error-network-limited = Many emails were asked for from your network. One that is in your inbox already works here too: open its link in this browser. Another network, such as your phone's, need not wait.
error-site-limited = Very many people are asking for emails right now. One that is in your inbox already works here too: open its link in this browser.
error-change-limited = You can't change to that address just now, because many emails were asked for. Try again a little later.
error-undo-email-limited = That email can't be sent again just now, because many emails were asked for. One that has arrived at the former email address undoes the change too.
error-codes-limited = Too many codes were tried from your network. None of your tries was used up.
error-enough-emails = You've asked for several emails. The newest one in your inbox still works.
error-same-address = That is your address already. Type the new one.
error-change-refused = Your address was not changed: this email can't do that any more. Log in with the address that you had, and ask for the change again.
error-email-taken = Another account here has that email address, so your account keeps the one that it has. If both are yours, ask the people who run this site.
error-change-not-offered = Email addresses are not changed here. Ask the people who run this site.
error-no-access = The email address is yours, but it has no access here. Ask the people who run this site to let it in, or log in with another one.
error-address-moved-away = The account with this email address has changed to another one. If you didn't want that, undo it.
error-bad-undo-link = This link isn't complete. Open or copy all of it from the email. If your browser blocks cookies, allow them for this site.
error-undo-expired = The time for undoing this change has passed.
error-undo-used = This change was undone already. There is nothing left to undo.
error-not-sure = Tick the box first, to say that you mean it.
error-no-such-session = There is no such session among yours.
error-logged-out-meanwhile = You were logged out meanwhile. Log in and try again.
error-client-unknown = How often this may be done from one place is limited, and this site was not told where you are. The fault is on our side; nothing was changed.
error-bad-request = That didn't reach us whole. Try again.
error-unavailable = Something is wrong on our side. Nothing was changed; try again in a moment.

## What has happened

notice-logged-out = You are logged out.
notice-logged-out-everywhere = You were logged out everywhere.
notice-session-ended = You were logged out from another browser.
notice-address-changing = You were logged out everywhere because your email address is being changed. Until the new one has logged in, log in with the old one.
notice-address-changed = You were logged out everywhere because your email address has changed. Log in with the new one.
notice-change-undone = The change of your email address was undone, and you were logged out everywhere.
notice-others-change-undone = The change of that email address was undone, and its account was logged out everywhere. You are still logged in here with your own.
notice-session-expired = Your session has expired. Log in again to go on.
notice-session-replaced = This session was replaced by a newer one in the same browser.
notice-log-in-first = Log in to see that page.
notice-email-again = We sent you another email.
notice-new-address = This is your email address now. You were logged out everywhere else.
notice-other-ended = That browser is logged out.
notice-others-ended = All your other browsers are logged out.
notice-change-cancelled = Your email address stays as it is.
notice-undo-email-sent = We sent the email to your former address again. Its link undoes the change.

## Why an email certainly does not arrive

refused = No mail server took it. Check the address; if it is right, the fault is on our side, so try again in a moment.
not-handed-over = No mail server took it. The fault is on our side, so try again in a moment.

## What the account page calls something that has happened

event-log-in-requested = Asked for an email
event-logged-in = Logged in
event-log-in-failed = Tried to log in in vain
event-tries-used-up = Used up all tries with wrong codes
event-codes-off = A hundred wrong codes: only a link logs in now
event-used-again = Tried an email that was already used
event-logged-out = Logged out
event-logged-out-everywhere = Logged out everywhere
event-session-ended = Logged out a browser from the list
event-others-ended = Logged out all other browsers
event-limited = Asked too often
event-not-allowed = Tried to end a session that wasn't theirs
event-no-access = Proved an email address that has no access
event-change-asked = Asked to change the email address
event-change-refused = A change of the email address was refused
event-address-changed = Changed the email address
event-change-undone = Undid the change of the email address
event-change-cancelled = Cancelled a change of the email address
event-undo-offered = Proved the email address that the account has left
event-email-refused = A mail server refused an email about a change of address
event-email-given-up = An email about a change of address could not be delivered
event-user-created = Account created
event-forgotten = Account forgotten

## Pages of failures: a title, and what to do

failure = Error { $status }
fault-origin-title = Your browser left something out
fault-origin = For your safety only our own pages may do this, and your browser did not say which page it was on: it sent neither the header Origin nor Sec-Fetch-Site. A privacy extension or a proxy may take them out. Allow them for this site, or use another browser.
fault-client-title = We can't tell where you are
fault-client = How often this may be done from one place is limited, and this site was not told where you are. The fault is on our side and has been noted. Nothing was changed or used up; try again later.
fault-server-title = This server is not ready yet
fault-other-address-title = This page is open at another address
fault-other-address = For your safety this works at the site's own address only. Go to the start and do it there.
not-found-title = There is nothing here
not-found = The page may have moved, or its address has a typing error.
unauthorized-title = Log in first
unauthorized = This is for people who are logged in. Go to the start and log in there.
no-such-part-title = There is no such part
no-such-part = The file is shorter than that. Load all of it.
forbidden-title = That came from another site
forbidden = For your safety only our own pages may do this. Go to the start and try again from there.
not-here-title = That can't be done here
not-here = This address can't be opened by itself. Go to the start and find the way from there.
too-slow-title = That took too long
too-slow = The connection was too slow. Go back and try again.
too-large-title = That was too much
too-large = The form held more than we can take. Go back and shorten it.
too-many-title = A little slower, please
too-many = There were too many requests. Try again in a moment.
back-soon-title = We'll be right back
back-soon = Something on our side isn't answering. Nothing was lost or used up; try again in a moment.
went-wrong-title = Something went wrong
went-wrong = The fault is on our side and has been noted. Go back and try again.
not-whole-title = That didn't reach us whole
not-whole = Go back and try again.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = You are logged out. Log in and try again.
did-not-work = That did not work. Try again in a moment.
