### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Українська
language = Мова
change-language = Змінити мову

## Buttons and links of several pages

log-in = Увійти
logging-in = Входимо…
log-out = Вийти
logging-out = Виходимо…
log-out-everywhere = Вийти всюди
sending = Надсилаємо…
go-on = Далі
going-on = Хвилинку…
go-to-start = На головну
stay-logged-in = Залишитися в обліковому записі
ask-for-new-email = Попросити новий лист
send-me-a-code = Надіслати мені код
use-another-address = Використати іншу адресу
keep-address = Залишити адресу без змін
change-address = Змінити адресу
changing = Змінюємо…
your-account = Ваш обліковий запис
keep-me-logged-in = Не виходити в цьому браузері
you-are-logged-in-as = Ви увійшли як { $email }.
you-are-logged-in-here-as = Тут ви увійшли як { $email }.
questions = Маєте запитання? { $support }
offline = Немає з’єднання. Введене вами збереглося; надішліть ще раз, коли з’єднання з’явиться.

## Home

welcome-back = З поверненням
without-password = Вхід без пароля
needs-only-email = Для { $app } потрібна лише ваша електронна адреса. Ми надсилаємо код і посилання; достатньо чогось одного, а пароля, якого немає, ніхто не вгадає, не вкраде й не забуде.
home-description = { $app } не потребує пароля: ви входите за кодом або посиланням, які ми надсилаємо на вашу електронну адресу.

## The page that asks for the email address

check-your-address = Перевірте адресу
log-in-to = Вхід у { $app }
your-email-address = Ваша електронна адреса
we-will-send = Ми надішлемо код і посилання. Пароль не потрібен.
log-in-description = Увійдіть у { $app } за електронною адресою. Ми надсилаємо код і посилання; достатньо чогось одного.

## The page that asks for the code

check-your-email = Перевірте пошту
prove-its-you = Підтвердьте, що це ви
check-new-address = Перевірте пошту на новій адресі
another-not-sent = Не вдалося надіслати ще один лист. Попередній досі діє.
not-confirmed = Наш поштовий сервер ще не підтвердив ваш лист. Він ще може надійти, і тоді його код і посилання спрацюють. Якщо ні, попросіть інший.
prove-present-first = Ви увійшли вже давненько, тому спершу підтвердьте поточну адресу. Потім зміна на { $email } продовжиться.
logged-out-for-change = Ви вийшли всюди. Щойно нову адресу буде підтверджено, вона стане вашою; доти можна входити зі старою.
sending-to = Надсилаємо код і посилання на { $email }. Вони діють { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }, до: { $until }.
sent-to = Ми надіслали код і посилання на { $email }. Вони діють { $minutes ->
        [one] { $minutes } хвилину
        [few] { $minutes } хвилини
        [many] { $minutes } хвилин
       *[other] { $minutes } хвилини
    }, до: { $until }.
open-inbox = Відкрити { $name }
code-from-email = Код із листа
digits = { $digits } цифр. Пробіли не мають значення.
use-this-address = Використати цю адресу
type-or-open = Введіть його ще раз або відкрийте посилання з листа.
last-code = Забагато неправильних кодів. Попросіть новий лист або відкрийте посилання з листа.
tries-left =
    { $left ->
        [one] Залишилася { $left } спроба.
        [few] Залишилося { $left } спроби.
        [many] Залишилося { $left } спроб.
       *[other] Залишилося { $left } спроби.
    }
look-in-spam = Нічого немає? Перевірте спам.
look-in-spam-each-works = Нічого немає? Перевірте спам. Ви просили кілька листів; кожен із них досі діє.
send-again = Надіслати ще раз
in-time = через { $time }
log-in-with-old-address = Увійти з попередньою адресою
not-sent = Не вдалося надіслати ваш лист
meant-for = Він призначався для { $email }.
try-again = Спробувати ще раз
ask-for-new-code = Попросіть новий код
send-me-new-code = Надіслати мені новий код
we-will-send-to = Ми надішлемо його на { $email }.
we-will-send-to-present = Ми надішлемо його на вашу поточну адресу. Потім зміна на { $email } продовжиться.
still-old-change-again = Ваша адреса досі стара. Увійдіть із нею й ще раз змініть її на { $email }.

## The page where an email's link leads

another-is-logged-in = Тут ви увійшли як { $email }. Якщо продовжити, із цього облікового запису буде виконано вихід. { $stay }
log-in-question = Увійти?
logs-you-in-as = Ви увійдете як { $email }.
change-question = Змінити адресу?
proves-and-changes = Це підтвердить, що ви — { $email }, і змінить вашу адресу на { $new_email }. Ви вийдете всюди.
use-question = Використати цю адресу?
from-now-on = Відтепер ви входите з { $email }. Зараз ви увійдете.
type-code-too = Введіть також код
asked-in-another-browser = Це посилання просили в іншому браузері: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Щоб увійти тут як { $email }, введіть код із того самого листа. Якщо ви цього не просили, закрийте сторінку.
change-only-where-asked = Зміна адреси продовжується лише в тому браузері, де її просили.
code = Код
digits-with-link = { $digits } цифр, у листі з цим посиланням
type-where-asked = Введіть код там, де ви його просили
somebody-wants-address = Хтось хоче зробити { $email } електронною адресою свого облікового запису. Про це просили в іншому браузері: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = Якщо це були ви, поверніться до того браузера й введіть там код із того самого листа. Більше ніде зміна не продовжиться.
give-code-to-nobody = Якщо ви цього не просили, нікому не давайте код: ваша адреса стала б адресою чужого облікового запису.
code-instead = Посилання неповне. Введіть натомість код із того самого листа.
type-the-code = Ввести код
still-old-ask-again = Ваша адреса досі стара. Увійдіть із нею й ще раз попросіть про зміну.
link-used = Це посилання вже використано
link-expired = Термін дії посилання минув
too-many-wrong-codes = Забагато неправильних кодів
link-does-not-work = Це посилання не працює

