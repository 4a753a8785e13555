### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = 简体中文
language = 语言
change-language = 切换语言

## Buttons and links of several pages

log-in = 登录
logging-in = 正在登录…
log-out = 退出登录
logging-out = 正在退出…
log-out-everywhere = 在所有位置退出登录
sending = 正在发送…
go-on = 继续
going-on = 请稍候…
go-to-start = 前往首页
stay-logged-in = 保持登录
ask-for-new-email = 重新索取邮件
send-me-a-code = 发送验证码
use-another-address = 使用其他邮箱
keep-address = 保留当前邮箱
change-address = 更改邮箱
changing = 正在更改…
your-account = 您的账号
keep-me-logged-in = 在此浏览器上保持登录
you-are-logged-in-as = 您已登录为 { $email }。
you-are-logged-in-here-as = 您在此处已登录为 { $email }。
questions = 有疑问？{ $support }
offline = 您处于离线状态。您输入的内容仍然保留；恢复连接后请重新发送。

## Home

welcome-back = 欢迎回来
without-password = 无需密码即可登录
needs-only-email = { $app } 只需要您的邮箱地址。我们会向您发送验证码和链接，任选其一即可登录；不存在的密码，谁也猜不到、偷不走、忘不掉。
home-description = { $app } 不需要密码：使用我们发送到您邮箱的验证码或链接登录。

## The page that asks for the email address

check-your-address = 请检查您的邮箱地址
log-in-to = 登录 { $app }
your-email-address = 您的邮箱地址
we-will-send = 我们将向您发送验证码和链接。无需密码。
log-in-description = 使用您的邮箱地址登录 { $app }。我们会向您发送验证码和链接，任选其一即可登录。

## The page that asks for the code

check-your-email = 请查看您的邮箱
prove-its-you = 请验证是您本人
check-new-address = 请查看您的新邮箱
another-not-sent = 我们未能向您发送另一封邮件。之前的邮件仍然有效。
not-confirmed = 我们的邮件服务器尚未确认您的邮件。邮件仍可能送达，届时其中的验证码和链接均可使用。如未收到，请重新索取。
prove-present-first = 您登录已有一段时间，请先验证当前邮箱。随后将继续更改为 { $email }。
logged-out-for-change = 您已在所有位置退出登录。新邮箱验证后即归您使用；在此之前，您可以使用旧邮箱登录。
sending-to = 我们正在向 { $email } 发送验证码和链接。有效期 { $minutes ->
       *[other] { $minutes } 分钟
    }，至 { $until }。
sent-to = 我们已向 { $email } 发送验证码和链接。有效期 { $minutes ->
       *[other] { $minutes } 分钟
    }，至 { $until }。
open-inbox = 打开 { $name }
code-from-email = 邮件中的验证码
digits = { $digits } 位数字，空格不影响。
use-this-address = 使用此邮箱
type-or-open = 请重新输入，或打开邮件中的链接。
last-code = 错误次数过多。请重新索取邮件，或打开邮件中的链接。
tries-left =
    { $left ->
       *[other] 还可尝试 { $left } 次。
    }
look-in-spam = 没有收到？请查看垃圾邮件。
look-in-spam-each-works = 没有收到？请查看垃圾邮件。您已索取多封邮件，每一封都仍然有效。
send-again = 重新发送
in-time = （{ $time }）
log-in-with-old-address = 使用原邮箱登录
not-sent = 我们未能发送您的邮件
meant-for = 该邮件原本发往 { $email }。
try-again = 重试
ask-for-new-code = 请获取新的验证码
send-me-new-code = 发送新的验证码
we-will-send-to = 我们会将其发送到 { $email }。
we-will-send-to-present = 我们会将其发送到您当前的邮箱。随后将继续更改为 { $email }。
still-old-change-again = 您的邮箱仍是旧邮箱。请使用它登录，然后再次更改为 { $email }。

## The page where an email's link leads

another-is-logged-in = 您在此处已登录为 { $email }。继续将使该账号退出登录。{ $stay }
log-in-question = 要登录吗？
logs-you-in-as = 您将以 { $email } 登录。
change-question = 要更改邮箱吗？
proves-and-changes = 这将验证您是 { $email }，并将您的邮箱更改为 { $new_email }。您将在所有位置退出登录。
use-question = 要使用此邮箱吗？
from-now-on = 今后您将使用 { $email } 登录。此操作会让您登录。
type-code-too = 请同时输入验证码
asked-in-another-browser = 此链接是在另一个浏览器中索取的：{ $browser }，{ $client }，{ $asked_at }。
to-log-in-here = 要在此处以 { $email } 登录，请输入同一封邮件中的验证码。如果不是您索取的，请关闭此页面。
change-only-where-asked = 更改邮箱只能在发起请求的浏览器中继续。
code = 验证码
digits-with-link = { $digits } 位数字，在含有此链接的邮件中
type-where-asked = 请在索取验证码的地方输入
somebody-wants-address = 有人想将 { $email } 设为其账号的邮箱。该请求来自另一个浏览器：{ $browser }，{ $client }，{ $asked_at }。
go-back-to-browser = 如果是您本人，请回到该浏览器，输入同一封邮件中的验证码。更改无法在其他地方继续。
give-code-to-nobody = 如果不是您请求的，请勿将验证码告诉任何人：否则您的邮箱会成为他人账号的邮箱。
code-instead = 此链接不完整。请改为输入同一封邮件中的验证码。
type-the-code = 输入验证码
still-old-ask-again = 您的邮箱仍是旧邮箱。请使用它登录，然后再次请求更改。
link-used = 此链接已被使用
link-expired = 此链接已过期
too-many-wrong-codes = 错误验证码过多
link-does-not-work = 此链接无法使用

