### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = 請輸入您的電子郵件地址。
error-address-incomplete = 這個地址不完整。正確格式如 ada@example.com。
error-address-too-long = 這個地址太長，無法作為電子郵件地址。請檢查是否重複貼上。
error-address-character = 這個地址含有我們無法使用的字元，可能是看不見的字元。請輸入一般的地址，例如 ada@example.com。
error-address-domain = 請檢查 @ 後面的內容：郵件無法送達。
error-not-a-code = 驗證碼有 { $digits } 位數字。請全部輸入。
error-wrong-code = 驗證碼不正確。
error-tries-used-up = 錯誤次數過多。請重新索取郵件。
error-expired = 此郵件已過期。請重新索取。
error-used = 此郵件已使用過。請重新索取。
error-codes-off = 這個信箱的錯誤驗證碼次數過多，因此僅憑驗證碼已無法登入。請改為開啟最新郵件中的連結。
error-no-challenge = 請先在此瀏覽器中取得驗證碼。如果您剛剛取得過，瀏覽器可能封鎖了 Cookie：請允許此網站使用 Cookie，然後再試一次。
error-bad-link = 此連結不完整。請開啟或複製郵件中的完整連結，或重新索取。如果瀏覽器封鎖 Cookie，請允許此網站使用。
error-code-needed = 請輸入與連結同一封郵件中的驗證碼。
error-only-where-asked = 此次信箱變更只能在提出要求的瀏覽器中繼續。請在那裡輸入驗證碼。
error-too-soon = 郵件正在寄送途中。請稍候再索取另一封。
error-emails-limited = 已有多封郵件被索取。無論是誰索取的，您收件匣中最新的一封在這裡同樣有效：請在此瀏覽器中開啟其連結，並輸入其中的驗證碼。
error-network-limited = 您的網路已索取了大量郵件。您收件匣中已有的郵件在這裡同樣有效：請在此瀏覽器中開啟其連結。使用其他網路（例如手機網路）則不必等待。
error-site-limited = 目前有非常多人在索取郵件。您收件匣中已有的郵件在這裡同樣有效：請在此瀏覽器中開啟其連結。
error-change-limited = 由於已索取大量郵件，您目前無法變更為該信箱。請稍後再試。
error-undo-email-limited = 由於已索取大量郵件，目前無法重新傳送那封郵件。已送達原信箱的郵件同樣可以復原變更。
error-codes-limited = 您的網路嘗試的驗證碼過多。您的嘗試次數沒有減少。
error-enough-emails = 您已索取多封郵件。您收件匣中最新的一封仍然有效。
error-same-address = 這已經是您的信箱。請輸入新的信箱。
error-change-refused = 您的信箱沒有變更：此郵件已無法用於變更。請使用原本的信箱登入，然後再次要求變更。
error-email-taken = 這裡的另一個帳號已使用該信箱，因此您的帳號保留原有的信箱。如果兩者都是您的，請詢問本網站的管理者。
error-change-not-offered = 這裡不能變更信箱。請詢問本網站的管理者。
error-no-access = 該信箱屬於您，但在這裡沒有存取權限。請向本網站的管理者申請，或使用其他信箱登入。
error-address-moved-away = 使用此信箱的帳號已改用另一個信箱。如果這不是您想要的，請復原。
error-bad-undo-link = 此連結不完整。請開啟或複製郵件中的完整連結。如果瀏覽器封鎖 Cookie，請允許此網站使用。
error-undo-expired = 復原此變更的期限已過。
error-undo-used = 此變更已復原。沒有其他需要復原的內容。
error-not-sure = 請先勾選方塊，以確認您的意願。
error-no-such-session = 您的工作階段中沒有這一個。
error-logged-out-meanwhile = 您在此期間已登出。請登入後再試一次。
error-client-unknown = 從同一位置執行此操作的次數有限，而本網站無法得知您的位置。問題出在我們這邊；沒有任何變更。
error-bad-request = 我們未能完整收到。請再試一次。
error-unavailable = 我們這邊出了問題。沒有任何變更；請稍後再試一次。

## What has happened