## The account page

email-address = Електронна адреса
you-log-in-with = Ви входите з { $email }.
change-waits = Зміна на { $email } чекає на підтвердження.
cancel-change = Скасувати зміну
cancelling = Скасовуємо…
it-changed = Адресу змінено з { $old_email } на { $new_email }: { $moved_at }. Лист, надісланий на попередню адресу, дає змогу повернути її, до: { $until }.
send-that-email-again = Надіслати той лист ще раз
where-logged-in = Де ви увійшли
in-browsers =
    { $count ->
        [1] Лише в цьому браузері.
        [one] У { $count } браузері. Вийдіть із тих, яких не знаєте або вже не використовуєте.
        [few] У { $count } браузерах. Вийдіть із тих, яких не знаєте або вже не використовуєте.
        [many] У { $count } браузерах. Вийдіть із тих, яких не знаєте або вже не використовуєте.
       *[other] У { $count } браузера. Вийдіть із тих, яких не знаєте або вже не використовуєте.
    }
none-on-this-page = На цій сторінці немає жодного.
this-one = Цей
last-seen = Остання активність: { $at } · { $client }
logged-in-at = Вхід: { $at }
log-out-which = Вийти: { $browser }, { $client }, вхід: { $since }
stays-until = Вхід у цьому браузері зберігається щонайдовше до: { $at }.
log-out-others = Вийти в усіх інших
pages-of-list = Сторінки списку
earlier-page = Попередня сторінка
next-page = Наступна сторінка
page-of = Сторінка { $number } з { $pages }
recent-activity = Останні дії
not-you = Щось із цього зробили не ви? Хто може читати вашу пошту, той може увійти: спершу змініть пароль від пошти.
unknown-browser = Невідомий браузер
browser-on-system = { $browser } на { $system }
unknown-client = невідомо

## The form for another email address, on our pages and on others

new-email-address = Нова електронна адреса
what-a-change-does = Ми надішлемо на неї код і повідомимо вашу поточну адресу. Ви вийдете всюди.
type-new-address = Введіть нову електронну адресу.
that-is-yours = Це вже ваша адреса. Введіть нову.

## A page whose session has ended

you-are-logged-out = Ви вийшли

## The page that undoes a change of email address

undo-question = Повернути стару адресу?
nothing-to-undo = Немає чого повертати
address-is-now = Адреса цього облікового запису тепер { $email }; { $log_in }.
log-in-with-that = увійдіть із нею
or-give-back = Або, якщо ви цього не хочете, поверніть обліковому запису стару електронну адресу:
somebody-asked = Хтось попросив змінити електронну адресу цього облікового запису, { $asked_at }:
from = З
to = На
undo-moved = Обліковий запис уже має нову адресу. Якщо повернути стару, буде виконано вихід усюди. Це можна зробити до: { $until }.
undo-not-proved = Нову адресу ще не підтверджено. Якщо скасувати зміну, залишиться стара адреса й буде виконано вихід усюди. Це можна зробити до: { $until }.
i-dont-want = Я не хочу цієї зміни
undo = Повернути стару адресу
undoing = Повертаємо…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Вийти всюди?
ends-all = Це завершить усі ваші сеанси, у цьому браузері й у всіх інших. Кожна відкрита сторінка закриється.

## The page of a limit

a-little-later = Трохи згодом
open-it-all-the-same = Він застарий або для іншої адреси? Усе одно відкрийте його посилання, а потім попросіть тут ще раз.
ask-again-from = Попросити ще раз можна з: { $until }.
go-on-from = Продовжити можна з: { $until }.
type-a-code = Ввести код
one-moment = Хвилинку…
back-to-account = Назад до облікового запису

## The development mailbox

mailbox = Поштова скринька
mailbox-lead = Листи цього сервера розробки, найновіші вгорі. Вони зберігаються в пам’яті до його зупинки; задайте { $setting }, і вони підуть на поштовий сервер.
no-emails = Листів ще немає. { $ask }.
ask-for-one = Попросіть один
email-to-at = Кому: { $email } · { $at }
email-to = Лист для { $email }
as-plain-text = Як звичайний текст

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = щойно
minutes-ago =
    { $minutes ->
        [one] { $minutes } хвилину тому
        [few] { $minutes } хвилини тому
        [many] { $minutes } хвилин тому
       *[other] { $minutes } хвилини тому
    }
yesterday = учора
today = сьогодні
tomorrow = завтра
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
