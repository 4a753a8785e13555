### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Nederlands
language = Taal
change-language = Taal wijzigen

## Buttons and links of several pages

log-in = Inloggen
logging-in = Bezig met inloggen…
log-out = Uitloggen
logging-out = Bezig met uitloggen…
log-out-everywhere = Overal uitloggen
sending = Bezig met versturen…
go-on = Doorgaan
going-on = Een ogenblik…
go-to-start = Naar de startpagina
stay-logged-in = Ingelogd blijven
ask-for-new-email = Nieuwe e-mail aanvragen
send-me-a-code = Stuur mij een code
use-another-address = Een ander adres gebruiken
keep-address = Adres laten zoals het is
change-address = Adres wijzigen
changing = Bezig met wijzigen…
your-account = Je account
keep-me-logged-in = Ingelogd blijven in deze browser
you-are-logged-in-as = Je bent ingelogd als { $email }.
you-are-logged-in-here-as = Je bent hier ingelogd als { $email }.
questions = Vragen? { $support }
offline = Je bent offline. Wat je hebt getypt staat er nog; verstuur het opnieuw zodra je weer verbinding hebt.

## Home

welcome-back = Welkom terug
without-password = Inloggen zonder wachtwoord
needs-only-email = { $app } heeft alleen je e-mailadres nodig. We sturen je een code en een link; met een van beide kom je binnen, en niemand kan een wachtwoord raden, stelen of vergeten dat niet bestaat.
home-description = { $app } heeft geen wachtwoord nodig: je logt in met een code of een link die we naar je e-mailadres sturen.

## The page that asks for the email address

check-your-address = Controleer je adres
log-in-to = Inloggen bij { $app }
your-email-address = Je e-mailadres
we-will-send = We sturen je een code en een link. Een wachtwoord is niet nodig.
log-in-description = Log in bij { $app } met je e-mailadres. We sturen je een code en een link; een van beide is genoeg.

## The page that asks for the code

check-your-email = Bekijk je e-mail
prove-its-you = Bevestig dat jij het bent
check-new-address = Bekijk de e-mail van je nieuwe adres
another-not-sent = We konden je geen nieuwe e-mail sturen. De vorige werkt nog.
not-confirmed = Onze mailserver heeft je e-mail nog niet bevestigd. Hij kan nog komen, en dan werken de code en de link. Zo niet, vraag dan een nieuwe aan.
prove-present-first = Je bent al een tijdje ingelogd, dus bevestig eerst je huidige adres. Daarna gaat de wijziging naar { $email } door.
logged-out-for-change = Je bent overal uitgelogd. Zodra het nieuwe adres is bevestigd, is het van jou; tot dan kun je inloggen met het oude.
sending-to = We sturen nu een code en een link naar { $email }. Ze werken { $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    }, tot { $until }.
sent-to = We hebben een code en een link gestuurd naar { $email }. Ze werken { $minutes ->
        [one] { $minutes } minuut
       *[other] { $minutes } minuten
    }, tot { $until }.
open-inbox = { $name } openen
code-from-email = Code uit de e-mail
digits = { $digits } cijfers. Spaties maken niet uit.
use-this-address = Dit adres gebruiken
type-or-open = Typ hem opnieuw, of open de link in de e-mail.
last-code = Dat was één verkeerde code te veel. Vraag een nieuwe e-mail aan, of open de link in de e-mail.
tries-left =
    { $left ->
        [one] Nog { $left } poging.
       *[other] Nog { $left } pogingen.
    }
look-in-spam = Niets ontvangen? Kijk bij je spam.
look-in-spam-each-works = Niets ontvangen? Kijk bij je spam. Je hebt meerdere e-mails aangevraagd; ze werken allemaal nog.
send-again = Opnieuw sturen
in-time = over { $time }
log-in-with-old-address = Inloggen met het adres dat je had
not-sent = We konden je e-mail niet sturen
meant-for = Hij was bedoeld voor { $email }.
try-again = Opnieuw proberen
ask-for-new-code = Vraag een nieuwe code aan
send-me-new-code = Stuur mij een nieuwe code
we-will-send-to = We sturen hem naar { $email }.
we-will-send-to-present = We sturen hem naar je huidige adres. Daarna gaat de wijziging naar { $email } door.
still-old-change-again = Je adres is nog het oude. Log daarmee in en wijzig het opnieuw in { $email }.

## The page where an email's link leads

