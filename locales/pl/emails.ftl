### What emails say, each message once for both parts.

## Facts

mail-for = Do:
mail-from = Od:
mail-when = Kiedy:
mail-until = Ważne do:
mail-account = Konto:
mail-browser = Przeglądarka:
mail-network = Sieć:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } minuta
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    })
mail-works-once = Działa jeden raz.
mail-nothing-to-do = Jeśli to Ty, nie musisz nic robić.

## A code and a link

mail-log-in-subject = Zaloguj się do { $app }
mail-prove-subject = Zmień swój adres w { $app }
mail-confirm-subject = Potwierdź nowy adres w { $app }
mail-code-preheader = Twój kod i link dla { $email }, ważne przez { $minutes ->
        [one] { $minutes } minutę
        [few] { $minutes } minuty
        [many] { $minutes } minut
       *[other] { $minutes } minuty
    }.
mail-type-code = Wpisz ten kod tam, skąd o niego poproszono:
mail-type-code-to-go-on = Aby kontynuować, wpisz ten kod tam, skąd o niego poproszono:
mail-type-code-to-confirm = Wpisz ten kod tam, skąd o niego poproszono. Od tej pory logujesz się tym adresem:
mail-use-link = Użyj linku; kod działa tylko razem z nim:
mail-use-link-to-confirm = Użyj linku; kod działa tylko razem z nim. Od tej pory logujesz się tym adresem:
mail-invited = Masz zaproszenie. Otwórz poniższy link i wpisz tam ten kod:
mail-somebody-wants-change = Ktoś, prawdopodobnie Ty, chce zmienić adres Twojego konta na { $new_email }.
mail-or-link = Albo otwórz ten link w przeglądarce, w której o niego poproszono:
mail-this-link = Oto link:
mail-not-asked = Jeśli to nie Twoja prośba, zignoruj tę wiadomość: bez kodu nikt nie wejdzie.
mail-not-invited = Jeśli nie wiesz, co to jest, zignoruj tę wiadomość: bez kodu nikt nie wejdzie.
mail-not-asked-change = Jeśli to nie Ty, ktoś używa przeglądarki, w której masz otwarte konto: zaloguj się i wyloguj się wszędzie.
mail-other-browser-asks-code = W innej przeglądarce link zapyta też o kod.
mail-other-browser-neither = W innej przeglądarce nie działa ani kod, ani link.
mail-any-browser = Oba działają w każdej przeglądarce.
mail-never-give = Nigdy nie podawaj nikomu kodu i wpisuj go tylko na { $site }.

## A change of address that was asked for

mail-changing-subject = Twój adres w { $app } ma zostać zmieniony
mail-changing-preheader = Z { $old_email } na { $new_email }. Możesz to cofnąć przez { $days ->
        [one] { $days } dzień
        [few] { $days } dni
        [many] { $days } dni
       *[other] { $days } dnia
    }.
mail-changing-heading = Twój adres ma zostać zmieniony
mail-changing = Twoje konto w { $app } ma otrzymać inny adres e-mail:
mail-changing-logged-out = Zostało wszędzie wylogowane. Jeśli to Ty, nie musisz nic robić: gdy nowy adres zostanie potwierdzony, będzie Twój. Do tego czasu loguj się starym jak dotąd.
mail-undo = Jeśli to nie Ty, otwórz ten link i cofnij zmianę:
mail-changing-not-you = Jeśli to nie Ty, ktoś użył Twojego konta albo czyta Twoją pocztę. Zmień też hasło do poczty.

## A change of address that has happened

mail-changed-subject = Twój adres e-mail w { $app } został zmieniony
mail-changed-preheader = Z { $old_email } na { $new_email }. Możesz to cofnąć do: { $until }.
mail-changed-heading = Twój adres e-mail został zmieniony
mail-changed = Adres e-mail Twojego konta w { $app } został zmieniony:
mail-changed-was-you = Jeśli to Ty, nie musisz nic robić: loguj się nowym.
mail-changed-late = Jeśli link już nie działa, zaloguj się tym adresem jak zawsze: to też prowadzi do cofnięcia zmiany. I zmień hasło do poczty: kto to zrobił, może ją czytać.

## An address that somebody else wanted

mail-taken-subject = Ktoś próbował użyć Twojego adresu w { $app }
mail-taken-heading = Ktoś próbował użyć Twojego adresu
mail-taken-preheader = { $email } należy już do Twojego konta. Nic się nie zmieniło.
mail-left-preheader = { $email } jest zachowany dla swojego konta. Nic się nie zmieniło.
mail-taken = Ktoś chciał zmienić adres innego konta w { $app } na { $email }.
mail-taken-why = Należy on już do Twojego konta, więc nic się nie zmieniło.
mail-left-why = Pewne konto miało ten adres do niedawna i może jeszcze do niego wrócić, więc adres jest dla niego zachowany i nic się nie zmieniło.
mail-taken-was-you = Jeśli to Ty: zaloguj się tym adresem, a znajdziesz się na tym koncie. Aby użyć go na innym, najpierw zmień adres tego konta.
mail-left-was-you = Jeśli to Ty: otwórz link z e-maila o tamtej zmianie, aby wrócić, albo poczekaj, aż minie jego czas.
mail-taken-not-you = Jeśli to nie Ty, nie musisz nic robić. Ten e-mail nie zawiera kodu ani linku i nikt się nie dowiedział, że masz konto.

## A change of address that was undone

mail-undone-subject = Przywrócono Twój adres e-mail w { $app }
mail-undone-preheader = Konto wróciło do poprzedniego adresu e-mail.
mail-undone-heading = Cofnięto zmianę adresu e-mail
mail-undone = Konto w { $app }, które przeszło na { $email }, wróciło do adresu e-mail, który miało wcześniej: ktoś, kto czyta tamtą pocztę, cofnął zmianę. Konto zostało wszędzie wylogowane, a tym adresem nie można się już na nie zalogować.
mail-undone-was-you = Jeśli to Ty, nie musisz nic robić: loguj się poprzednim adresem.
mail-undone-not-you = Jeśli to Twoje konto i nie wiesz, kto to zrobił, ktoś czyta pocztę Twojego poprzedniego adresu: zmień do niej hasło.

## A new browser

mail-new-browser-subject = Nowa przeglądarka zalogowała się do { $app }
mail-new-browser-heading = Zalogowała się nowa przeglądarka
mail-new-browser = Przeglądarka, której wcześniej nie widzieliśmy, zalogowała się na Twoje konto w { $app }:
mail-new-browser-not-you = Jeśli to nie Ty, ktoś czyta Twoją pocztę. Najpierw zmień hasło do poczty. Potem otwórz stronę swojego konta i wyloguj się wszędzie:
mail-open-account = Otwórz stronę swojego konta
mail-new-browser-why = Okno prywatne za każdym razem liczy się jako nowe. W ciągu 24 godzin wysyłamy najwyżej trzy takie e-maile; strona konta pokazuje każdą zalogowaną przeglądarkę.
