### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Typ je e-mailadres.
error-address-incomplete = Dat adres is niet volledig. Het ziet eruit als ada@example.com.
error-address-too-long = Dat adres is te lang voor e-mail. Kijk of er iets dubbel is geplakt.
error-address-character = Dat adres bevat een teken dat we niet kunnen gebruiken, misschien een onzichtbaar teken. Typ een gewoon adres, zoals ada@example.com.
error-address-domain = Controleer wat er achter de @ staat: daar komt geen e-mail aan.
error-not-a-code = Een code heeft { $digits } cijfers. Typ ze allemaal.
error-wrong-code = Die code klopt niet.
error-tries-used-up = Dat was één verkeerde code te veel. Vraag een nieuwe e-mail aan.
error-expired = De tijd voor deze e-mail is om. Vraag een nieuwe aan.
error-used = Deze e-mail is al gebruikt. Vraag een nieuwe aan.
error-codes-off = Voor dit adres zijn te veel verkeerde codes geprobeerd, dus een code alleen werkt niet meer. Open in plaats daarvan de link in de nieuwste e-mail.
error-no-challenge = Vraag eerst een code aan in deze browser. Heb je dat net gedaan, dan blokkeert hij misschien cookies: sta ze toe voor deze site en probeer het opnieuw.
error-bad-link = Deze link is niet volledig. Open of kopieer hem helemaal uit de e-mail, of vraag een nieuwe aan. Blokkeert je browser cookies, sta ze dan toe voor deze site.
error-code-needed = Typ de code die in dezelfde e-mail staat als de link.
error-only-where-asked = Deze wijziging van e-mailadres gaat alleen door in de browser waarin ze is aangevraagd. Typ de code daar.
error-too-soon = Er is een e-mail onderweg. Wacht even voordat je een nieuwe aanvraagt.
error-emails-limited = Er zijn meerdere e-mails aangevraagd. De nieuwste in je inbox werkt ook hier, wie hem ook heeft aangevraagd: open de link in deze browser en typ de code.
error-network-limited = Er zijn veel e-mails aangevraagd vanuit jouw netwerk. Een e-mail die al in je inbox zit, werkt ook hier: open de link in deze browser. Een ander netwerk, zoals dat van je telefoon, hoeft niet te wachten.
error-site-limited = Op dit moment vragen heel veel mensen e-mails aan. Een e-mail die al in je inbox zit, werkt ook hier: open de link in deze browser.
error-change-limited = Je kunt nu niet naar dat adres overstappen, omdat er veel e-mails zijn aangevraagd. Probeer het iets later opnieuw.
error-undo-email-limited = Die e-mail kan nu niet opnieuw worden gestuurd, omdat er veel e-mails zijn aangevraagd. Ook met de e-mail die al op het vorige adres is aangekomen, kun je de wijziging ongedaan maken.
error-codes-limited = Er zijn te veel codes geprobeerd vanuit jouw netwerk. Geen van je pogingen is verbruikt.
error-enough-emails = Je hebt meerdere e-mails aangevraagd. De nieuwste in je inbox werkt nog.
error-same-address = Dat is al je adres. Typ het nieuwe.
error-change-refused = Je adres is niet gewijzigd: met deze e-mail kan dat niet meer. Log in met het adres dat je had en vraag de wijziging opnieuw aan.
error-email-taken = Een ander account op deze site heeft dat e-mailadres al, dus jouw account houdt het adres dat het heeft. Zijn beide van jou, vraag het dan aan de beheerders van de site.
error-change-not-offered = E-mailadressen worden hier niet gewijzigd. Vraag het aan de beheerders van de site.
error-no-access = Het e-mailadres is van jou, maar heeft hier geen toegang. Vraag de beheerders van de site om toegang, of log in met een ander adres.
error-address-moved-away = Het account met dit e-mailadres is op een ander overgestapt. Wilde je dat niet, maak het dan ongedaan.
error-bad-undo-link = Deze link is niet volledig. Open of kopieer hem helemaal uit de e-mail. Blokkeert je browser cookies, sta ze dan toe voor deze site.
error-undo-expired = De tijd om deze wijziging ongedaan te maken is om.
error-undo-used = Deze wijziging is al ongedaan gemaakt. Er valt niets meer ongedaan te maken.
error-not-sure = Vink eerst het vakje aan, om te bevestigen dat je het wilt.
error-no-such-session = Die sessie is er geen van jou.
error-logged-out-meanwhile = Je bent intussen uitgelogd. Log in en probeer het opnieuw.
error-client-unknown = Hoe vaak dit vanaf één plek mag, is beperkt, en deze site weet niet waar je bent. De fout ligt bij ons; er is niets gewijzigd.
error-bad-request = Dat is niet volledig bij ons aangekomen. Probeer het opnieuw.
error-unavailable = Er is iets mis aan onze kant. Er is niets gewijzigd; probeer het zo meteen opnieuw.

## What has happened