notice-logged-out = 您已登出。
notice-logged-out-everywhere = 您已在所有位置登出。
notice-session-ended = 您已被另一個瀏覽器登出。
notice-address-changing = 由於正在變更您的信箱，您已在所有位置登出。在新信箱驗證之前，請使用舊信箱登入。
notice-address-changed = 由於您的信箱已變更，您已在所有位置登出。請使用新信箱登入。
notice-change-undone = 您的信箱變更已復原，您已在所有位置登出。
notice-others-change-undone = 該信箱的變更已復原，其帳號已在所有位置登出。您在這裡仍登入著自己的帳號。
notice-session-expired = 您的工作階段已過期。請重新登入以繼續。
notice-session-replaced = 此工作階段已被同一瀏覽器中較新的取代。
notice-log-in-first = 請登入以查看該頁面。
notice-email-again = 我們已再寄一封郵件給您。
notice-new-address = 這是您現在的信箱。您已在其他所有位置登出。
notice-other-ended = 該瀏覽器已登出。
notice-others-ended = 您的其他所有瀏覽器都已登出。
notice-change-cancelled = 您的信箱維持不變。
notice-undo-email-sent = 我們已將郵件重新寄到您的原信箱。其中的連結可復原變更。

## Why an email certainly does not arrive

refused = 沒有郵件伺服器接收它。請檢查地址；如果無誤，則問題出在我們這邊，請稍後再試一次。
not-handed-over = 沒有郵件伺服器接收它。問題出在我們這邊，請稍後再試一次。

## What the account page calls something that has happened

event-log-in-requested = 索取郵件
event-logged-in = 登入
event-log-in-failed = 登入嘗試失敗
event-tries-used-up = 錯誤的驗證碼用盡所有嘗試次數
event-codes-off = 一百次錯誤的驗證碼：現在只能透過連結登入
event-used-again = 嘗試已使用過的郵件
event-logged-out = 登出
event-logged-out-everywhere = 在所有位置登出
event-session-ended = 從清單中登出一個瀏覽器
event-others-ended = 登出其他所有瀏覽器
event-limited = 要求過於頻繁
event-not-allowed = 嘗試結束他人的工作階段
event-no-access = 驗證了沒有存取權限的信箱
event-change-asked = 要求變更信箱
event-change-refused = 變更信箱遭拒
event-address-changed = 信箱已變更
event-change-undone = 信箱變更已復原
event-change-cancelled = 信箱變更已取消
event-undo-offered = 驗證了帳號已棄用的信箱
event-email-refused = 郵件伺服器拒收了關於變更信箱的郵件
event-email-given-up = 關於變更信箱的郵件無法送達
event-user-created = 帳號已建立
event-forgotten = 帳號已被遺忘

## Pages of failures: a title, and what to do

failure = 錯誤 { $status }
fault-origin-title = 您的瀏覽器遺漏了某些資訊
fault-origin = 為了您的安全，只有我們自己的頁面才能執行此操作，而您的瀏覽器沒有說明它所在的頁面：既沒有送出 Origin 標頭，也沒有送出 Sec-Fetch-Site。可能是隱私權擴充功能或 Proxy 將其移除。請允許此網站使用它們，或改用其他瀏覽器。
fault-client-title = 我們無法得知您的位置
fault-client = 從同一位置執行此操作的次數有限，而本網站無法得知您的位置。問題出在我們這邊，已記錄下來。沒有任何變更或消耗；請稍後再試。
fault-server-title = 此伺服器尚未就緒
fault-other-address-title = 此頁面是在其他網址開啟的
fault-other-address = 為了您的安全，此操作只能在網站自己的網址上進行。請前往首頁，在那裡操作。
not-found-title = 這裡什麼也沒有
not-found = 頁面可能已移動，或網址有誤。
unauthorized-title = 請先登入
unauthorized = 這裡僅供已登入的使用者使用。請前往首頁登入。
no-such-part-title = 沒有這個部分
no-such-part = 檔案沒有那麼長。請載入整個檔案。
forbidden-title = 該要求來自其他網站
forbidden = 為了您的安全，只有我們自己的頁面才能執行此操作。請前往首頁，從那裡再試一次。
not-here-title = 這裡無法執行該操作
not-here = 此網址不能單獨開啟。請前往首頁，從那裡進入。
too-slow-title = 花費的時間過長
too-slow = 連線太慢。請返回再試一次。
too-large-title = 內容過多
too-large = 表單內容超出我們可接受的範圍。請返回並縮短。
too-many-title = 請慢一點
too-many = 要求過多。請稍後再試一次。
back-soon-title = 我們馬上回來
back-soon = 我們這邊有部分服務沒有回應。沒有任何遺失或消耗；請稍後再試一次。
went-wrong-title = 發生錯誤
went-wrong = 問題出在我們這邊，已記錄下來。請返回再試一次。
not-whole-title = 我們未能完整收到
not-whole = 請返回再試一次。

## What server functions of other applications answer to who is not logged in

logged-out-try-again = 您已登出。請登入後再試一次。
did-not-work = 操作未成功。請稍後再試一次。
