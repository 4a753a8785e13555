### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Русский
language = Язык
change-language = Сменить язык

## Buttons and links of several pages

log-in = Войти
logging-in = Входим…
log-out = Выйти
logging-out = Выходим…
log-out-everywhere = Выйти везде
sending = Отправляем…
go-on = Продолжить
going-on = Минутку…
go-to-start = На главную
stay-logged-in = Остаться в аккаунте
ask-for-new-email = Запросить новое письмо
send-me-a-code = Отправить мне код
use-another-address = Использовать другой адрес
keep-address = Оставить адрес без изменений
change-address = Изменить адрес
changing = Меняем…
your-account = Ваш аккаунт
keep-me-logged-in = Не выходить в этом браузере
you-are-logged-in-as = Вы вошли как { $email }.
you-are-logged-in-here-as = Здесь вы вошли как { $email }.
questions = Есть вопросы? { $support }
offline = Нет соединения. Введённое сохранилось; отправьте ещё раз, когда соединение появится.

## Home

welcome-back = С возвращением
without-password = Вход без пароля
needs-only-email = Для { $app } нужен только ваш адрес электронной почты. Мы отправляем код и ссылку; достаточно чего-то одного, а пароль, которого нет, никто не угадает, не украдёт и не забудет.
home-description = { $app } обходится без пароля: вы входите по коду или ссылке, которые мы отправляем на ваш адрес электронной почты.

## The page that asks for the email address

check-your-address = Проверьте адрес
log-in-to = Вход в { $app }
your-email-address = Ваш адрес электронной почты
we-will-send = Мы отправим код и ссылку. Пароль не нужен.
log-in-description = Войдите в { $app } по адресу электронной почты. Мы отправляем код и ссылку; достаточно чего-то одного.

## The page that asks for the code

check-your-email = Проверьте почту
prove-its-you = Подтвердите, что это вы
check-new-address = Проверьте почту на новом адресе
another-not-sent = Не удалось отправить ещё одно письмо. Предыдущее по-прежнему действует.
not-confirmed = Наш почтовый сервер ещё не подтвердил ваше письмо. Оно ещё может прийти, и тогда его код и ссылка сработают. Если нет, запросите другое.
prove-present-first = Вы вошли довольно давно, поэтому сначала подтвердите текущий адрес. Затем смена на { $email } продолжится.
logged-out-for-change = Вы вышли везде. Как только новый адрес будет подтверждён, он станет вашим; до этого можно входить со старым.
sending-to = Отправляем код и ссылку на { $email }. Они действуют { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }, до: { $until }.
sent-to = Мы отправили код и ссылку на { $email }. Они действуют { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
        [many] { $minutes } минут
       *[other] { $minutes } минуты
    }, до: { $until }.
open-inbox = Открыть { $name }
code-from-email = Код из письма
digits = { $digits } цифр. Пробелы не важны.
use-this-address = Использовать этот адрес
type-or-open = Введите его ещё раз или откройте ссылку из письма.
last-code = Слишком много неверных кодов. Запросите новое письмо или откройте ссылку из письма.
tries-left =
    { $left ->
        [one] Осталась { $left } попытка.
        [few] Осталось { $left } попытки.
        [many] Осталось { $left } попыток.
       *[other] Осталось { $left } попытки.
    }
look-in-spam = Ничего не пришло? Проверьте спам.
look-in-spam-each-works = Ничего не пришло? Проверьте спам. Вы запросили несколько писем; каждое из них ещё действует.
send-again = Отправить ещё раз
in-time = через { $time }
log-in-with-old-address = Войти с прежним адресом
not-sent = Не удалось отправить ваше письмо
meant-for = Оно предназначалось для { $email }.
try-again = Попробовать ещё раз
ask-for-new-code = Запросите новый код
send-me-new-code = Отправить мне новый код
we-will-send-to = Мы отправим его на { $email }.
we-will-send-to-present = Мы отправим его на ваш текущий адрес. Затем смена на { $email } продолжится.
still-old-change-again = Ваш адрес пока прежний. Войдите с ним и ещё раз смените его на { $email }.

## The page where an email's link leads

another-is-logged-in = Здесь вы вошли как { $email }. Если продолжить, из этого аккаунта будет выполнен выход. { $stay }
log-in-question = Войти?
logs-you-in-as = Вы войдёте как { $email }.
change-question = Изменить адрес?
proves-and-changes = Это подтвердит, что вы — { $email }, и изменит ваш адрес на { $new_email }. Вы выйдете везде.
use-question = Использовать этот адрес?
from-now-on = Теперь вы входите с { $email }. Сейчас вы войдёте.
type-code-too = Введите и код
asked-in-another-browser = Эту ссылку запросили в другом браузере: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Чтобы войти здесь как { $email }, введите код из того же письма. Если вы ничего не запрашивали, закройте эту страницу.
change-only-where-asked = Смена адреса продолжается только в том браузере, где её запросили.
code = Код
digits-with-link = { $digits } цифр, в письме с этой ссылкой
type-where-asked = Введите код там, где вы его запросили
somebody-wants-address = Кто-то хочет сделать { $email } адресом электронной почты своего аккаунта. Это запросили в другом браузере: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Если это были вы, вернитесь в тот браузер и введите там код из того же письма. Больше нигде смена не продолжится.
give-code-to-nobody = Если вы этого не запрашивали, никому не давайте код: ваш адрес стал бы адресом чужого аккаунта.
code-instead = Ссылка неполная. Введите вместо неё код из того же письма.
type-the-code = Ввести код
still-old-ask-again = Ваш адрес пока прежний. Войдите с ним и запросите смену ещё раз.
link-used = Эта ссылка уже использована
link-expired = Срок действия ссылки истёк
too-many-wrong-codes = Слишком много неверных кодов
link-does-not-work = Эта ссылка не работает

