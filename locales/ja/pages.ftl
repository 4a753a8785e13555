### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = 日本語
language = 言語
change-language = 言語を変更

## Buttons and links of several pages

log-in = ログイン
logging-in = ログインしています…
log-out = ログアウト
logging-out = ログアウトしています…
log-out-everywhere = すべての場所からログアウト
sending = 送信しています…
go-on = 続ける
going-on = お待ちください…
go-to-start = トップページへ
stay-logged-in = ログインしたままにする
ask-for-new-email = 新しいメールを受け取る
send-me-a-code = コードを送信
use-another-address = 別のアドレスを使う
keep-address = アドレスを変更しない
change-address = アドレスを変更
changing = 変更しています…
your-account = アカウント
keep-me-logged-in = このブラウザでログインしたままにする
you-are-logged-in-as = { $email } としてログインしています。
you-are-logged-in-here-as = ここでは { $email } としてログインしています。
questions = ご質問はこちら：{ $support }
offline = オフラインです。入力内容はそのまま残っています。接続が戻ったらもう一度送信してください。

## Home

welcome-back = おかえりなさい
without-password = パスワードなしでログイン
needs-only-email = { $app } に必要なのはメールアドレスだけです。コードとリンクをお送りします。どちらか一方でログインできます。存在しないパスワードは、誰にも推測されず、盗まれず、忘れることもありません。
home-description = { $app } にパスワードは不要です。メールアドレスにお送りするコードまたはリンクでログインします。

## The page that asks for the email address

check-your-address = アドレスをご確認ください
log-in-to = { $app } にログイン
your-email-address = メールアドレス
we-will-send = コードとリンクをお送りします。パスワードは不要です。
log-in-description = メールアドレスで { $app } にログインできます。コードとリンクをお送りします。どちらか一方でログインできます。

## The page that asks for the code

check-your-email = メールをご確認ください
prove-its-you = ご本人であることを確認してください
check-new-address = 新しいアドレスのメールをご確認ください
another-not-sent = メールを再送できませんでした。前のメールはまだ有効です。
not-confirmed = メールサーバーがまだメールの受け付けを確認していません。これから届く場合もあり、その場合はコードとリンクを使えます。届かないときは、もう一度お求めください。
prove-present-first = ログインから時間が経っているため、先に現在のアドレスを確認してください。その後、{ $email } への変更を続けます。
logged-out-for-change = すべての場所からログアウトしました。新しいアドレスが確認されると、そのアドレスに変わります。それまでは以前のアドレスでログインできます。
sending-to =
    { $email } にコードとリンクを送信しています。有効期間は { $minutes ->
       *[other] { $minutes } 分間
    }、{ $until } までです。
sent-to =
    { $email } にコードとリンクを送信しました。有効期間は { $minutes ->
       *[other] { $minutes } 分間
    }、{ $until } までです。
open-inbox = { $name } を開く
code-from-email = メールに記載のコード
digits = { $digits } 桁の数字です。空白は無視されます。
use-this-address = このアドレスを使う
type-or-open = もう一度入力するか、メールのリンクを開いてください。
last-code = コードの間違いが上限を超えました。新しいメールを求めるか、メールのリンクを開いてください。
tries-left =
    { $left ->
       *[other] あと { $left } 回試せます。
    }
look-in-spam = 届きませんか？迷惑メールもご確認ください。
look-in-spam-each-works = 届きませんか？迷惑メールもご確認ください。複数のメールをお送りしています。どのメールもまだ有効です。
send-again = 再送信
in-time = （{ $time }）
log-in-with-old-address = 以前のアドレスでログイン
not-sent = メールを送信できませんでした
meant-for = 宛先は { $email } でした。
try-again = 再試行
ask-for-new-code = 新しいコードをお求めください
send-me-new-code = 新しいコードを送信
we-will-send-to = { $email } に送信します。
we-will-send-to-present = 現在のアドレスに送信します。その後、{ $email } への変更を続けます。
still-old-change-again = アドレスはまだ以前のままです。そのアドレスでログインし、もう一度 { $email } に変更してください。

## The page where an email's link leads

another-is-logged-in = ここでは { $email } としてログインしています。続けるとそのアカウントはログアウトされます。{ $stay }
log-in-question = ログインしますか？
logs-you-in-as = { $email } としてログインします。
change-question = アドレスを変更しますか？
proves-and-changes = { $email } の持ち主であることを確認し、アドレスを { $new_email } に変更します。すべての場所からログアウトされます。
use-question = このアドレスを使いますか？
from-now-on = 今後は { $email } でログインします。これでログインします。
type-code-too = コードも入力してください
asked-in-another-browser = このリンクは別のブラウザで求められました：{ $browser }、{ $client }、{ $asked_at }。
to-log-in-here = ここで { $email } としてログインするには、同じメールのコードを入力してください。心当たりがない場合は、このページを閉じてください。
change-only-where-asked = アドレスの変更は、求めたブラウザでのみ続けられます。
code = コード
digits-with-link = { $digits } 桁の数字です。このリンクと同じメールに記載されています
type-where-asked = コードを求めた場所で入力してください
somebody-wants-address = 誰かが { $email } を自分のアカウントのメールアドレスにしようとしています。別のブラウザから求められました：{ $browser }、{ $client }、{ $asked_at }。
go-back-to-browser = ご本人の場合は、そのブラウザに戻り、同じメールのコードを入力してください。変更はほかの場所では続けられません。
give-code-to-nobody = 心当たりがない場合は、コードを誰にも教えないでください。あなたのアドレスが他人のアカウントのものになります。
code-instead = このリンクは不完全です。代わりに同じメールのコードを入力してください。
type-the-code = コードを入力
still-old-ask-again = アドレスはまだ以前のままです。そのアドレスでログインし、もう一度変更を求めてください。
link-used = このリンクは使用済みです
link-expired = このリンクは期限切れです
too-many-wrong-codes = コードの間違いが多すぎます
link-does-not-work = このリンクは使えません

