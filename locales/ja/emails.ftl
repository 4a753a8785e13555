### What emails say, each message once for both parts.

## Facts

mail-for = 宛先：
mail-from = 送信元：
mail-when = 日時：
mail-until = 有効期限：
mail-account = アカウント：
mail-browser = ブラウザ：
mail-network = ネットワーク：
mail-moment = { $date } { $clock } UTC
mail-until-minutes =
    { $until }（{ $minutes ->
       *[other] { $minutes } 分間
    }）
mail-until-days =
    { $until }（{ $days ->
       *[other] { $days } 日間
    }）
mail-works-once = 使えるのは一度だけです。
mail-nothing-to-do = ご本人の場合は、何もする必要はありません。

## A code and a link

mail-log-in-subject = { $app } にログイン
mail-prove-subject = { $app } のアドレスの変更
mail-confirm-subject = { $app } の新しいアドレスの確認
mail-code-preheader =
    { $email } 宛てのコードとリンクです。有効期間は { $minutes ->
       *[other] { $minutes } 分間
    }です。
mail-type-code = コードを求めた場所で、このコードを入力してください：
mail-type-code-to-go-on = 続けるには、コードを求めた場所でこのコードを入力してください：
mail-type-code-to-confirm = コードを求めた場所で、このコードを入力してください。その後はこのアドレスでログインします：
mail-use-link = リンクをお使いください。コードはリンクと一緒にのみ使えます：
mail-use-link-to-confirm = リンクをお使いください。コードはリンクと一緒にのみ使えます。その後はこのアドレスでログインします：
mail-invited = 招待が届いています。下のリンクを開き、そこでこのコードを入力してください：
mail-somebody-wants-change = 誰か（おそらくご本人）が、アカウントのアドレスを { $new_email } に変更しようとしています。
mail-or-link = または、求めたブラウザでこのリンクを開いてください：
mail-this-link = リンク：
mail-not-asked = 心当たりがない場合は、無視してください。コードがなければ誰もログインできません。
mail-not-invited = 心当たりがない場合は、無視してください。コードがなければ誰もログインできません。
mail-not-asked-change = ご本人でない場合は、ログインしたままのブラウザを誰かが使っています。ログインして、すべての場所からログアウトしてください。
mail-other-browser-asks-code = 別のブラウザでは、リンクを開くとコードも求められます。
mail-other-browser-neither = 別のブラウザでは、どちらも使えません。
mail-any-browser = どちらもすべてのブラウザで使えます。
mail-never-give = コードは誰にも教えず、{ $site } でのみ入力してください。

## A change of address that was asked for

mail-changing-subject = { $app } のアドレスが変更されようとしています
mail-changing-preheader =
    { $old_email } から { $new_email } へ。{ $days ->
       *[other] { $days } 日間
    }は元に戻せます。
mail-changing-heading = アドレスが変更されようとしています
mail-changing = { $app } のアカウントのメールアドレスが変更されようとしています：
mail-changing-logged-out = すべての場所からログアウトしました。ご本人の場合は、何もする必要はありません。新しいアドレスが確認されると、そのアドレスに変わります。それまでは、これまでどおり以前のアドレスでログインしてください。
mail-undo = ご本人でない場合は、このリンクを開いて変更を元に戻してください：
mail-changing-not-you = ご本人でない場合は、誰かがアカウントを使ったか、メールを読んでいます。メールのパスワードも変更してください。

## A change of address that has happened

mail-changed-subject = { $app } のメールアドレスが変わりました
mail-changed-preheader = { $old_email } から { $new_email } へ。{ $until } まで元に戻せます。
mail-changed-heading = メールアドレスが変わりました
mail-changed = { $app } のアカウントのメールアドレスが変わりました：
mail-changed-was-you = ご本人の場合は、何もする必要はありません。新しいアドレスでログインしてください。
mail-changed-late = リンクが使えなくなった場合は、いつもどおりこのアドレスでログインしてください。そこからも変更を元に戻せます。また、メールアカウントのパスワードを変更してください。変更した人がメールを読んでいるかもしれません。

## An address that somebody else wanted

mail-taken-subject = 誰かが { $app } であなたのアドレスを使おうとしました
mail-taken-heading = 誰かがあなたのアドレスを使おうとしました
mail-taken-preheader = { $email } はすでにあなたのアカウントのものです。何も変わっていません。
mail-left-preheader = { $email } はそのアカウントのために確保されています。何も変わっていません。
mail-taken = 誰かが { $app } の別のアカウントのアドレスを { $email } に変更しようとしました。
mail-taken-why = すでにあなたのアカウントのものなので、何も変わっていません。
mail-left-why = 最近まであるアカウントがこのアドレスを使っており、まだ戻せるため、確保されています。何も変わっていません。
mail-taken-was-you = ご本人の場合：このアドレスでログインすると、このアカウントに入れます。別のアカウントで使うには、先にこのアカウントのアドレスを変更してください。
mail-left-was-you = ご本人の場合：戻すには、その変更についてのメールのリンクを開くか、期限が過ぎるまでお待ちください。
mail-taken-not-you = ご本人でない場合は、何もする必要はありません。このメールにコードやリンクはなく、アカウントがあることは誰にも知らされていません。

## A change of address that was undone

mail-undone-subject = { $app } のメールアドレスが元に戻りました
mail-undone-preheader = アカウントは以前のメールアドレスに戻りました。
mail-undone-heading = メールアドレスの変更が元に戻されました
mail-undone = { $email } に変わっていた { $app } のアカウントは、その前のメールアドレスに戻りました。そのメールを読める人が変更を元に戻しました。アカウントはすべての場所からログアウトされ、このアドレスではもうログインできません。
mail-undone-was-you = ご本人の場合は、何もする必要はありません。以前のアドレスでログインしてください。
mail-undone-not-you = ご自身のアカウントで、誰が戻したか心当たりがない場合は、以前のアドレスのメールを誰かが読んでいます。そのパスワードを変更してください。

## A new browser

mail-new-browser-subject = 新しいブラウザが { $app } にログインしました
mail-new-browser-heading = 新しいブラウザがログインしました
mail-new-browser = これまでに使われたことのないブラウザが、{ $app } のアカウントにログインしました：
mail-new-browser-not-you = ご本人でない場合は、誰かがメールを読んでいます。まずメールアカウントのパスワードを変更してください。次にアカウントのページを開き、すべての場所からログアウトしてください：
mail-open-account = アカウントのページを開く
mail-new-browser-why = プライベートウィンドウは毎回新しいブラウザとして扱われます。このメールは 24 時間に最大 3 通です。アカウントのページには、ログインしているすべてのブラウザが表示されます。
