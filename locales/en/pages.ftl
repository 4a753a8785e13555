### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = English
language = Language
change-language = Change language

## Buttons and links of several pages

log-in = Log in
logging-in = Logging in…
log-out = Log out
logging-out = Logging out…
log-out-everywhere = Log out everywhere
sending = Sending…
go-on = Go on
going-on = Going on…
go-to-start = Go to the start
stay-logged-in = Stay logged in
ask-for-new-email = Ask for a new email
send-me-a-code = Send me a code
use-another-address = Use another address
keep-address = Keep the address as it is
change-address = Change address
changing = Changing…
your-account = Your account
keep-me-logged-in = Keep me logged in on this browser
you-are-logged-in-as = You are logged in as { $email }.
you-are-logged-in-here-as = You are logged in here as { $email }.
questions = Questions? { $support }
offline = You are offline. What you typed is still here; send it again once you are connected.

## Home

welcome-back = Welcome back
without-password = Log in without a password
needs-only-email = { $app } needs only your email address. We send you a code and a link; either one lets you in, and nobody can guess, steal or forget a password that doesn't exist.
home-description = { $app } needs no password: you log in with a code or a link that we send to your email address.

## The page that asks for the email address

check-your-address = Check your address
log-in-to = Log in to { $app }
your-email-address = Your email address
we-will-send = We'll send you a code and a link. No password needed.
log-in-description = Log in to { $app } with your email address. We send you a code and a link; either one lets you in.

## The page that asks for the code

check-your-email = Check your email
prove-its-you = Prove that it's you
check-new-address = Check your new address
another-not-sent = We couldn't send you another email. The earlier one still works.
not-confirmed = Our mail server hasn't confirmed your email yet. It may still come, and its code and link work if it does. If it doesn't, ask for another one.
prove-present-first = You logged in a while ago, so prove your present address first. Then the change to { $email } goes on.
logged-out-for-change = You were logged out everywhere. As soon as the new address has proved itself, it is yours; until then you can log in with the old one.
sending-to = We are sending a code and a link to { $email }. They work for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, until { $until }.
sent-to = We sent a code and a link to { $email }. They work for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }, until { $until }.
open-inbox = Open { $name }
code-from-email = Code from the email
digits = { $digits } digits. Spaces don't matter.
use-this-address = Use this address
type-or-open = Type it again, or open the link in the email.
last-code = That was one wrong code too many. Ask for a new email, or open the link in the email.
tries-left =
    { $left ->
        [one] { $left } try left.
       *[other] { $left } tries left.
    }
look-in-spam = Nothing there? Look in spam.
look-in-spam-each-works = Nothing there? Look in spam. You've asked for several emails; each of them still works.
send-again = Send it again
in-time = in { $time }
log-in-with-old-address = Log in with the address that you had
not-sent = We couldn't send your email
meant-for = It was meant for { $email }.
try-again = Try again
ask-for-new-code = Ask for a new code
send-me-new-code = Send me a new code
we-will-send-to = We'll send it to { $email }.
we-will-send-to-present = We'll send it to your present address. Then the change to { $email } goes on.
still-old-change-again = Your address is still the old one. Log in with it, and change it to { $email } again.

## The page where an email's link leads

