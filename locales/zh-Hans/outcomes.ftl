### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = 请输入您的邮箱地址。
error-address-incomplete = 该地址不完整。正确格式如 ada@example.com。
error-address-too-long = 该地址过长，不能作为邮箱。请检查是否重复粘贴。
error-address-character = 该地址含有我们无法使用的字符，可能是不可见字符。请输入普通的地址，例如 ada@example.com。
error-address-domain = 请检查 @ 后面的内容：邮件无法送达。
error-not-a-code = 验证码有 { $digits } 位数字。请全部输入。
error-wrong-code = 验证码不正确。
error-tries-used-up = 错误次数过多。请重新索取邮件。
error-expired = 此邮件已过期。请重新索取。
error-used = 此邮件已被使用。请重新索取。
error-codes-off = 该邮箱的错误验证码次数过多，因此仅凭验证码已无法登录。请改为打开最新邮件中的链接。
error-no-challenge = 请先在此浏览器中获取验证码。如果您刚刚获取过，浏览器可能阻止了 Cookie：请为此网站允许 Cookie，然后重试。
error-bad-link = 此链接不完整。请打开或复制邮件中的完整链接，或重新索取。如果浏览器阻止 Cookie，请为此网站允许。
error-code-needed = 请输入与链接同一封邮件中的验证码。
error-only-where-asked = 此次邮箱更改只能在发起请求的浏览器中继续。请在那里输入验证码。
error-too-soon = 邮件正在发送途中。请稍候再索取另一封。
error-emails-limited = 已有多封邮件被索取。无论是谁索取的，您收件箱中最新的一封在此处同样有效：请在此浏览器中打开其链接，并输入其中的验证码。
error-network-limited = 您的网络已索取了大量邮件。您收件箱中已有的邮件在此处同样有效：请在此浏览器中打开其链接。使用其他网络（例如手机网络）则无需等待。
error-site-limited = 目前有非常多的人在索取邮件。您收件箱中已有的邮件在此处同样有效：请在此浏览器中打开其链接。
error-change-limited = 由于已索取大量邮件，您目前无法更改为该邮箱。请稍后再试。
error-undo-email-limited = 由于已索取大量邮件，目前无法重新发送该邮件。已送达原邮箱的邮件同样可以撤销更改。
error-codes-limited = 您的网络尝试的验证码过多。您的尝试次数没有减少。
error-enough-emails = 您已索取多封邮件。您收件箱中最新的一封仍然有效。
error-same-address = 这已经是您的邮箱。请输入新邮箱。
error-change-refused = 您的邮箱未更改：此邮件已无法用于更改。请使用原邮箱登录，然后再次请求更改。
error-email-taken = 此处的另一个账号已使用该邮箱，因此您的账号保留原有邮箱。如果两者都是您的，请询问本网站的管理者。
error-change-not-offered = 此处不能更改邮箱。请询问本网站的管理者。
error-no-access = 该邮箱属于您，但在此处没有访问权限。请向本网站的管理者申请，或使用其他邮箱登录。
error-address-moved-away = 使用此邮箱的账号已改用另一个邮箱。如果这不是您想要的，请撤销。
error-bad-undo-link = 此链接不完整。请打开或复制邮件中的完整链接。如果浏览器阻止 Cookie，请为此网站允许。
error-undo-expired = 撤销此更改的期限已过。
error-undo-used = 此更改已被撤销。没有其他需要撤销的内容。
error-not-sure = 请先勾选方框，以确认您的意愿。
error-no-such-session = 您的会话中没有该会话。
error-logged-out-meanwhile = 您已在此期间退出登录。请登录后重试。
error-client-unknown = 从同一位置执行此操作的次数有限，而本网站无法获知您的位置。问题出在我们这边；没有任何更改。
error-bad-request = 我们未能完整收到。请重试。
error-unavailable = 我们这边出了问题。没有任何更改；请稍后重试。

## What has happened

