### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = Wpisz swój adres e-mail.
error-address-incomplete = Ten adres jest niepełny. Powinien wyglądać jak ada@example.com.
error-address-too-long = Ten adres jest za długi dla poczty. Sprawdź, czy nic nie zostało wklejone dwa razy.
error-address-character = Ten adres zawiera znak, którego nie możemy użyć, być może niewidoczny. Wpisz zwykły adres, na przykład ada@example.com.
error-address-domain = Sprawdź, co stoi za znakiem @: nie dotrze tam żaden e-mail.
error-not-a-code = Kod ma { $digits } cyfr. Wpisz wszystkie.
error-wrong-code = Ten kod się nie zgadza.
error-tries-used-up = To o jeden błędny kod za dużo. Poproś o nowy e-mail.
error-expired = Czas na użycie tego e-maila minął. Poproś o nowy.
error-used = Ten e-mail został już użyty. Poproś o nowy.
error-codes-off = Dla tego adresu wpisano zbyt wiele błędnych kodów, więc sam kod już nie wystarczy. Otwórz link z najnowszego e-maila.
error-no-challenge = Najpierw poproś o kod w tej przeglądarce. Jeśli to już zrobione, może ona blokować pliki cookie: zezwól na nie tej stronie i spróbuj ponownie.
error-bad-link = Ten link jest niepełny. Otwórz lub skopiuj go w całości z e-maila albo poproś o nowy. Jeśli przeglądarka blokuje pliki cookie, zezwól na nie tej stronie.
error-code-needed = Wpisz kod, który jest w tym samym e-mailu co link.
error-only-where-asked = Tę zmianę adresu e-mail można kontynuować tylko w przeglądarce, w której o nią poproszono. Wpisz kod tam.
error-too-soon = E-mail jest już w drodze. Odczekaj chwilę, zanim poprosisz o kolejny.
error-emails-limited = Poproszono o kilka e-maili. Najnowszy w Twojej skrzynce działa także tutaj, niezależnie od tego, kto o niego poprosił: otwórz jego link w tej przeglądarce i wpisz jego kod.
error-network-limited = Z Twojej sieci poproszono o wiele e-maili. Ten, który jest już w Twojej skrzynce, działa także tutaj: otwórz jego link w tej przeglądarce. Inna sieć, na przykład w telefonie, nie musi czekać.
error-site-limited = Bardzo wiele osób prosi teraz o e-maile. Ten, który jest już w Twojej skrzynce, działa także tutaj: otwórz jego link w tej przeglądarce.
error-change-limited = Nie można teraz przejść na ten adres, bo poproszono o wiele e-maili. Spróbuj trochę później.
error-undo-email-limited = Nie można teraz ponownie wysłać tego e-maila, bo poproszono o ich wiele. Ten, który dotarł na poprzedni adres, też pozwala cofnąć zmianę.
error-codes-limited = Z Twojej sieci wpisano zbyt wiele kodów. Żadna z Twoich prób nie została zużyta.
error-enough-emails = Wysłaliśmy Ci kilka e-maili. Najnowszy w Twojej skrzynce nadal działa.
error-same-address = To już jest Twój adres. Wpisz nowy.
error-change-refused = Twój adres nie został zmieniony: ten e-mail już tego nie umożliwia. Zaloguj się dotychczasowym adresem i jeszcze raz poproś o zmianę.
error-email-taken = Inne konto w tej witrynie ma już ten adres e-mail, więc Twoje konto zachowuje swój. Jeśli oba są Twoje, zapytaj osoby prowadzące tę witrynę.
error-change-not-offered = Adresów e-mail nie można tu zmieniać. Zapytaj osoby prowadzące tę witrynę.
error-no-access = Adres e-mail należy do Ciebie, ale nie ma tu dostępu. Poproś o dostęp osoby prowadzące tę witrynę albo zaloguj się innym adresem.
error-address-moved-away = Konto z tym adresem e-mail przeszło na inny. Jeśli to było wbrew Twojej woli, cofnij zmianę.
error-bad-undo-link = Ten link jest niepełny. Otwórz lub skopiuj go w całości z e-maila. Jeśli przeglądarka blokuje pliki cookie, zezwól na nie tej stronie.
error-undo-expired = Czas na cofnięcie tej zmiany minął.
error-undo-used = Ta zmiana została już cofnięta. Nie ma więcej nic do cofnięcia.
error-not-sure = Najpierw zaznacz pole, aby potwierdzić, że tego chcesz.
error-no-such-session = Wśród Twoich sesji nie ma takiej.
error-logged-out-meanwhile = W międzyczasie Cię wylogowano. Zaloguj się i spróbuj ponownie.
error-client-unknown = Liczba takich prób z jednego miejsca jest ograniczona, a ta strona nie dowiedziała się, gdzie jesteś. Błąd leży po naszej stronie; nic nie zostało zmienione.
error-bad-request = To nie dotarło do nas w całości. Spróbuj ponownie.
error-unavailable = Coś jest nie tak po naszej stronie. Nic nie zostało zmienione; spróbuj ponownie za chwilę.

## What has happened