## The account page

email-address = 邮箱地址
you-log-in-with = 您使用 { $email } 登录。
change-waits = 更改为 { $email } 的请求正在等待验证。
cancel-change = 取消更改
cancelling = 正在取消…
it-changed = 邮箱已从 { $old_email } 更改为 { $new_email }（{ $moved_at }）。通过我们发送到原邮箱的邮件可以撤销更改，截止时间：{ $until }。
send-that-email-again = 重新发送该邮件
where-logged-in = 您的登录位置
in-browsers =
    { $count ->
        [1] 仅在此浏览器中。
       *[other] 在 { $count } 个浏览器中。请将您不认识或不再使用的浏览器退出登录。
    }
none-on-this-page = 此页没有内容。
this-one = 当前浏览器
last-seen = 上次活动：{ $at } · { $client }
logged-in-at = 登录时间：{ $at }
log-out-which = 退出 { $browser }，{ $client }，登录时间：{ $since }
stays-until = 此浏览器最晚保持登录至 { $at }。
log-out-others = 退出其他所有浏览器
pages-of-list = 列表页码
earlier-page = 上一页
next-page = 下一页
page-of = 第 { $number } 页，共 { $pages } 页
recent-activity = 近期活动
not-you = 有不是您本人的操作吗？能读取您邮件的人就能登录：请先更改您的邮箱密码。
unknown-browser = 未知浏览器
browser-on-system = { $system } 上的 { $browser }
unknown-client = 未知

## The form for another email address, on our pages and on others

new-email-address = 新邮箱地址
what-a-change-does = 我们会向新邮箱发送验证码，并通知您当前的邮箱。您将在所有位置退出登录。
type-new-address = 请输入您的新邮箱地址。
that-is-yours = 这已经是您的邮箱。请输入新邮箱。

## A page whose session has ended

you-are-logged-out = 您已退出登录

## The page that undoes a change of email address

undo-question = 要撤销更改吗？
nothing-to-undo = 没有可撤销的更改
address-is-now = 此账号现在的邮箱是 { $email }；{ $log_in }。
log-in-with-that = 请使用它登录
or-give-back = 或者，如果您不希望如此，可将账号恢复为原来的邮箱：
somebody-asked = 有人请求更改此账号的邮箱，{ $asked_at }：
from = 原邮箱
to = 新邮箱
undo-moved = 账号已改用新邮箱。撤销后，账号将恢复原邮箱，并在所有位置退出登录。截止时间：{ $until }。
undo-not-proved = 新邮箱尚未验证。撤销后，账号将保留原邮箱，并在所有位置退出登录。截止时间：{ $until }。
i-dont-want = 我不需要此更改
undo = 撤销更改
undoing = 正在撤销…

## The page that asks before it logs out everywhere

log-out-everywhere-question = 要在所有位置退出登录吗？
ends-all = 这将结束您在此浏览器及其他所有浏览器中的会话。所有仍打开的页面都会关闭。

## The page of a limit

a-little-later = 请稍后再试
open-it-all-the-same = 邮件太旧，或发给了其他邮箱？请仍然打开其中的链接，然后再在此处索取。
ask-again-from = 您可以从 { $until } 起再次索取。
go-on-from = 您可以从 { $until } 起继续。
type-a-code = 输入验证码
one-moment = 请稍候…
back-to-account = 返回您的账号

## The development mailbox

mailbox = 邮箱
mailbox-lead = 此开发服务器的邮件，最新的在前。邮件保存在内存中，直到服务器停止；设置 { $setting } 后，邮件将发往邮件服务器。
no-emails = 还没有邮件。{ $ask }。
ask-for-one = 索取一封
email-to-at = 发往 { $email } · { $at }
email-to = 发往 { $email } 的邮件
as-plain-text = 纯文本

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = 刚刚
minutes-ago =
    { $minutes ->
       *[other] { $minutes } 分钟前
    }
yesterday = 昨天
today = 今天
tomorrow = 明天
clock-utc = { $clock } UTC
day-and-clock = { $day } { $clock }