## The account page

email-address = Адрес электронной почты
you-log-in-with = Вы входите с { $email }.
change-waits = Смена на { $email } ждёт подтверждения.
cancel-change = Отменить смену
cancelling = Отменяем…
it-changed = Адрес изменён с { $old_email } на { $new_email }: { $moved_at }. Письмо, отправленное на прежний адрес, позволяет вернуть его, до: { $until }.
send-that-email-again = Отправить то письмо ещё раз
where-logged-in = Где вы вошли
in-browsers =
    { $count ->
        [1] Только в этом браузере.
        [one] В { $count } браузере. Выйдите в тех, которые не узнаёте или больше не используете.
        [few] В { $count } браузерах. Выйдите в тех, которые не узнаёте или больше не используете.
        [many] В { $count } браузерах. Выйдите в тех, которые не узнаёте или больше не используете.
       *[other] В { $count } браузера. Выйдите в тех, которые не узнаёте или больше не используете.
    }
none-on-this-page = На этой странице нет ни одного.
this-one = Этот
last-seen = Последняя активность: { $at } · { $client }
logged-in-at = Вход: { $at }
log-out-which = Выйти: { $browser }, { $client }, вход: { $since }
stays-until = В этом браузере вход сохраняется самое позднее до: { $at }.
log-out-others = Выйти во всех остальных
pages-of-list = Страницы списка
earlier-page = Предыдущая страница
next-page = Следующая страница
page-of = Страница { $number } из { $pages }
recent-activity = Последние действия
not-you = Что-то из этого сделали не вы? Кто может читать вашу почту, может и войти: сначала смените пароль от почты.
unknown-browser = Неизвестный браузер
browser-on-system = { $browser } на { $system }
unknown-client = неизвестно

## The form for another email address, on our pages and on others

new-email-address = Новый адрес электронной почты
what-a-change-does = Мы отправим на него код и сообщим на ваш текущий адрес. Вы выйдете везде.
type-new-address = Введите новый адрес электронной почты.
that-is-yours = Это уже ваш адрес. Введите новый.

## A page whose session has ended

you-are-logged-out = Вы вышли

## The page that undoes a change of email address

undo-question = Вернуть прежний адрес?
nothing-to-undo = Возвращать нечего
address-is-now = Адрес этого аккаунта теперь { $email }; { $log_in }.
log-in-with-that = войдите с ним
or-give-back = Или, если вы этого не хотите, верните аккаунту прежний адрес электронной почты:
somebody-asked = Кто-то попросил изменить адрес электронной почты этого аккаунта, { $asked_at }:
from = С
to = На
undo-moved = У аккаунта уже новый адрес. Если вернуть прежний, будет выполнен выход везде. Это можно сделать до: { $until }.
undo-not-proved = Новый адрес ещё не подтверждён. Если отменить смену, останется прежний адрес и будет выполнен выход везде. Это можно сделать до: { $until }.
i-dont-want = Я не хочу этой смены
undo = Вернуть прежний адрес
undoing = Возвращаем…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Выйти везде?
ends-all = Это завершит все ваши сеансы, в этом браузере и во всех остальных. Каждая открытая страница закроется.

## The page of a limit

a-little-later = Чуть позже
open-it-all-the-same = Оно слишком старое или для другого адреса? Всё равно откройте его ссылку, а потом запросите здесь ещё раз.
ask-again-from = Запросить ещё раз можно с: { $until }.
go-on-from = Продолжить можно с: { $until }.
type-a-code = Ввести код
one-moment = Минутку…
back-to-account = Назад к аккаунту

## The development mailbox

mailbox = Почтовый ящик
mailbox-lead = Письма этого сервера разработки, сначала новые. Они хранятся в памяти до его остановки; задайте { $setting }, и они пойдут на почтовый сервер.
no-emails = Писем пока нет. { $ask }.
ask-for-one = Запросите одно
email-to-at = Кому: { $email } · { $at }
email-to = Письмо для { $email }
as-plain-text = Как простой текст

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = только что
minutes-ago =
    { $minutes ->
        [one] { $minutes } минуту назад
        [few] { $minutes } минуты назад
        [many] { $minutes } минут назад
       *[other] { $minutes } минуты назад
    }
yesterday = вчера
today = сегодня
tomorrow = завтра
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
