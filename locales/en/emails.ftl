### What emails say, each message once for both parts.

## Facts

mail-for = For:
mail-from = From:
mail-when = When:
mail-until = Until:
mail-account = Account:
mail-browser = Browser:
mail-network = Network:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } day
       *[other] { $days } days
    })
mail-works-once = Works once.
mail-nothing-to-do = If that was you, there is nothing to do.

## A code and a link

mail-log-in-subject = Log in to { $app }
mail-prove-subject = Change your address at { $app }
mail-confirm-subject = Confirm your new address for { $app }
mail-code-preheader = Your code and link for { $email }, good for { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
mail-type-code = Type this code where you asked for it:
mail-type-code-to-go-on = To go on, type this code where you asked for it:
mail-type-code-to-confirm = Type this code where you asked for it. From then on you log in with this address:
mail-use-link = Use the link; the code works only together with it:
mail-use-link-to-confirm = Use the link; the code works only together with it. From then on you log in with this address:
mail-invited = You are invited. Open the link below, and type this code there:
mail-somebody-wants-change = Somebody, probably you, wants to change the address of your account to { $new_email }.
mail-or-link = Or open this link in the browser in which you asked:
mail-this-link = This is the link:
mail-not-asked = If you didn't ask for this, ignore it: without the code nobody gets in.
mail-not-invited = If you don't know what this is, ignore it: without the code nobody gets in.
mail-not-asked-change = If that wasn't you, somebody uses a browser in which you are logged in: log in and log out everywhere.
mail-other-browser-asks-code = In another browser the link asks for the code as well.
mail-other-browser-neither = In another browser neither works.
mail-any-browser = Both work in any browser.
mail-never-give = Never give the code to anybody, and type it only at { $site }.

## A change of address that was asked for

mail-changing-subject = Your address at { $app } is about to change
mail-changing-preheader = From { $old_email } to { $new_email }. You can undo it for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
mail-changing-heading = Your address is about to change
mail-changing = Your account at { $app } is to have another email address:
mail-changing-logged-out = It was logged out everywhere. If that was you, there is nothing to do: as soon as the new address has logged in, it is yours. Until then log in with the old one as before.
mail-undo = If it was not you, open this link and undo the change:
mail-changing-not-you = If it was not you, somebody used your account or reads your email. Change the password of your email as well.

## A change of address that has happened

mail-changed-subject = Your email address at { $app } has changed
mail-changed-preheader = From { $old_email } to { $new_email }. You can undo it until { $until }.
mail-changed-heading = Your email address has changed
mail-changed = The email address of your account at { $app } has changed:
mail-changed-was-you = If that was you, there is nothing to do: log in with the new one.
mail-changed-late = If the link does not work any more, log in with this address as ever: that leads to undoing the change too. And change the password of your email account: whoever did this may be reading it.

## An address that somebody else wanted

mail-taken-subject = Somebody tried to use your address at { $app }
mail-taken-heading = Somebody tried to use your address
mail-taken-preheader = { $email } belongs to your account already. Nothing has changed.
mail-left-preheader = { $email } is kept free for its account. Nothing has changed.
mail-taken = Somebody wanted to change the address of another account at { $app } to { $email }.
mail-taken-why = It belongs to your account already, so nothing has changed.
mail-left-why = An account had this address until lately, and can still come back to it, so it is kept free and nothing has changed.
mail-taken-was-you = If that was you: log in with this address, and you are in this account. To use it for the other one, change the address of this one first.
mail-left-was-you = If that was you: open the link in the email about that change to come back, or wait until its time is over.
mail-taken-not-you = If it was not you, there is nothing to do. This email holds no code and no link, and nobody was told that you have an account.

## A change of address that was undone

mail-undone-subject = Your email address at { $app } has changed back
mail-undone-preheader = The account has gone back to its former email address.
mail-undone-heading = A change of email address was undone
mail-undone = The account at { $app } that had moved to { $email } has gone back to the email address that it had before: somebody who reads that one has undone the change. The account was logged out everywhere, and this address does not log in to it any more.
mail-undone-was-you = If that was you, there is nothing to do: log in with the former address.
mail-undone-not-you = If the account is yours and you don't know who did that, somebody reads the emails of your former address: change its password.

## A new browser

mail-new-browser-subject = A new browser logged in to { $app }
mail-new-browser-heading = A new browser logged in
mail-new-browser = A browser that we had not seen before has logged in to your account at { $app }:
mail-new-browser-not-you = If it was not you, somebody reads your emails. First change the password of your email account. Then open your account page and log out everywhere:
mail-open-account = Open your account page
mail-new-browser-why = A private window counts as new each time. There are at most three of these emails in 24 hours; the account page lists every browser that is logged in.
