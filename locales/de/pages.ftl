### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Deutsch
language = Sprache
change-language = Sprache ändern

## Buttons and links of several pages

log-in = Anmelden
logging-in = Anmeldung läuft …
log-out = Abmelden
logging-out = Abmeldung läuft …
log-out-everywhere = Überall abmelden
sending = Wird gesendet …
go-on = Weiter
going-on = Einen Moment …
go-to-start = Zur Startseite
stay-logged-in = Angemeldet bleiben
ask-for-new-email = Neue E-Mail anfordern
send-me-a-code = Code anfordern
use-another-address = Andere Adresse verwenden
keep-address = Adresse nicht ändern
change-address = Adresse ändern
changing = Wird geändert …
your-account = Ihr Konto
keep-me-logged-in = In diesem Browser angemeldet bleiben
you-are-logged-in-as = Sie sind als { $email } angemeldet.
you-are-logged-in-here-as = Sie sind hier als { $email } angemeldet.
questions = Fragen? { $support }
offline = Sie sind offline. Ihre Eingabe ist noch da; senden Sie sie noch einmal ab, sobald Sie wieder verbunden sind.

## Home

welcome-back = Willkommen zurück
without-password = Ohne Passwort anmelden
needs-only-email = { $app } braucht nur Ihre E-Mail-Adresse. Wir senden Ihnen einen Code und einen Link; mit einem von beiden melden Sie sich an, und ein Passwort, das es nicht gibt, kann niemand erraten, stehlen oder vergessen.
home-description = { $app } braucht kein Passwort: Sie melden sich mit einem Code oder einem Link an, den wir an Ihre E-Mail-Adresse senden.

## The page that asks for the email address

check-your-address = Prüfen Sie Ihre Adresse
log-in-to = Bei { $app } anmelden
your-email-address = Ihre E-Mail-Adresse
we-will-send = Wir senden Ihnen einen Code und einen Link. Ein Passwort brauchen Sie nicht.
log-in-description = Melden Sie sich mit Ihrer E-Mail-Adresse bei { $app } an. Wir senden Ihnen einen Code und einen Link; einer von beiden genügt.

## The page that asks for the code