## The account page

email-address = メールアドレス
you-log-in-with = { $email } でログインしています。
change-waits = { $email } への変更は確認待ちです。
cancel-change = 変更を取り消す
cancelling = 取り消しています…
it-changed = { $old_email } から { $new_email } に変わりました（{ $moved_at }）。以前のアドレスに送ったメールから元に戻せます。期限：{ $until }。
send-that-email-again = そのメールを再送信
where-logged-in = ログインしている場所
in-browsers =
    { $count ->
        [1] このブラウザだけです。
       *[other] { $count } 個のブラウザでログインしています。見覚えのないもの、もう使わないものはログアウトしてください。
    }
none-on-this-page = このページには何もありません。
this-one = このブラウザ
last-seen = 最終アクセス：{ $at } · { $client }
logged-in-at = ログイン：{ $at }
log-out-which = { $browser }、{ $client }、ログイン：{ $since } をログアウト
stays-until = このブラウザのログインは、遅くとも { $at } に終了します。
log-out-others = ほかをすべてログアウト
pages-of-list = 一覧のページ
earlier-page = 前のページ
next-page = 次のページ
page-of = { $number } / { $pages } ページ
recent-activity = 最近の操作
not-you = 覚えのない操作がありますか？メールを読める人はログインできます。まずメールのパスワードを変更してください。
unknown-browser = 不明なブラウザ
browser-on-system = { $system } の { $browser }
unknown-client = 不明

## The form for another email address, on our pages and on others

new-email-address = 新しいメールアドレス
what-a-change-does = 新しいアドレスにコードを送り、現在のアドレスにもお知らせします。すべての場所からログアウトされます。
type-new-address = 新しいメールアドレスを入力してください。
that-is-yours = すでにお使いのアドレスです。新しいアドレスを入力してください。

## A page whose session has ended

you-are-logged-out = ログアウトしました

## The page that undoes a change of email address

undo-question = 変更を元に戻しますか？
nothing-to-undo = 元に戻すものはありません
address-is-now = このアカウントのアドレスは現在 { $email } です。{ $log_in }。
log-in-with-that = そのアドレスでログインしてください
or-give-back = 望まない変更の場合は、アカウントを以前のメールアドレスに戻せます：
somebody-asked = このアカウントのメールアドレスの変更が求められました（{ $asked_at }）：
from = 変更前
to = 変更後
undo-moved = アカウントは新しいアドレスに変わりました。元に戻すと以前のアドレスに戻り、すべての場所からログアウトされます。期限：{ $until }。
undo-not-proved = 新しいアドレスはまだ確認されていません。元に戻すと以前のアドレスのままになり、すべての場所からログアウトされます。期限：{ $until }。
i-dont-want = この変更を望みません
undo = 変更を元に戻す
undoing = 元に戻しています…

## The page that asks before it logs out everywhere

log-out-everywhere-question = すべての場所からログアウトしますか？
ends-all = このブラウザとほかのすべてのブラウザのセッションを終了します。開いているページはすべて閉じられます。

## The page of a limit

a-little-later = 少し後でお試しください
open-it-all-the-same = 古すぎる、または別のアドレス宛てですか？それでもリンクを開いてから、ここでもう一度お求めください。
ask-again-from = { $until } から再びお求めいただけます。
go-on-from = { $until } から続けられます。
type-a-code = コードを入力
one-moment = お待ちください…
back-to-account = アカウントに戻る

## The development mailbox

mailbox = メールボックス
mailbox-lead = この開発サーバーのメールです。新しい順に並んでいます。サーバーが止まるまでメモリに残ります。{ $setting } を設定すると、メールサーバーに送られます。
no-emails = まだメールはありません。{ $ask }。
ask-for-one = メールを求める
email-to-at = 宛先 { $email } · { $at }
email-to = { $email } 宛てのメール
as-plain-text = プレーンテキスト

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = たった今
minutes-ago =
    { $minutes ->
       *[other] { $minutes } 分前
    }
yesterday = 昨日
today = 今日
tomorrow = 明日
clock-utc = { $clock } UTC
day-and-clock = { $day } { $clock }