another-is-logged-in = You are logged in here as { $email }. Going on logs that one out. { $stay }
log-in-question = Log in?
logs-you-in-as = This logs you in as { $email }.
change-question = Change your address?
proves-and-changes = This proves that it's you, { $email }, and changes your address to { $new_email }. You will be logged out everywhere.
use-question = Use this address?
from-now-on = From now on you log in with { $email }. This logs you in.
type-code-too = Type the code too
asked-in-another-browser = This link was asked for in another browser: { $browser }, { $client }, { $asked_at }.
to-log-in-here = To log in here as { $email }, type the code from the same email. If you didn't ask, close this page.
change-only-where-asked = The change of address goes on only in the browser that asked.
code = Code
digits-with-link = { $digits } digits, in the email with this link
type-where-asked = Type the code where you asked
somebody-wants-address = Somebody wants to make { $email } the email address of their account. They asked in another browser: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = If that was you, go back to that browser and type the code from the same email there. The change goes on nowhere else.
give-code-to-nobody = If you did not ask for this, give the code to nobody: your address would become that of somebody else's account.
code-instead = This link isn't complete. Type the code from the same email instead.
type-the-code = Type the code
still-old-ask-again = Your address is still the old one. Log in with it, and ask for the change again.
link-used = This link has been used
link-expired = This link has expired
too-many-wrong-codes = Too many wrong codes
link-does-not-work = This link doesn't work

## The account page

email-address = Email address
you-log-in-with = You log in with { $email }.
change-waits = A change to { $email } waits for a proof.
cancel-change = Cancel the change
cancelling = Cancelling…
it-changed = It changed from { $old_email } to { $new_email } { $moved_at }. The email that we sent to the former address undoes that, until { $until }.
send-that-email-again = Send that email again
where-logged-in = Where you are logged in
in-browsers =
    { $count ->
        [1] In this browser only.
       *[other] In { $count } browsers. Log out those that you don't know or don't use any more.
    }
none-on-this-page = There are none on this page.
this-one = This one
last-seen = Last seen { $at } · { $client }
logged-in-at = Logged in { $at }
log-out-which = Log out { $browser }, { $client }, logged in { $since }
stays-until = This browser stays logged in until { $at } at the latest.
log-out-others = Log out all others
pages-of-list = Pages of the list
earlier-page = Earlier page
next-page = Next page
page-of = Page { $number } of { $pages }
recent-activity = Recent activity
not-you = Something here that wasn't you? Whoever can read your email can log in: change the password of your email first.
unknown-browser = An unknown browser
browser-on-system = { $browser } on { $system }
unknown-client = unknown

## The form for another email address, on our pages and on others

new-email-address = New email address
what-a-change-does = We'll send it a code, and tell your present address. You will be logged out everywhere.
type-new-address = Type your new email address.
that-is-yours = That is your address already. Type the new one.

## A page whose session has ended

you-are-logged-out = You are logged out

## The page that undoes a change of email address

undo-question = Undo the change?
nothing-to-undo = Nothing to undo
address-is-now = This account's address is now { $email }; { $log_in }.
log-in-with-that = log in with that
or-give-back = Or, if you don't want that, give the account its old email address back:
somebody-asked = Somebody asked to change the email address of this account, { $asked_at }:
from = From
to = To
undo-moved = The account has moved there. Undoing it gives the account its old address, and logs out everywhere. You can do so until { $until }.
undo-not-proved = The new address has not proved itself yet. Undoing it gives the account its old address, and logs out everywhere. You can do so until { $until }.
i-dont-want = I don't want this change
undo = Undo the change
undoing = Undoing it…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Log out everywhere?
ends-all = This ends all your sessions, in this browser and in all others. Every page still open leaves.

## The page of a limit

a-little-later = A little later
open-it-all-the-same = Is it too old, or for another address? Open its link all the same, then ask here again.
ask-again-from = You can ask again from { $until } on.
go-on-from = You can go on from { $until } on.
type-a-code = Type a code
one-moment = One moment…
back-to-account = Back to your account

## The development mailbox

mailbox = Mailbox
mailbox-lead = Emails of this development server, newest first. They are kept in memory until it stops; set { $setting } and they go to a mail server instead.
no-emails = No emails yet. { $ask }.
ask-for-one = Ask for one
email-to-at = To { $email } · { $at }
email-to = Email to { $email }
as-plain-text = As plain text

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = just now
minutes-ago =
    { $minutes ->
        [one] { $minutes } minute ago
       *[other] { $minutes } minutes ago
    }
yesterday = yesterday
today = today
tomorrow = tomorrow
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
