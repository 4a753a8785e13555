### What emails say, each message once for both parts.

## Facts

mail-for = 收件人：
mail-from = 来自：
mail-when = 时间：
mail-until = 有效期至：
mail-account = 账号：
mail-browser = 浏览器：
mail-network = 网络：
mail-moment = { $date } { $clock } UTC
mail-until-minutes =
    { $until }（{ $minutes ->
       *[other] { $minutes } 分钟
    }）
mail-until-days =
    { $until }（{ $days ->
       *[other] { $days } 天
    }）
mail-works-once = 仅可使用一次。
mail-nothing-to-do = 如果是您本人操作，则无需采取任何措施。

## A code and a link

mail-log-in-subject = 登录 { $app }
mail-prove-subject = 更改您在 { $app } 的邮箱
mail-confirm-subject = 确认您在 { $app } 的新邮箱
mail-code-preheader =
    { $email } 的验证码和链接，有效期 { $minutes ->
       *[other] { $minutes } 分钟
    }。
mail-type-code = 请在索取验证码的地方输入：
mail-type-code-to-go-on = 要继续，请在索取验证码的地方输入：
mail-type-code-to-confirm = 请在索取验证码的地方输入。此后您将使用此邮箱登录：
mail-use-link = 请使用链接；验证码只能与链接一起使用：
mail-use-link-to-confirm = 请使用链接；验证码只能与链接一起使用。此后您将使用此邮箱登录：
mail-invited = 您受到邀请。请打开下方链接，并在那里输入此验证码：
mail-somebody-wants-change = 有人（可能是您）想将您账号的邮箱更改为 { $new_email }。
mail-or-link = 或在您索取邮件的浏览器中打开此链接：
mail-this-link = 链接如下：
mail-not-asked = 如果不是您请求的，请忽略：没有验证码，谁也无法登录。
mail-not-invited = 如果您不知道这是什么，请忽略：没有验证码，谁也无法登录。
mail-not-asked-change = 如果不是您本人，则有人正在使用您已登录的浏览器：请登录，然后在所有位置退出登录。
mail-other-browser-asks-code = 在其他浏览器中，链接还会要求输入验证码。
mail-other-browser-neither = 在其他浏览器中，两者均无法使用。
mail-any-browser = 两者在任何浏览器中均可使用。
mail-never-give = 切勿将验证码告诉任何人，并且只在 { $site } 输入。

## A change of address that was asked for

mail-changing-subject = 您在 { $app } 的邮箱即将更改
mail-changing-preheader = 从 { $old_email } 更改为 { $new_email }。您可以在 { $days ->
       *[other] { $days } 天
    }内撤销。
mail-changing-heading = 您的邮箱即将更改
mail-changing = 您在 { $app } 的账号将改用另一个邮箱：
mail-changing-logged-out = 该账号已在所有位置退出登录。如果是您本人操作，则无需采取任何措施：新邮箱验证后即归您使用。在此之前，请像以前一样使用旧邮箱登录。
mail-undo = 如果不是您本人，请打开此链接并撤销更改：
mail-changing-not-you = 如果不是您本人，则有人使用了您的账号或正在读取您的邮件。请同时更改您的邮箱密码。

## A change of address that has happened

mail-changed-subject = 您在 { $app } 的邮箱已更改
mail-changed-preheader = 从 { $old_email } 更改为 { $new_email }。您可以在 { $until } 之前撤销。
mail-changed-heading = 您的邮箱已更改
mail-changed = 您在 { $app } 的账号邮箱已更改：
mail-changed-was-you = 如果是您本人操作，则无需采取任何措施：请使用新邮箱登录。
mail-changed-late = 如果链接已失效，请照常使用此邮箱登录：同样可以撤销更改。此外，请更改您的邮箱密码：进行此操作的人可能正在读取您的邮件。

## An address that somebody else wanted

mail-taken-subject = 有人试图在 { $app } 使用您的邮箱
mail-taken-heading = 有人试图使用您的邮箱
mail-taken-preheader = { $email } 已属于您的账号。没有任何更改。
mail-left-preheader = { $email } 为其账号保留。没有任何更改。
mail-taken = 有人想将 { $app } 上另一个账号的邮箱更改为 { $email }。
mail-taken-why = 该邮箱已属于您的账号，因此没有任何更改。
mail-left-why = 某个账号不久前还在使用此邮箱，并且仍可恢复，因此为其保留，没有任何更改。
mail-taken-was-you = 如果是您本人：请使用此邮箱登录，您将进入此账号。要将其用于另一个账号，请先更改此账号的邮箱。
mail-left-was-you = 如果是您本人：请打开关于该更改的邮件中的链接以恢复，或等待其过期。
mail-taken-not-you = 如果不是您本人，则无需采取任何措施。此邮件不含验证码和链接，也没有人得知您拥有账号。

## A change of address that was undone

mail-undone-subject = 您在 { $app } 的邮箱已恢复为原邮箱
mail-undone-preheader = 该账号已恢复为原来的邮箱。
mail-undone-heading = 一项邮箱更改已被撤销
mail-undone = { $app } 上已改用 { $email } 的账号已恢复为之前的邮箱：能读取该邮箱的人撤销了更改。该账号已在所有位置退出登录，此邮箱无法再登录该账号。
mail-undone-was-you = 如果是您本人操作，则无需采取任何措施：请使用原邮箱登录。
mail-undone-not-you = 如果这是您的账号，而您不知道是谁所为，则有人正在读取您原邮箱的邮件：请更改其密码。

## A new browser

mail-new-browser-subject = 有新浏览器登录了 { $app }
mail-new-browser-heading = 有新浏览器登录
mail-new-browser = 一个我们未曾见过的浏览器登录了您在 { $app } 的账号：
mail-new-browser-not-you = 如果不是您本人，则有人正在读取您的邮件。请先更改您的邮箱密码，然后打开账号页面，在所有位置退出登录：
mail-open-account = 打开账号页面
mail-new-browser-why = 隐私窗口每次都算作新浏览器。24 小时内最多发送三封此类邮件；账号页面会列出所有已登录的浏览器。
