### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Polski
language = Język
change-language = Zmień język

## Buttons and links of several pages

log-in = Zaloguj się
logging-in = Logowanie…
log-out = Wyloguj się
logging-out = Wylogowywanie…
log-out-everywhere = Wyloguj się wszędzie
sending = Wysyłanie…
go-on = Dalej
going-on = Chwileczkę…
go-to-start = Przejdź na stronę główną
stay-logged-in = Pozostań na tym koncie
ask-for-new-email = Poproś o nowy e-mail
send-me-a-code = Wyślij mi kod
use-another-address = Użyj innego adresu
keep-address = Zostaw adres bez zmian
change-address = Zmień adres
changing = Zmienianie…
your-account = Twoje konto
keep-me-logged-in = Nie wylogowuj mnie w tej przeglądarce
you-are-logged-in-as = Jesteś na koncie { $email }.
you-are-logged-in-here-as = W tej przeglądarce jesteś na koncie { $email }.
questions = Masz pytania? { $support }
offline = Brak połączenia z internetem. To, co zostało wpisane, nadal tu jest; wyślij je ponownie po odzyskaniu połączenia.

## Home

welcome-back = Witamy ponownie
without-password = Zaloguj się bez hasła
needs-only-email = { $app } potrzebuje tylko Twojego adresu e-mail. Wyślemy Ci kod i link; wystarczy jedno z nich, a hasła, którego nie ma, nikt nie odgadnie, nie ukradnie ani nie zapomni.
home-description = { $app } nie potrzebuje hasła: logujesz się kodem lub linkiem, który wysyłamy na Twój adres e-mail.

## The page that asks for the email address

check-your-address = Sprawdź swój adres
log-in-to = Zaloguj się do { $app }
your-email-address = Twój adres e-mail
we-will-send = Wyślemy Ci kod i link. Hasło nie jest potrzebne.
log-in-description = Zaloguj się do { $app } adresem e-mail. Wyślemy Ci kod i link; wystarczy jedno z nich.

## The page that asks for the code

check-your-email = Sprawdź pocztę
prove-its-you = Potwierdź, że to Ty
check-new-address = Sprawdź pocztę pod nowym adresem
another-not-sent = Nie udało się wysłać kolejnego e-maila. Poprzedni nadal działa.
not-confirmed = Nasz serwer pocztowy nie potwierdził jeszcze Twojego e-maila. Może on jeszcze dotrzeć; wtedy jego kod i link zadziałają. Jeśli nie dotrze, poproś o kolejny.
prove-present-first = Od Twojego logowania minęło trochę czasu, więc najpierw potwierdź obecny adres. Potem zmiana na { $email } będzie kontynuowana.
logged-out-for-change = Wylogowano Cię wszędzie. Gdy nowy adres zostanie potwierdzony, będzie Twój; do tego czasu możesz logować się starym.
sending-to = Wysyłamy kod i link na adres { $email }. Działają przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }, do: { $until }.
sent-to = Wysłaliśmy kod i link na adres { $email }. Działają przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }, do: { $until }.
open-inbox = Otwórz { $name }
code-from-email = Kod z e-maila
digits = { $digits } cyfr. Spacje nie mają znaczenia.
use-this-address = Użyj tego adresu
type-or-open = Wpisz go ponownie albo otwórz link z e-maila.
last-code = To o jeden błędny kod za dużo. Poproś o nowy e-mail albo otwórz link z e-maila.
tries-left =
    { $left ->
        [one] Pozostała { $left } próba.
        [few] Pozostały { $left } próby.
        [many] Pozostało { $left } prób.
       *[other] Pozostało { $left } próby.
    }
look-in-spam = Nic nie przyszło? Zajrzyj do spamu.
look-in-spam-each-works = Nic nie przyszło? Zajrzyj do spamu. Wysłaliśmy Ci kilka e-maili; każdy z nich nadal działa.
send-again = Wyślij ponownie
in-time = za { $time }
log-in-with-old-address = Zaloguj się dotychczasowym adresem
not-sent = Nie udało się wysłać Twojego e-maila
meant-for = Miał dotrzeć na adres { $email }.
try-again = Spróbuj ponownie
ask-for-new-code = Poproś o nowy kod
send-me-new-code = Wyślij mi nowy kod
we-will-send-to = Wyślemy go na adres { $email }.
we-will-send-to-present = Wyślemy go na Twój obecny adres. Potem zmiana na { $email } będzie kontynuowana.
still-old-change-again = Twój adres jest nadal taki jak dotychczas. Zaloguj się nim i jeszcze raz zmień go na { $email }.

## The page where an email's link leads

another-is-logged-in = W tej przeglądarce jesteś na koncie { $email }. Przejście dalej wyloguje to konto. { $stay }
log-in-question = Zalogować się?
logs-you-in-as = Zalogujesz się jako { $email }.
change-question = Zmienić adres?
proves-and-changes = To potwierdzi, że Ty to { $email }, i zmieni Twój adres na { $new_email }. Wylogujemy Cię wszędzie.
use-question = Użyć tego adresu?
from-now-on = Od teraz logujesz się adresem { $email }. Teraz Cię zalogujemy.
type-code-too = Wpisz też kod
asked-in-another-browser = O ten link poproszono w innej przeglądarce: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Aby zalogować się tutaj jako { $email }, wpisz kod z tego samego e-maila. Jeśli to nie Twoja prośba, zamknij tę stronę.
change-only-where-asked = Zmianę adresu można kontynuować tylko w przeglądarce, w której o nią poproszono.
code = Kod
digits-with-link = { $digits } cyfr, w e-mailu z tym linkiem
type-where-asked = Wpisz kod tam, skąd o niego poproszono
somebody-wants-address = Ktoś chce, aby { $email } był adresem e-mail jego konta. Poproszono o to w innej przeglądarce: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Jeśli to Ty, wróć do tamtej przeglądarki i wpisz w niej kod z tego samego e-maila. Nigdzie indziej zmiana nie będzie kontynuowana.
give-code-to-nobody = Jeśli to nie Twoja prośba, nie podawaj nikomu kodu: Twój adres stałby się adresem czyjegoś konta.
code-instead = Ten link jest niepełny. Wpisz zamiast niego kod z tego samego e-maila.
type-the-code = Wpisz kod
still-old-ask-again = Twój adres jest nadal taki jak dotychczas. Zaloguj się nim i jeszcze raz poproś o zmianę.
link-used = Ten link został już użyty
link-expired = Ten link wygasł
too-many-wrong-codes = Zbyt wiele błędnych kodów
link-does-not-work = Ten link nie działa