notice-logged-out = 您已退出登录。
notice-logged-out-everywhere = 您已在所有位置退出登录。
notice-session-ended = 您已被另一个浏览器退出登录。
notice-address-changing = 由于正在更改您的邮箱，您已在所有位置退出登录。在新邮箱验证之前，请使用旧邮箱登录。
notice-address-changed = 由于您的邮箱已更改，您已在所有位置退出登录。请使用新邮箱登录。
notice-change-undone = 您的邮箱更改已撤销，您已在所有位置退出登录。
notice-others-change-undone = 该邮箱的更改已撤销，其账号已在所有位置退出登录。您在此处仍登录着自己的账号。
notice-session-expired = 您的会话已过期。请重新登录以继续。
notice-session-replaced = 此会话已被同一浏览器中的新会话取代。
notice-log-in-first = 请登录以查看该页面。
notice-email-again = 我们已向您发送另一封邮件。
notice-new-address = 这是您现在的邮箱。您已在其他所有位置退出登录。
notice-other-ended = 该浏览器已退出登录。
notice-others-ended = 您的其他所有浏览器均已退出登录。
notice-change-cancelled = 您的邮箱保持不变。
notice-undo-email-sent = 我们已将邮件重新发送到您的原邮箱。其中的链接可撤销更改。

## Why an email certainly does not arrive

refused = 没有邮件服务器接收它。请检查邮箱地址；如果无误，则问题出在我们这边，请稍后重试。
not-handed-over = 没有邮件服务器接收它。问题出在我们这边，请稍后重试。

## What the account page calls something that has happened

event-log-in-requested = 索取邮件
event-logged-in = 登录
event-log-in-failed = 登录尝试失败
event-tries-used-up = 错误验证码用尽所有尝试次数
event-codes-off = 一百次错误验证码：现在只能通过链接登录
event-used-again = 尝试已使用过的邮件
event-logged-out = 退出登录
event-logged-out-everywhere = 在所有位置退出登录
event-session-ended = 从列表中退出一个浏览器
event-others-ended = 退出其他所有浏览器
event-limited = 请求过于频繁
event-not-allowed = 尝试结束他人的会话
event-no-access = 验证了没有访问权限的邮箱
event-change-asked = 请求更改邮箱
event-change-refused = 更改邮箱被拒绝
event-address-changed = 邮箱已更改
event-change-undone = 邮箱更改已撤销
event-change-cancelled = 邮箱更改已取消
event-undo-offered = 验证了账号已弃用的邮箱
event-email-refused = 邮件服务器拒收了关于更改邮箱的邮件
event-email-given-up = 关于更改邮箱的邮件无法送达
event-user-created = 账号已创建
event-forgotten = 账号已被遗忘

## Pages of failures: a title, and what to do

failure = 错误 { $status }
fault-origin-title = 您的浏览器缺少了某些信息
fault-origin = 为了您的安全，只有我们自己的页面才能执行此操作，而您的浏览器没有说明它所在的页面：既没有发送 Origin 标头，也没有发送 Sec-Fetch-Site。可能是隐私扩展或代理将其移除。请为此网站允许它们，或使用其他浏览器。
fault-client-title = 我们无法获知您的位置
fault-client = 从同一位置执行此操作的次数有限，而本网站无法获知您的位置。问题出在我们这边，已记录。没有任何更改或消耗；请稍后再试。
fault-server-title = 此服务器尚未就绪
fault-other-address-title = 此页面是在其他网址打开的
fault-other-address = 为了您的安全，此操作只能在网站自己的网址上进行。请前往首页，在那里操作。
not-found-title = 这里什么也没有
not-found = 页面可能已移动，或网址有误。
unauthorized-title = 请先登录
unauthorized = 此处仅供已登录的用户使用。请前往首页登录。
no-such-part-title = 没有这个部分
no-such-part = 文件没有那么长。请加载整个文件。
forbidden-title = 该请求来自其他网站
forbidden = 为了您的安全，只有我们自己的页面才能执行此操作。请前往首页，从那里重试。
not-here-title = 此处无法执行该操作
not-here = 此网址不能单独打开。请前往首页，从那里进入。
too-slow-title = 用时过长
too-slow = 连接太慢。请返回重试。
too-large-title = 内容过多
too-large = 表单内容超出我们可接受的范围。请返回并缩短。
too-many-title = 请慢一点
too-many = 请求过多。请稍后重试。
back-soon-title = 我们马上回来
back-soon = 我们这边有部分服务没有响应。没有任何丢失或消耗；请稍后重试。
went-wrong-title = 出错了
went-wrong = 问题出在我们这边，已记录。请返回重试。
not-whole-title = 我们未能完整收到
not-whole = 请返回重试。

## What server functions of other applications answer to who is not logged in

logged-out-try-again = 您已退出登录。请登录后重试。
did-not-work = 操作未成功。请稍后重试。