another-is-logged-in = Je bent hier ingelogd als { $email }. Als je doorgaat, wordt dat account uitgelogd. { $stay }
log-in-question = Inloggen?
logs-you-in-as = Hiermee log je in als { $email }.
change-question = Je adres wijzigen?
proves-and-changes = Hiermee bevestig je dat jij { $email } bent en wijzig je je adres in { $new_email }. Je wordt overal uitgelogd.
use-question = Dit adres gebruiken?
from-now-on = Vanaf nu log je in met { $email }. Hiermee log je in.
type-code-too = Typ ook de code
asked-in-another-browser = Deze link is aangevraagd in een andere browser: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Typ de code uit dezelfde e-mail om hier in te loggen als { $email }. Sluit deze pagina als je niets hebt aangevraagd.
change-only-where-asked = De adreswijziging gaat alleen door in de browser waarin ze is aangevraagd.
code = Code
digits-with-link = { $digits } cijfers, in de e-mail met deze link
type-where-asked = Typ de code waar je hem hebt aangevraagd
somebody-wants-address = Iemand wil { $email } als e-mailadres van zijn of haar account gebruiken. Dat is aangevraagd in een andere browser: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Was jij dat, ga dan terug naar die browser en typ daar de code uit dezelfde e-mail. De wijziging gaat nergens anders door.
give-code-to-nobody = Heb je dit niet aangevraagd, geef de code dan aan niemand: jouw adres zou bij het account van iemand anders gaan horen.
code-instead = Deze link is niet volledig. Typ in plaats daarvan de code uit dezelfde e-mail.
type-the-code = Code typen
still-old-ask-again = Je adres is nog het oude. Log daarmee in en vraag de wijziging opnieuw aan.
link-used = Deze link is al gebruikt
link-expired = Deze link is verlopen
too-many-wrong-codes = Te veel verkeerde codes
link-does-not-work = Deze link werkt niet

## The account page

email-address = E-mailadres
you-log-in-with = Je logt in met { $email }.
change-waits = Een wijziging naar { $email } wacht op bevestiging.
cancel-change = Wijziging annuleren
cancelling = Bezig met annuleren…
it-changed = Het is gewijzigd van { $old_email } in { $new_email }: { $moved_at }. Met de e-mail die we naar het vorige adres stuurden, kun je dat ongedaan maken, tot { $until }.
send-that-email-again = Die e-mail opnieuw sturen
where-logged-in = Waar je bent ingelogd
in-browsers =
    { $count ->
        [1] Alleen in deze browser.
       *[other] In { $count } browsers. Log de browsers uit die je niet kent of niet meer gebruikt.
    }
none-on-this-page = Op deze pagina staan er geen.
this-one = Deze
last-seen = Laatst actief: { $at } · { $client }
logged-in-at = Ingelogd: { $at }
log-out-which = { $browser }, { $client }, ingelogd: { $since }, uitloggen
stays-until = Deze browser blijft uiterlijk ingelogd tot { $at }.
log-out-others = Alle andere uitloggen
pages-of-list = Pagina’s van de lijst
earlier-page = Vorige pagina
next-page = Volgende pagina
page-of = Pagina { $number } van { $pages }
recent-activity = Recente activiteit
not-you = Iets gezien dat jij niet was? Wie je e-mail kan lezen, kan inloggen: wijzig eerst het wachtwoord van je e-mail.
unknown-browser = Een onbekende browser
browser-on-system = { $browser } op { $system }
unknown-client = onbekend

## The form for another email address, on our pages and on others

new-email-address = Nieuw e-mailadres
what-a-change-does = We sturen er een code naartoe en laten het je huidige adres weten. Je wordt overal uitgelogd.
type-new-address = Typ je nieuwe e-mailadres.
that-is-yours = Dat is al je adres. Typ het nieuwe.

## A page whose session has ended

you-are-logged-out = Je bent uitgelogd

## The page that undoes a change of email address

undo-question = Wijziging ongedaan maken?
nothing-to-undo = Niets om ongedaan te maken
address-is-now = Het adres van dit account is nu { $email }; { $log_in }.
log-in-with-that = log daarmee in
or-give-back = Of geef het account zijn oude e-mailadres terug, als je dat niet wilt:
somebody-asked = Iemand heeft gevraagd het e-mailadres van dit account te wijzigen, { $asked_at }:
from = Van
to = Naar
undo-moved = Het account heeft nu het nieuwe adres. Als je dat ongedaan maakt, krijgt het zijn oude adres terug en wordt het overal uitgelogd. Dat kan tot { $until }.
undo-not-proved = Het nieuwe adres is nog niet bevestigd. Als je dit ongedaan maakt, houdt het account zijn oude adres en wordt het overal uitgelogd. Dat kan tot { $until }.
i-dont-want = Ik wil deze wijziging niet
undo = Wijziging ongedaan maken
undoing = Bezig met ongedaan maken…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Overal uitloggen?
ends-all = Hiermee eindigen al je sessies, in deze browser en in alle andere. Elke pagina die nog open is, sluit zich.

## The page of a limit

a-little-later = Iets later
open-it-all-the-same = Is hij te oud, of voor een ander adres? Open toch de link en vraag het hier daarna opnieuw.
ask-again-from = Je kunt het opnieuw vragen vanaf { $until }.
go-on-from = Je kunt doorgaan vanaf { $until }.
type-a-code = Een code typen
one-moment = Een ogenblik…
back-to-account = Terug naar je account

## The development mailbox

mailbox = Postvak
mailbox-lead = E-mails van deze ontwikkelserver, de nieuwste eerst. Ze blijven in het geheugen tot hij stopt; stel { $setting } in en ze gaan naar een mailserver.
no-emails = Nog geen e-mails. { $ask }.
ask-for-one = Vraag er een aan
email-to-at = Aan { $email } · { $at }
email-to = E-mail aan { $email }
as-plain-text = Als platte tekst

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = zojuist
minutes-ago =
    { $minutes ->
        [one] { $minutes } minuut geleden
       *[other] { $minutes } minuten geleden
    }
yesterday = gisteren
today = vandaag
tomorrow = morgen
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