## The account page

email-address = Adres e-mail
you-log-in-with = Logujesz się adresem { $email }.
change-waits = Zmiana na { $email } czeka na potwierdzenie.
cancel-change = Anuluj zmianę
cancelling = Anulowanie…
it-changed = Adres zmienił się z { $old_email } na { $new_email }: { $moved_at }. E-mail wysłany na poprzedni adres pozwala to cofnąć, do: { $until }.
send-that-email-again = Wyślij ten e-mail ponownie
where-logged-in = Gdzie jesteś na swoim koncie
in-browsers =
    { $count ->
        [1] Tylko w tej przeglądarce.
        [one] W { $count } przeglądarce. Wyloguj te, których nie znasz lub już nie używasz.
        [few] W { $count } przeglądarkach. Wyloguj te, których nie znasz lub już nie używasz.
        [many] W { $count } przeglądarkach. Wyloguj te, których nie znasz lub już nie używasz.
       *[other] W { $count } przeglądarki. Wyloguj te, których nie znasz lub już nie używasz.
    }
none-on-this-page = Na tej stronie nie ma żadnych.
this-one = Ta
last-seen = Ostatnia aktywność: { $at } · { $client }
logged-in-at = Logowanie: { $at }
log-out-which = Wyloguj: { $browser }, { $client }, logowanie: { $since }
stays-until = Ta przeglądarka nie zostanie wylogowana najpóźniej do: { $at }.
log-out-others = Wyloguj wszystkie inne
pages-of-list = Strony listy
earlier-page = Poprzednia strona
next-page = Następna strona
page-of = Strona { $number } z { $pages }
recent-activity = Ostatnia aktywność
not-you = Widzisz coś, co nie pochodzi od Ciebie? Kto może czytać Twoją pocztę, może się zalogować: najpierw zmień hasło do poczty.
unknown-browser = Nieznana przeglądarka
browser-on-system = { $browser } na { $system }
unknown-client = nieznane

## The form for another email address, on our pages and on others

new-email-address = Nowy adres e-mail
what-a-change-does = Wyślemy na niego kod i powiadomimy Twój obecny adres. Wylogujemy Cię wszędzie.
type-new-address = Wpisz nowy adres e-mail.
that-is-yours = To już jest Twój adres. Wpisz nowy.

## A page whose session has ended

you-are-logged-out = Wylogowano Cię

## The page that undoes a change of email address

undo-question = Cofnąć zmianę?
nothing-to-undo = Nie ma czego cofać
address-is-now = Adres tego konta to teraz { $email }; { $log_in }.
log-in-with-that = zaloguj się nim
or-give-back = Albo, jeśli tego nie chcesz, przywróć kontu stary adres e-mail:
somebody-asked = Ktoś poprosił o zmianę adresu e-mail tego konta, { $asked_at }:
from = Z
to = Na
undo-moved = Konto ma już nowy adres. Cofnięcie przywróci stary adres i wyloguje wszędzie. Możesz to zrobić do: { $until }.
undo-not-proved = Nowy adres nie został jeszcze potwierdzony. Cofnięcie pozostawi kontu stary adres i wyloguje wszędzie. Możesz to zrobić do: { $until }.
i-dont-want = Nie chcę tej zmiany
undo = Cofnij zmianę
undoing = Cofanie…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Wylogować się wszędzie?
ends-all = To zakończy wszystkie Twoje sesje, w tej przeglądarce i we wszystkich innych. Każda otwarta strona zostanie zamknięta.

## The page of a limit

a-little-later = Trochę później
open-it-all-the-same = Jest za stary albo na inny adres? Mimo to otwórz jego link, a potem poproś tu jeszcze raz.
ask-again-from = Możesz poprosić ponownie od: { $until }.
go-on-from = Możesz kontynuować od: { $until }.
type-a-code = Wpisz kod
one-moment = Chwileczkę…
back-to-account = Wróć do swojego konta

## The development mailbox

mailbox = Skrzynka
mailbox-lead = E-maile tego serwera programistycznego, od najnowszych. Pozostają w pamięci do jego zatrzymania; ustaw { $setting }, a trafią do serwera pocztowego.
no-emails = Nie ma jeszcze e-maili. { $ask }.
ask-for-one = Poproś o jeden
email-to-at = Do { $email } · { $at }
email-to = E-mail do { $email }
as-plain-text = Jako zwykły tekst

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = przed chwilą
minutes-ago =
    { $minutes ->
        [one] { $minutes } minutę temu
        [few] { $minutes } minuty temu
        [many] { $minutes } minut temu
       *[other] { $minutes } minuty temu
    }
yesterday = wczoraj
today = dzisiaj
tomorrow = jutro
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
