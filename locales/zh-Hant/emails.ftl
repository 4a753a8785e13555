### What emails say, each message once for both parts.

## Facts

mail-for = 收件人：
mail-from = 來自：
mail-when = 時間：
mail-until = 有效期限至：
mail-account = 帳號：
mail-browser = 瀏覽器：
mail-network = 網路：
mail-moment = { $date } { $clock } UTC
mail-until-minutes =
    { $until }（{ $minutes ->
       *[other] { $minutes } 分鐘
    }）
mail-until-days =
    { $until }（{ $days ->
       *[other] { $days } 天
    }）
mail-works-once = 僅可使用一次。
mail-nothing-to-do = 如果是您本人操作，則不必採取任何動作。

## A code and a link

mail-log-in-subject = 登入 { $app }
mail-prove-subject = 變更您在 { $app } 的信箱
mail-confirm-subject = 確認您在 { $app } 的新信箱
mail-code-preheader =
    { $email } 的驗證碼和連結，有效期限 { $minutes ->
       *[other] { $minutes } 分鐘
    }。
mail-type-code = 請在索取驗證碼的地方輸入：
mail-type-code-to-go-on = 若要繼續，請在索取驗證碼的地方輸入：
mail-type-code-to-confirm = 請在索取驗證碼的地方輸入。此後您將使用此信箱登入：
mail-use-link = 請使用連結；驗證碼只能與連結一起使用：
mail-use-link-to-confirm = 請使用連結；驗證碼只能與連結一起使用。此後您將使用此信箱登入：
mail-invited = 您受到邀請。請開啟下方連結，並在那裡輸入此驗證碼：
mail-somebody-wants-change = 有人（可能是您）想將您帳號的信箱變更為 { $new_email }。
mail-or-link = 或在您索取郵件的瀏覽器中開啟此連結：
mail-this-link = 連結如下：
mail-not-asked = 如果不是您提出的，請忽略：沒有驗證碼，誰也無法登入。
mail-not-invited = 如果您不知道這是什麼，請忽略：沒有驗證碼，誰也無法登入。
mail-not-asked-change = 如果不是您本人，則有人正在使用您已登入的瀏覽器：請登入，然後在所有位置登出。
mail-other-browser-asks-code = 在其他瀏覽器中，連結還會要求輸入驗證碼。
mail-other-browser-neither = 在其他瀏覽器中，兩者都無法使用。
mail-any-browser = 兩者在任何瀏覽器中都可使用。
mail-never-give = 切勿將驗證碼告訴任何人，並且只在 { $site } 輸入。

## A change of address that was asked for

mail-changing-subject = 您在 { $app } 的信箱即將變更
mail-changing-preheader = 從 { $old_email } 變更為 { $new_email }。您可以在 { $days ->
       *[other] { $days } 天
    }內復原。
mail-changing-heading = 您的信箱即將變更
mail-changing = 您在 { $app } 的帳號將改用另一個信箱：
mail-changing-logged-out = 該帳號已在所有位置登出。如果是您本人操作，則不必採取任何動作：新信箱驗證後即屬於您。在那之前，請像以前一樣使用舊信箱登入。
mail-undo = 如果不是您本人，請開啟此連結並復原變更：
mail-changing-not-you = 如果不是您本人，則有人使用了您的帳號或正在讀取您的郵件。請一併變更您的信箱密碼。

## A change of address that has happened

mail-changed-subject = 您在 { $app } 的信箱已變更
mail-changed-preheader = 從 { $old_email } 變更為 { $new_email }。您可以在 { $until } 之前復原。
mail-changed-heading = 您的信箱已變更
mail-changed = 您在 { $app } 的帳號信箱已變更：
mail-changed-was-you = 如果是您本人操作，則不必採取任何動作：請使用新信箱登入。
mail-changed-late = 如果連結已失效，請照常使用此信箱登入：同樣可以復原變更。此外，請變更您的信箱密碼：進行此操作的人可能正在讀取您的郵件。

## An address that somebody else wanted

mail-taken-subject = 有人試圖在 { $app } 使用您的信箱
mail-taken-heading = 有人試圖使用您的信箱
mail-taken-preheader = { $email } 已屬於您的帳號。沒有任何變更。
mail-left-preheader = { $email } 為其帳號保留。沒有任何變更。
mail-taken = 有人想將 { $app } 上另一個帳號的信箱變更為 { $email }。
mail-taken-why = 該信箱已屬於您的帳號，因此沒有任何變更。
mail-left-why = 某個帳號不久前還在使用此信箱，並且仍可恢復，因此為其保留，沒有任何變更。
mail-taken-was-you = 如果是您本人：請使用此信箱登入，您將進入此帳號。若要將其用於另一個帳號，請先變更此帳號的信箱。
mail-left-was-you = 如果是您本人：請開啟關於該變更的郵件中的連結以恢復，或等待其過期。
mail-taken-not-you = 如果不是您本人，則不必採取任何動作。此郵件不含驗證碼和連結，也沒有人得知您擁有帳號。

## A change of address that was undone

mail-undone-subject = 您在 { $app } 的信箱已恢復為原信箱
mail-undone-preheader = 該帳號已恢復為原本的信箱。
mail-undone-heading = 一項信箱變更已復原
mail-undone = { $app } 上已改用 { $email } 的帳號已恢復為先前的信箱：能讀取該信箱的人復原了變更。該帳號已在所有位置登出，此信箱無法再登入該帳號。
mail-undone-was-you = 如果是您本人操作，則不必採取任何動作：請使用原信箱登入。
mail-undone-not-you = 如果這是您的帳號，而您不知道是誰所為，則有人正在讀取您原信箱的郵件：請變更其密碼。

## A new browser

mail-new-browser-subject = 有新的瀏覽器登入了 { $app }
mail-new-browser-heading = 有新的瀏覽器登入
mail-new-browser = 一個我們未曾見過的瀏覽器登入了您在 { $app } 的帳號：
mail-new-browser-not-you = 如果不是您本人，則有人正在讀取您的郵件。請先變更您的信箱密碼，然後開啟帳號頁面，在所有位置登出：
mail-open-account = 開啟帳號頁面
mail-new-browser-why = 私密視窗每次都算是新的瀏覽器。24 小時內最多寄送三封此類郵件；帳號頁面會列出所有已登入的瀏覽器。
