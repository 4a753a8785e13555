### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = 繁體中文
language = 語言
change-language = 切換語言

## Buttons and links of several pages

log-in = 登入
logging-in = 登入中…
log-out = 登出
logging-out = 登出中…
log-out-everywhere = 在所有位置登出
sending = 傳送中…
go-on = 繼續
going-on = 請稍候…
go-to-start = 前往首頁
stay-logged-in = 保持登入
ask-for-new-email = 重新索取郵件
send-me-a-code = 傳送驗證碼給我
use-another-address = 使用其他信箱
keep-address = 保留目前的信箱
change-address = 變更信箱
changing = 變更中…
your-account = 您的帳號
keep-me-logged-in = 在此瀏覽器上保持登入
you-are-logged-in-as = 您已登入為 { $email }。
you-are-logged-in-here-as = 您在這裡已登入為 { $email }。
questions = 有疑問嗎？{ $support }
offline = 您目前離線。您輸入的內容仍在這裡；恢復連線後請再傳送一次。

## Home

welcome-back = 歡迎回來
without-password = 不用密碼就能登入
needs-only-email = { $app } 只需要您的電子郵件地址。我們會寄給您驗證碼和連結，使用其中任一個即可登入；不存在的密碼，沒有人能猜到、偷走或忘記。
home-description = { $app } 不需要密碼：使用我們寄到您電子郵件地址的驗證碼或連結登入。

## The page that asks for the email address

check-your-address = 請檢查您的電子郵件地址
log-in-to = 登入 { $app }
your-email-address = 您的電子郵件地址
we-will-send = 我們會寄給您驗證碼和連結。不需要密碼。
log-in-description = 使用您的電子郵件地址登入 { $app }。我們會寄給您驗證碼和連結，使用其中任一個即可登入。

## The page that asks for the code

check-your-email = 請查看您的電子郵件
prove-its-you = 請驗證是您本人
check-new-address = 請查看您的新信箱
another-not-sent = 我們無法再寄一封郵件給您。先前的郵件仍然有效。
not-confirmed = 我們的郵件伺服器尚未確認您的郵件。郵件仍可能送達，屆時其中的驗證碼和連結都可使用。若未收到，請重新索取。
prove-present-first = 您登入已有一段時間，請先驗證目前的信箱。接著會繼續變更為 { $email }。
logged-out-for-change = 您已在所有位置登出。新信箱驗證後即屬於您；在那之前，您可以使用舊信箱登入。
sending-to = 我們正將驗證碼和連結寄到 { $email }。有效期限 { $minutes ->
       *[other] { $minutes } 分鐘
    }，至 { $until }。
sent-to = 我們已將驗證碼和連結寄到 { $email }。有效期限 { $minutes ->
       *[other] { $minutes } 分鐘
    }，至 { $until }。
open-inbox = 開啟 { $name }
code-from-email = 郵件中的驗證碼
digits = { $digits } 位數字，空格沒有影響。
use-this-address = 使用此信箱
type-or-open = 請重新輸入，或開啟郵件中的連結。
last-code = 錯誤次數過多。請重新索取郵件，或開啟郵件中的連結。
tries-left =
    { $left ->
       *[other] 還可嘗試 { $left } 次。
    }
look-in-spam = 沒有收到嗎？請查看垃圾郵件。
look-in-spam-each-works = 沒有收到嗎？請查看垃圾郵件。您已索取多封郵件，每一封都仍然有效。
send-again = 重新傳送
in-time = （{ $time }）
log-in-with-old-address = 使用原本的信箱登入
not-sent = 我們無法寄出您的郵件
meant-for = 這封郵件原本要寄到 { $email }。
try-again = 再試一次
ask-for-new-code = 請取得新的驗證碼
send-me-new-code = 傳送新的驗證碼給我
we-will-send-to = 我們會寄到 { $email }。
we-will-send-to-present = 我們會寄到您目前的信箱。接著會繼續變更為 { $email }。
still-old-change-again = 您的信箱仍是舊的。請使用它登入，然後再次變更為 { $email }。

## The page where an email's link leads

another-is-logged-in = 您在這裡已登入為 { $email }。繼續會將該帳號登出。{ $stay }
log-in-question = 要登入嗎？
logs-you-in-as = 您將以 { $email } 登入。
change-question = 要變更信箱嗎？
proves-and-changes = 這會驗證您是 { $email }，並將您的信箱變更為 { $new_email }。您將在所有位置登出。
use-question = 要使用此信箱嗎？
from-now-on = 今後您將使用 { $email } 登入。此操作會讓您登入。
type-code-too = 請一併輸入驗證碼
asked-in-another-browser = 此連結是在另一個瀏覽器中索取的：{ $browser }，{ $client }，{ $asked_at }。
to-log-in-here = 若要在這裡以 { $email } 登入，請輸入同一封郵件中的驗證碼。若不是您索取的，請關閉此頁面。
change-only-where-asked = 變更信箱只能在提出要求的瀏覽器中繼續。
code = 驗證碼
digits-with-link = { $digits } 位數字，在含有此連結的郵件中
type-where-asked = 請在索取驗證碼的地方輸入
somebody-wants-address = 有人想將 { $email } 設為其帳號的信箱。該要求來自另一個瀏覽器：{ $browser }，{ $client }，{ $asked_at }。
go-back-to-browser = 如果是您本人，請回到該瀏覽器，輸入同一封郵件中的驗證碼。變更無法在其他地方繼續。
give-code-to-nobody = 如果不是您提出的，請勿將驗證碼告訴任何人：否則您的信箱會成為他人帳號的信箱。
code-instead = 此連結不完整。請改為輸入同一封郵件中的驗證碼。
type-the-code = 輸入驗證碼
still-old-ask-again = 您的信箱仍是舊的。請使用它登入，然後再次要求變更。
link-used = 此連結已使用過
link-expired = 此連結已過期
too-many-wrong-codes = 錯誤的驗證碼過多
link-does-not-work = 此連結無法使用

