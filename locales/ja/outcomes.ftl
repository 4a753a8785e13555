### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = メールアドレスを入力してください。
error-address-incomplete = アドレスが不完全です。ada@example.com のように入力してください。
error-address-too-long = メールアドレスとしては長すぎます。二重に貼り付けていないかご確認ください。
error-address-character = 使えない文字が含まれています。目に見えない文字かもしれません。ada@example.com のような普通のアドレスを入力してください。
error-address-domain = @ の後ろをご確認ください。メールが届きません。
error-not-a-code = コードは { $digits } 桁の数字です。すべて入力してください。
error-wrong-code = コードが一致しません。
error-tries-used-up = コードの間違いが上限を超えました。新しいメールをお求めください。
error-expired = このメールは期限切れです。新しいメールをお求めください。
error-used = このメールは使用済みです。新しいメールをお求めください。
error-codes-off = このアドレスでコードの間違いが多すぎたため、コードだけではログインできません。代わりに最新のメールのリンクを開いてください。
error-no-challenge = 先にこのブラウザでコードをお求めください。すでに求めた場合は、Cookie がブロックされているかもしれません。このサイトの Cookie を許可して、もう一度お試しください。
error-bad-link = このリンクは不完全です。メールのリンク全体を開くかコピーするか、新しいメールをお求めください。Cookie をブロックしている場合は、このサイトで許可してください。
error-code-needed = リンクと同じメールに記載のコードを入力してください。
error-only-where-asked = このメールアドレスの変更は、求めたブラウザでのみ続けられます。そこでコードを入力してください。
error-too-soon = メールを送信中です。次を求めるまで少しお待ちください。
error-emails-limited = 複数のメールが求められました。誰が求めたものでも、受信トレイの最新のメールはここでも有効です。このブラウザでリンクを開き、コードを入力してください。
error-network-limited = お使いのネットワークから多くのメールが求められました。すでに受信トレイにあるメールはここでも有効です。このブラウザでリンクを開いてください。携帯電話などの別のネットワークなら待つ必要はありません。
error-site-limited = 現在、非常に多くの方がメールを求めています。すでに受信トレイにあるメールはここでも有効です。このブラウザでリンクを開いてください。
error-change-limited = 多くのメールが求められたため、今はそのアドレスに変更できません。少し後でもう一度お試しください。
error-undo-email-limited = 多くのメールが求められたため、今はそのメールを再送できません。以前のアドレスに届いているメールからも変更を元に戻せます。
error-codes-limited = お使いのネットワークから試されたコードが多すぎます。お客様の試行回数は減っていません。
error-enough-emails = 複数のメールをお送りしています。受信トレイの最新のメールはまだ有効です。
error-same-address = すでにお使いのアドレスです。新しいアドレスを入力してください。
error-change-refused = アドレスは変更されていません。このメールではもう変更できません。以前のアドレスでログインし、もう一度変更を求めてください。
error-email-taken = そのメールアドレスはここの別のアカウントが使っているため、アカウントのアドレスはそのままです。両方ともご自身のものである場合は、このサイトの運営者にお尋ねください。
error-change-not-offered = ここではメールアドレスを変更できません。このサイトの運営者にお尋ねください。
error-no-access = メールアドレスはご自身のものですが、ここへのアクセス権がありません。このサイトの運営者に許可を求めるか、別のアドレスでログインしてください。
error-address-moved-away = このメールアドレスのアカウントは別のアドレスに変わりました。望まない変更の場合は、元に戻してください。
error-bad-undo-link = このリンクは不完全です。メールのリンク全体を開くかコピーしてください。Cookie をブロックしている場合は、このサイトで許可してください。
error-undo-expired = この変更を元に戻せる期間は過ぎました。
error-undo-used = この変更はすでに元に戻されています。ほかに戻すものはありません。
error-not-sure = 先にチェックを入れて、意思を確認してください。
error-no-such-session = そのセッションは見つかりません。
error-logged-out-meanwhile = その間にログアウトされました。ログインして、もう一度お試しください。
error-client-unknown = 一つの場所から行える回数には限りがありますが、このサイトは接続元を確認できませんでした。原因は当方にあります。何も変更されていません。
error-bad-request = 完全には届きませんでした。もう一度お試しください。
error-unavailable = 当方で問題が起きています。何も変更されていません。少し後でもう一度お試しください。

## What has happened