notice-logged-out = Je bent uitgelogd.
notice-logged-out-everywhere = Je bent overal uitgelogd.
notice-session-ended = Je bent uitgelogd vanuit een andere browser.
notice-address-changing = Je bent overal uitgelogd omdat je e-mailadres wordt gewijzigd. Log in met het oude tot het nieuwe is bevestigd.
notice-address-changed = Je bent overal uitgelogd omdat je e-mailadres is gewijzigd. Log in met het nieuwe.
notice-change-undone = De wijziging van je e-mailadres is ongedaan gemaakt en je bent overal uitgelogd.
notice-others-change-undone = De wijziging van dat e-mailadres is ongedaan gemaakt en het bijbehorende account is overal uitgelogd. Hier ben je nog ingelogd met je eigen account.
notice-session-expired = Je sessie is verlopen. Log opnieuw in om door te gaan.
notice-session-replaced = Deze sessie is vervangen door een nieuwere in dezelfde browser.
notice-log-in-first = Log in om die pagina te zien.
notice-email-again = We hebben je nog een e-mail gestuurd.
notice-new-address = Dit is nu je e-mailadres. Overal elders ben je uitgelogd.
notice-other-ended = Die browser is uitgelogd.
notice-others-ended = Al je andere browsers zijn uitgelogd.
notice-change-cancelled = Je e-mailadres blijft zoals het is.
notice-undo-email-sent = We hebben de e-mail opnieuw naar je vorige adres gestuurd. De link maakt de wijziging ongedaan.

## Why an email certainly does not arrive

refused = Geen mailserver heeft hem aangenomen. Controleer het adres; klopt het, dan ligt de fout bij ons: probeer het zo meteen opnieuw.
not-handed-over = Geen mailserver heeft hem aangenomen. De fout ligt bij ons: probeer het zo meteen opnieuw.

## What the account page calls something that has happened

event-log-in-requested = E-mail aangevraagd
event-logged-in = Ingelogd
event-log-in-failed = Tevergeefs geprobeerd in te loggen
event-tries-used-up = Alle pogingen verbruikt met verkeerde codes
event-codes-off = Honderd verkeerde codes: nu werkt alleen nog een link
event-used-again = Een al gebruikte e-mail geprobeerd
event-logged-out = Uitgelogd
event-logged-out-everywhere = Overal uitgelogd
event-session-ended = Een browser uit de lijst uitgelogd
event-others-ended = Alle andere browsers uitgelogd
event-limited = Te vaak gevraagd
event-not-allowed = Geprobeerd de sessie van iemand anders te beëindigen
event-no-access = Een e-mailadres zonder toegang bevestigd
event-change-asked = Wijziging van het e-mailadres aangevraagd
event-change-refused = Wijziging van het e-mailadres geweigerd
event-address-changed = E-mailadres gewijzigd
event-change-undone = Wijziging van het e-mailadres ongedaan gemaakt
event-change-cancelled = Wijziging van het e-mailadres geannuleerd
event-undo-offered = Het e-mailadres bevestigd dat het account heeft verlaten
event-email-refused = Een mailserver weigerde een e-mail over een adreswijziging
event-email-given-up = Een e-mail over een adreswijziging kon niet worden bezorgd
event-user-created = Account aangemaakt
event-forgotten = Account vergeten

## Pages of failures: a title, and what to do

failure = Fout { $status }
fault-origin-title = Je browser heeft iets weggelaten
fault-origin = Voor je veiligheid mogen alleen onze eigen pagina’s dit doen, en je browser zei niet op welke pagina hij was: hij stuurde noch de header Origin noch Sec-Fetch-Site. Misschien haalt een privacy-extensie of een proxy ze weg. Sta ze toe voor deze site, of gebruik een andere browser.
fault-client-title = We weten niet waar je bent
fault-client = Hoe vaak dit vanaf één plek mag, is beperkt, en deze site weet niet waar je bent. De fout ligt bij ons en is genoteerd. Er is niets gewijzigd of verbruikt; probeer het later opnieuw.
fault-server-title = Deze server is nog niet klaar
fault-other-address-title = Deze pagina is op een ander adres geopend
fault-other-address = Voor je veiligheid werkt dit alleen op het eigen adres van de site. Ga naar de startpagina en doe het daar.
not-found-title = Hier is niets
not-found = De pagina is misschien verplaatst, of het adres bevat een typefout.
unauthorized-title = Log eerst in
unauthorized = Dit is voor mensen die zijn ingelogd. Ga naar de startpagina en log daar in.
no-such-part-title = Dat deel bestaat niet
no-such-part = Het bestand is korter. Laad het helemaal.
forbidden-title = Dat kwam van een andere site
forbidden = Voor je veiligheid mogen alleen onze eigen pagina’s dit doen. Ga naar de startpagina en probeer het daar opnieuw.
not-here-title = Dat kan hier niet
not-here = Dit adres kan niet op zichzelf worden geopend. Ga naar de startpagina en zoek de weg van daaruit.
too-slow-title = Dat duurde te lang
too-slow = De verbinding was te traag. Ga terug en probeer het opnieuw.
too-large-title = Dat was te veel
too-large = Het formulier bevatte meer dan we kunnen aannemen. Ga terug en maak het korter.
too-many-title = Iets langzamer, graag
too-many = Er waren te veel verzoeken. Probeer het zo meteen opnieuw.
back-soon-title = We zijn zo terug
back-soon = Iets aan onze kant antwoordt niet. Er is niets verloren gegaan of verbruikt; probeer het zo meteen opnieuw.
went-wrong-title = Er ging iets mis
went-wrong = De fout ligt bij ons en is genoteerd. Ga terug en probeer het opnieuw.
not-whole-title = Dat is niet volledig bij ons aangekomen
not-whole = Ga terug en probeer het opnieuw.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Je bent uitgelogd. Log in en probeer het opnieuw.
did-not-work = Dat is niet gelukt. Probeer het zo meteen opnieuw.