## The account page

email-address = 電子郵件地址
you-log-in-with = 您使用 { $email } 登入。
change-waits = 變更為 { $email } 的要求正在等待驗證。
cancel-change = 取消變更
cancelling = 取消中…
it-changed = 信箱已從 { $old_email } 變更為 { $new_email }（{ $moved_at }）。透過我們寄到原信箱的郵件可以復原，期限至：{ $until }。
send-that-email-again = 重新傳送那封郵件
where-logged-in = 您的登入位置
in-browsers =
    { $count ->
        [1] 僅在此瀏覽器中。
       *[other] 在 { $count } 個瀏覽器中。請將您不認得或不再使用的瀏覽器登出。
    }
none-on-this-page = 此頁沒有內容。
this-one = 目前的瀏覽器
last-seen = 上次活動：{ $at } · { $client }
logged-in-at = 登入時間：{ $at }
log-out-which = 登出 { $browser }，{ $client }，登入時間：{ $since }
stays-until = 此瀏覽器最晚保持登入至 { $at }。
log-out-others = 登出其他所有瀏覽器
pages-of-list = 清單頁面
earlier-page = 上一頁
next-page = 下一頁
page-of = 第 { $number } 頁，共 { $pages } 頁
recent-activity = 近期活動
not-you = 有不是您本人的操作嗎？能讀取您郵件的人就能登入：請先變更您的信箱密碼。
unknown-browser = 不明的瀏覽器
browser-on-system = { $system } 上的 { $browser }
unknown-client = 不明

## The form for another email address, on our pages and on others

new-email-address = 新的電子郵件地址
what-a-change-does = 我們會寄驗證碼到新信箱，並通知您目前的信箱。您將在所有位置登出。
type-new-address = 請輸入您的新電子郵件地址。
that-is-yours = 這已經是您的信箱。請輸入新的信箱。

## A page whose session has ended

you-are-logged-out = 您已登出

## The page that undoes a change of email address

undo-question = 要復原變更嗎？
nothing-to-undo = 沒有可復原的變更
address-is-now = 此帳號現在的信箱是 { $email }；{ $log_in }。
log-in-with-that = 請使用它登入
or-give-back = 或者，如果您不想這樣，可將帳號恢復為原本的信箱：
somebody-asked = 有人要求變更此帳號的信箱，{ $asked_at }：
from = 原信箱
to = 新信箱
undo-moved = 帳號已改用新信箱。復原後，帳號會恢復原信箱，並在所有位置登出。期限至：{ $until }。
undo-not-proved = 新信箱尚未驗證。復原後，帳號會保留原信箱，並在所有位置登出。期限至：{ $until }。
i-dont-want = 我不要這項變更
undo = 復原變更
undoing = 復原中…

## The page that asks before it logs out everywhere

log-out-everywhere-question = 要在所有位置登出嗎？
ends-all = 這會結束您在此瀏覽器及其他所有瀏覽器中的工作階段。所有仍開啟的頁面都會關閉。

## The page of a limit

a-little-later = 請稍後再試
open-it-all-the-same = 郵件太舊，或寄給了其他信箱嗎？請仍然開啟其中的連結，然後再從這裡索取。
ask-again-from = 您可以從 { $until } 起再次索取。
go-on-from = 您可以從 { $until } 起繼續。
type-a-code = 輸入驗證碼
one-moment = 請稍候…
back-to-account = 返回您的帳號

## The development mailbox

mailbox = 信箱
mailbox-lead = 此開發伺服器的郵件，最新的在前。郵件保存在記憶體中，直到伺服器停止；設定 { $setting } 後，郵件會送往郵件伺服器。
no-emails = 還沒有郵件。{ $ask }。
ask-for-one = 索取一封
email-to-at = 寄給 { $email } · { $at }
email-to = 寄給 { $email } 的郵件
as-plain-text = 純文字

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = 剛剛
minutes-ago =
    { $minutes ->
       *[other] { $minutes } 分鐘前
    }
yesterday = 昨天
today = 今天
tomorrow = 明天
clock-utc = { $clock } UTC
day-and-clock = { $day } { $clock }