notice-logged-out = ログアウトしました。
notice-logged-out-everywhere = すべての場所からログアウトしました。
notice-session-ended = 別のブラウザからログアウトされました。
notice-address-changing = メールアドレスが変更されるため、すべての場所からログアウトしました。新しいアドレスが確認されるまでは、以前のアドレスでログインしてください。
notice-address-changed = メールアドレスが変わったため、すべての場所からログアウトしました。新しいアドレスでログインしてください。
notice-change-undone = メールアドレスの変更が元に戻され、すべての場所からログアウトしました。
notice-others-change-undone = そのメールアドレスの変更が元に戻され、そのアカウントはすべての場所からログアウトされました。ここではご自身のアカウントにログインしたままです。
notice-session-expired = セッションの有効期限が切れました。続けるにはもう一度ログインしてください。
notice-session-replaced = このセッションは、同じブラウザの新しいセッションに置き換わりました。
notice-log-in-first = そのページを見るにはログインしてください。
notice-email-again = メールをもう一通送信しました。
notice-new-address = これが現在のメールアドレスです。ほかのすべての場所からログアウトしました。
notice-other-ended = そのブラウザをログアウトしました。
notice-others-ended = ほかのすべてのブラウザをログアウトしました。
notice-change-cancelled = メールアドレスはそのままです。
notice-undo-email-sent = 以前のアドレスにメールを再送しました。そのリンクから変更を元に戻せます。

## Why an email certainly does not arrive

refused = どのメールサーバーにも受け付けられませんでした。アドレスをご確認ください。正しい場合は原因が当方にありますので、少し後でもう一度お試しください。
not-handed-over = どのメールサーバーにも受け付けられませんでした。原因は当方にありますので、少し後でもう一度お試しください。

## What the account page calls something that has happened

event-log-in-requested = メールの請求
event-logged-in = ログイン
event-log-in-failed = ログインの失敗
event-tries-used-up = コードの間違いで試行回数を使い切りました
event-codes-off = コードの間違いが百回：リンクのみでログイン可能
event-used-again = 使用済みメールでの試行
event-logged-out = ログアウト
event-logged-out-everywhere = すべての場所からログアウト
event-session-ended = 一覧のブラウザをログアウト
event-others-ended = ほかのすべてのブラウザをログアウト
event-limited = 請求の回数超過
event-not-allowed = 他人のセッションを終了しようとしました
event-no-access = アクセス権のないメールアドレスの確認
event-change-asked = メールアドレス変更の請求
event-change-refused = メールアドレスの変更が拒否されました
event-address-changed = メールアドレスの変更
event-change-undone = メールアドレスの変更を元に戻しました
event-change-cancelled = メールアドレスの変更の取り消し
event-undo-offered = アカウントが離れたメールアドレスの確認
event-email-refused = アドレス変更のメールがサーバーに拒否されました
event-email-given-up = アドレス変更のメールを配信できませんでした
event-user-created = アカウントの作成
event-forgotten = アカウントの消去

## Pages of failures: a title, and what to do

failure = エラー { $status }
fault-origin-title = ブラウザが情報を送りませんでした
fault-origin = 安全のため、この操作は当サイトのページからのみ行えます。ブラウザがどのページにいたかを伝えませんでした（Origin ヘッダーも Sec-Fetch-Site も送られていません）。プライバシー拡張機能やプロキシが取り除いている可能性があります。このサイトで許可するか、別のブラウザをお使いください。
fault-client-title = 接続元を確認できません
fault-client = 一つの場所から行える回数には限りがありますが、このサイトは接続元を確認できませんでした。原因は当方にあり、記録されました。何も変更されず、何も消費されていません。後でもう一度お試しください。
fault-server-title = このサーバーはまだ準備ができていません
fault-other-address-title = このページは別のアドレスで開かれています
fault-other-address = 安全のため、この操作はサイト本来のアドレスでのみ行えます。トップページに移動して行ってください。
not-found-title = ここには何もありません
not-found = ページが移動したか、アドレスに誤りがあります。
unauthorized-title = 先にログインしてください
unauthorized = ログインしている方専用です。トップページに移動してログインしてください。
no-such-part-title = その部分はありません
no-such-part = ファイルはそれより短いです。全体を読み込んでください。
forbidden-title = 別のサイトから送られました
forbidden = 安全のため、この操作は当サイトのページからのみ行えます。トップページに移動して、もう一度お試しください。
not-here-title = ここではその操作はできません
not-here = このアドレスは単独では開けません。トップページからお進みください。
too-slow-title = 時間がかかりすぎました
too-slow = 接続が遅すぎました。戻ってもう一度お試しください。
too-large-title = 量が多すぎます
too-large = フォームの内容が受け付けられる量を超えています。戻って短くしてください。
too-many-title = 少しゆっくりお願いします
too-many = リクエストが多すぎました。少し後でもう一度お試しください。
back-soon-title = すぐに戻ります
back-soon = 当方の一部が応答していません。何も失われず、何も消費されていません。少し後でもう一度お試しください。
went-wrong-title = 問題が発生しました
went-wrong = 原因は当方にあり、記録されました。戻ってもう一度お試しください。
not-whole-title = 完全には届きませんでした
not-whole = 戻ってもう一度お試しください。

## What server functions of other applications answer to who is not logged in

logged-out-try-again = ログアウトしています。ログインして、もう一度お試しください。
did-not-work = うまくいきませんでした。少し後でもう一度お試しください。