check-your-email = Sehen Sie in Ihren E-Mails nach
prove-its-you = Bestätigen Sie, dass Sie es sind
check-new-address = Sehen Sie bei der neuen Adresse nach
another-not-sent = Wir konnten Ihnen keine weitere E-Mail senden. Die vorige gilt noch.
not-confirmed = Unser Mailserver hat Ihre E-Mail noch nicht bestätigt. Sie kann noch ankommen, und dann gelten ihr Code und ihr Link. Wenn nicht, fordern Sie eine neue an.
prove-present-first = Ihre Anmeldung liegt schon eine Weile zurück. Bestätigen Sie deshalb zuerst Ihre jetzige Adresse, dann geht der Wechsel zu { $email } weiter.
logged-out-for-change = Sie wurden überall abgemeldet. Sobald die neue Adresse bestätigt ist, gehört sie zu Ihrem Konto; bis dahin können Sie sich mit der alten anmelden.
sending-to = Wir senden gerade einen Code und einen Link an { $email }. Sie gelten { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, bis { $until }.
sent-to = Wir haben einen Code und einen Link an { $email } gesendet. Sie gelten { $minutes ->
        [one] { $minutes } Minute
       *[other] { $minutes } Minuten
    }, bis { $until }.
open-inbox = { $name } öffnen
code-from-email = Code aus der E-Mail
digits = { $digits } Ziffern. Leerzeichen sind egal.
use-this-address = Diese Adresse verwenden
type-or-open = Geben Sie ihn noch einmal ein oder öffnen Sie den Link in der E-Mail.
last-code = Das war ein falscher Code zu viel. Fordern Sie eine neue E-Mail an oder öffnen Sie den Link in der E-Mail.
tries-left =
    { $left ->
        [one] Noch { $left } Versuch.
       *[other] Noch { $left } Versuche.
    }
look-in-spam = Nichts angekommen? Sehen Sie im Spam-Ordner nach.
look-in-spam-each-works = Nichts angekommen? Sehen Sie im Spam-Ordner nach. Sie haben mehrere E-Mails angefordert; jede davon gilt noch.
send-again = Erneut senden
in-time = in { $time }
log-in-with-old-address = Mit der bisherigen Adresse anmelden
not-sent = Wir konnten Ihre E-Mail nicht senden
meant-for = Sie war für { $email } bestimmt.
try-again = Erneut versuchen
ask-for-new-code = Fordern Sie einen neuen Code an
send-me-new-code = Neuen Code anfordern
we-will-send-to = Wir senden ihn an { $email }.
we-will-send-to-present = Wir senden ihn an Ihre jetzige Adresse. Dann geht der Wechsel zu { $email } weiter.
still-old-change-again = Ihre Adresse ist noch die alte. Melden Sie sich mit ihr an und ändern Sie sie noch einmal in { $email }.

## The page where an email's link leads

another-is-logged-in = Sie sind hier als { $email } angemeldet. Wenn Sie fortfahren, wird dieses Konto abgemeldet. { $stay }
log-in-question = Anmelden?
logs-you-in-as = Damit melden Sie sich als { $email } an.
change-question = Adresse ändern?
proves-and-changes = Damit bestätigen Sie, dass Sie { $email } sind, und ändern Ihre Adresse in { $new_email }. Sie werden überall abgemeldet.
use-question = Diese Adresse verwenden?
from-now-on = Von jetzt an melden Sie sich mit { $email } an. Damit werden Sie angemeldet.
type-code-too = Geben Sie auch den Code ein
asked-in-another-browser = Dieser Link wurde in einem anderen Browser angefordert: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Um sich hier als { $email } anzumelden, geben Sie den Code aus derselben E-Mail ein. Wenn Sie nichts angefordert haben, schließen Sie diese Seite.
change-only-where-asked = Der Adresswechsel geht nur in dem Browser weiter, in dem er verlangt wurde.
code = Code
digits-with-link = { $digits } Ziffern, in der E-Mail mit diesem Link
type-where-asked = Geben Sie den Code dort ein, wo Sie ihn angefordert haben
somebody-wants-address = Jemand möchte { $email } als E-Mail-Adresse für sein Konto verwenden. Verlangt wurde das in einem anderen Browser: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Wenn Sie das waren, gehen Sie zurück zu jenem Browser und geben Sie dort den Code aus derselben E-Mail ein. Nirgendwo sonst geht der Wechsel weiter.
give-code-to-nobody = Wenn Sie das nicht verlangt haben, geben Sie den Code niemandem: Sonst gehört Ihre Adresse zu einem fremden Konto.
code-instead = Dieser Link ist nicht vollständig. Geben Sie stattdessen den Code aus derselben E-Mail ein.
type-the-code = Code eingeben
still-old-ask-again = Ihre Adresse ist noch die alte. Melden Sie sich mit ihr an und verlangen Sie den Wechsel noch einmal.
link-used = Dieser Link wurde schon benutzt
link-expired = Dieser Link ist abgelaufen
too-many-wrong-codes = Zu viele falsche Codes
link-does-not-work = Dieser Link funktioniert nicht

## The account page

email-address = E-Mail-Adresse
you-log-in-with = Sie melden sich mit { $email } an.
change-waits = Ein Wechsel zu { $email } wartet auf Bestätigung.
cancel-change = Wechsel abbrechen
cancelling = Wird abgebrochen …
it-changed = Sie wurde von { $old_email } in { $new_email } geändert: { $moved_at }. Mit der E-Mail, die wir an die frühere Adresse gesendet haben, lässt sich das rückgängig machen, bis { $until }.
send-that-email-again = Diese E-Mail noch einmal senden
where-logged-in = Wo Sie angemeldet sind
in-browsers =
    { $count ->
        [1] Nur in diesem Browser.
       *[other] In { $count } Browsern. Melden Sie die ab, die Sie nicht kennen oder nicht mehr benutzen.
    }
none-on-this-page = Auf dieser Seite gibt es keine.
this-one = Dieser
last-seen = Zuletzt aktiv: { $at } · { $client }
logged-in-at = Angemeldet: { $at }
log-out-which = { $browser }, { $client }, angemeldet { $since }: abmelden
stays-until = Dieser Browser bleibt längstens angemeldet bis { $at }.
log-out-others = Alle anderen abmelden
pages-of-list = Seiten der Liste
earlier-page = Vorige Seite
next-page = Nächste Seite
page-of = Seite { $number } von { $pages }
recent-activity = Letzte Aktivitäten
not-you = Etwas dabei, das nicht von Ihnen war? Wer Ihre E-Mails lesen kann, kann sich anmelden: Ändern Sie zuerst das Passwort Ihres E-Mail-Kontos.
unknown-browser = Ein unbekannter Browser
browser-on-system = { $browser } auf { $system }
unknown-client = unbekannt

## The form for another email address, on our pages and on others

new-email-address = Neue E-Mail-Adresse
what-a-change-does = Wir senden ihr einen Code und geben Ihrer jetzigen Adresse Bescheid. Sie werden überall abgemeldet.
type-new-address = Geben Sie Ihre neue E-Mail-Adresse ein.
that-is-yours = Das ist schon Ihre Adresse. Geben Sie die neue ein.

## A page whose session has ended

you-are-logged-out = Sie sind abgemeldet

## The page that undoes a change of email address

undo-question = Änderung rückgängig machen?
nothing-to-undo = Nichts rückgängig zu machen
address-is-now = Die Adresse dieses Kontos ist jetzt { $email }; { $log_in }.
log-in-with-that = melden Sie sich damit an
or-give-back = Oder geben Sie dem Konto seine alte E-Mail-Adresse zurück, wenn Sie das nicht wollen:
somebody-asked = Jemand hat verlangt, die E-Mail-Adresse dieses Kontos zu ändern, { $asked_at }:
from = Von
to = Zu
undo-moved = Das Konto hat jetzt die neue Adresse. Wenn Sie das rückgängig machen, bekommt es seine alte Adresse zurück und wird überall abgemeldet. Das ist möglich bis { $until }.
undo-not-proved = Die neue Adresse ist noch nicht bestätigt. Wenn Sie das rückgängig machen, behält das Konto seine alte Adresse und wird überall abgemeldet. Das ist möglich bis { $until }.
i-dont-want = Ich möchte diese Änderung nicht
undo = Änderung rückgängig machen
undoing = Wird rückgängig gemacht …

## The page that asks before it logs out everywhere

log-out-everywhere-question = Überall abmelden?
ends-all = Damit enden alle Ihre Sitzungen, in diesem Browser und in allen anderen. Jede noch offene Seite schließt sich.

## The page of a limit

a-little-later = Etwas später
open-it-all-the-same = Ist sie zu alt oder für eine andere Adresse? Öffnen Sie trotzdem ihren Link und fordern Sie dann hier noch einmal an.
ask-again-from = Sie können es wieder versuchen ab { $until }.
go-on-from = Sie können fortfahren ab { $until }.
type-a-code = Code eingeben
one-moment = Einen Moment …
back-to-account = Zurück zu Ihrem Konto

## The development mailbox

mailbox = Postfach
mailbox-lead = E-Mails dieses Entwicklungsservers, die neuesten zuerst. Sie bleiben im Speicher, bis er beendet wird; mit { $setting } gehen sie stattdessen an einen Mailserver.
no-emails = Noch keine E-Mails. { $ask }.
ask-for-one = Fordern Sie eine an
email-to-at = An { $email } · { $at }
email-to = E-Mail an { $email }
as-plain-text = Als reiner Text

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = gerade eben
minutes-ago =
    { $minutes ->
        [one] vor { $minutes } Minute
       *[other] vor { $minutes } Minuten
    }
yesterday = gestern
today = heute
tomorrow = morgen
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