notice-logged-out = Wylogowano Cię.
notice-logged-out-everywhere = Wylogowano Cię wszędzie.
notice-session-ended = Wylogowano Cię z innej przeglądarki.
notice-address-changing = Wylogowano Cię wszędzie, bo Twój adres e-mail jest zmieniany. Dopóki nowy nie zostanie potwierdzony, loguj się starym.
notice-address-changed = Wylogowano Cię wszędzie, bo Twój adres e-mail się zmienił. Zaloguj się nowym.
notice-change-undone = Zmiana Twojego adresu e-mail została cofnięta i wylogowano Cię wszędzie.
notice-others-change-undone = Zmiana tamtego adresu e-mail została cofnięta, a jego konto wylogowano wszędzie. Tutaj jesteś nadal na swoim koncie.
notice-session-expired = Twoja sesja wygasła. Zaloguj się ponownie, aby kontynuować.
notice-session-replaced = Ta sesja została zastąpiona nowszą w tej samej przeglądarce.
notice-log-in-first = Zaloguj się, aby zobaczyć tę stronę.
notice-email-again = Wysłaliśmy Ci kolejny e-mail.
notice-new-address = To jest teraz Twój adres e-mail. Wszędzie indziej Cię wylogowano.
notice-other-ended = Ta przeglądarka jest wylogowana.
notice-others-ended = Wszystkie Twoje inne przeglądarki są wylogowane.
notice-change-cancelled = Twój adres e-mail pozostaje bez zmian.
notice-undo-email-sent = Wysłaliśmy e-mail ponownie na Twój poprzedni adres. Jego link cofa zmianę.

## Why an email certainly does not arrive

refused = Żaden serwer pocztowy go nie przyjął. Sprawdź adres; jeśli jest poprawny, błąd leży po naszej stronie: spróbuj ponownie za chwilę.
not-handed-over = Żaden serwer pocztowy go nie przyjął. Błąd leży po naszej stronie: spróbuj ponownie za chwilę.

## What the account page calls something that has happened

event-log-in-requested = Prośba o e-mail
event-logged-in = Zalogowanie
event-log-in-failed = Nieudana próba zalogowania
event-tries-used-up = Wszystkie próby zużyte na błędne kody
event-codes-off = Sto błędnych kodów: teraz loguje tylko link
event-used-again = Próba użycia wykorzystanego e-maila
event-logged-out = Wylogowanie
event-logged-out-everywhere = Wylogowanie wszędzie
event-session-ended = Wylogowanie przeglądarki z listy
event-others-ended = Wylogowanie wszystkich innych przeglądarek
event-limited = Zbyt wiele próśb
event-not-allowed = Próba zakończenia cudzej sesji
event-no-access = Potwierdzenie adresu e-mail bez dostępu
event-change-asked = Prośba o zmianę adresu e-mail
event-change-refused = Odmowa zmiany adresu e-mail
event-address-changed = Zmiana adresu e-mail
event-change-undone = Cofnięcie zmiany adresu e-mail
event-change-cancelled = Anulowanie zmiany adresu e-mail
event-undo-offered = Potwierdzenie adresu e-mail, który konto opuściło
event-email-refused = Serwer pocztowy odrzucił e-mail o zmianie adresu
event-email-given-up = Nie udało się doręczyć e-maila o zmianie adresu
event-user-created = Utworzenie konta
event-forgotten = Zapomnienie konta

## Pages of failures: a title, and what to do

failure = Błąd { $status }
fault-origin-title = Twoja przeglądarka coś pominęła
fault-origin = Dla Twojego bezpieczeństwa mogą to robić tylko nasze strony, a przeglądarka nie podała, na jakiej stronie była: nie wysłała nagłówka Origin ani Sec-Fetch-Site. Może je usuwać rozszerzenie chroniące prywatność lub serwer proxy. Zezwól na nie tej stronie albo użyj innej przeglądarki.
fault-client-title = Nie wiemy, gdzie jesteś
fault-client = Liczba takich prób z jednego miejsca jest ograniczona, a ta strona nie dowiedziała się, gdzie jesteś. Błąd leży po naszej stronie i został odnotowany. Nic nie zostało zmienione ani zużyte; spróbuj później.
fault-server-title = Ten serwer nie jest jeszcze gotowy
fault-other-address-title = Ta strona jest otwarta pod innym adresem
fault-other-address = Dla Twojego bezpieczeństwa działa to tylko pod własnym adresem witryny. Przejdź na stronę główną i zrób to tam.
not-found-title = Tu nic nie ma
not-found = Strona mogła zostać przeniesiona albo w jej adresie jest literówka.
unauthorized-title = Najpierw się zaloguj
unauthorized = To jest dla zalogowanych. Przejdź na stronę główną i zaloguj się tam.
no-such-part-title = Nie ma takiej części
no-such-part = Plik jest krótszy. Wczytaj go w całości.
forbidden-title = To przyszło z innej witryny
forbidden = Dla Twojego bezpieczeństwa mogą to robić tylko nasze strony. Przejdź na stronę główną i spróbuj stamtąd.
not-here-title = Tutaj nie można tego zrobić
not-here = Tego adresu nie można otworzyć samodzielnie. Przejdź na stronę główną i znajdź drogę stamtąd.
too-slow-title = To trwało zbyt długo
too-slow = Połączenie było zbyt wolne. Wróć i spróbuj ponownie.
too-large-title = To było za dużo
too-large = Formularz zawierał więcej, niż możemy przyjąć. Wróć i go skróć.
too-many-title = Trochę wolniej, prosimy
too-many = Było zbyt wiele żądań. Spróbuj ponownie za chwilę.
back-soon-title = Zaraz wracamy
back-soon = Coś po naszej stronie nie odpowiada. Nic nie zostało utracone ani zużyte; spróbuj ponownie za chwilę.
went-wrong-title = Coś poszło nie tak
went-wrong = Błąd leży po naszej stronie i został odnotowany. Wróć i spróbuj ponownie.
not-whole-title = To nie dotarło do nas w całości
not-whole = Wróć i spróbuj ponownie.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Wylogowano Cię. Zaloguj się i spróbuj ponownie.
did-not-work = Nie udało się. Spróbuj ponownie za chwilę.
