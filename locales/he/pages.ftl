### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = עברית
language = שפה
change-language = שינוי שפה

## Buttons and links of several pages

log-in = כניסה
logging-in = נכנסים…
log-out = יציאה
logging-out = יוצאים…
log-out-everywhere = יציאה מכל המקומות
sending = שולחים…
go-on = המשך
going-on = רק רגע…
go-to-start = לדף הבית
stay-logged-in = להישאר בחשבון
ask-for-new-email = בקשת הודעה חדשה
send-me-a-code = שלחו לי קוד
use-another-address = שימוש בכתובת אחרת
keep-address = להשאיר את הכתובת כמו שהיא
change-address = שינוי כתובת
changing = משנים…
your-account = החשבון שלך
keep-me-logged-in = להשאיר אותי בחשבון בדפדפן הזה
you-are-logged-in-as = נכנסת בתור { $email }.
you-are-logged-in-here-as = נכנסת כאן בתור { $email }.
questions = שאלות? { $support }
offline = אין חיבור לאינטרנט. מה שהוקלד עדיין כאן; אפשר לשלוח שוב כשהחיבור יחזור.

## Home

welcome-back = ברוך שובך
without-password = כניסה ללא סיסמה
needs-only-email = ל־{ $app } נדרשת רק כתובת האימייל שלך. אנחנו שולחים קוד וקישור; כל אחד מהם מספיק לכניסה, ואף אחד לא יכול לנחש, לגנוב או לשכוח סיסמה שאינה קיימת.
home-description = ב־{ $app } אין צורך בסיסמה: נכנסים עם קוד או קישור שאנחנו שולחים לכתובת האימייל.

## The page that asks for the email address

check-your-address = כדאי לבדוק את הכתובת
log-in-to = כניסה אל { $app }
your-email-address = כתובת האימייל שלך
we-will-send = נשלח לך קוד וקישור. אין צורך בסיסמה.
log-in-description = כניסה אל { $app } עם כתובת האימייל. אנחנו שולחים קוד וקישור; כל אחד מהם מספיק.

## The page that asks for the code

check-your-email = כדאי לבדוק את האימייל
prove-its-you = יש לאמת שזה אכן שלך
check-new-address = כדאי לבדוק את הכתובת החדשה
another-not-sent = לא הצלחנו לשלוח לך הודעה נוספת. הקודמת עדיין תקפה.
not-confirmed = שרת האימייל שלנו עוד לא אישר את ההודעה. ייתכן שהיא עוד תגיע, ואז הקוד והקישור יפעלו. אם לא, אפשר לבקש אחרת.
prove-present-first = עבר זמן מאז הכניסה שלך, לכן יש לאמת קודם את הכתובת הנוכחית. אחר כך השינוי אל { $email } יימשך.
logged-out-for-change = יצאת מכל המקומות. ברגע שהכתובת החדשה תאומת, היא תהיה שלך; עד אז אפשר להיכנס עם הישנה.
sending-to = אנחנו שולחים קוד וקישור אל { $email }. הם תקפים במשך { $minutes ->
        [one] דקה אחת
        [two] { $minutes } דקות
        [many] { $minutes } דקות
       *[other] { $minutes } דקות
    }, עד { $until }.
sent-to = שלחנו קוד וקישור אל { $email }. הם תקפים במשך { $minutes ->
        [one] דקה אחת
        [two] { $minutes } דקות
        [many] { $minutes } דקות
       *[other] { $minutes } דקות
    }, עד { $until }.
open-inbox = פתיחת { $name }
code-from-email = הקוד מההודעה
digits = { $digits } ספרות. רווחים לא משנים.
use-this-address = שימוש בכתובת הזאת
type-or-open = אפשר להקליד אותו שוב, או לפתוח את הקישור שבהודעה.
last-code = היו יותר מדי קודים שגויים. אפשר לבקש הודעה חדשה, או לפתוח את הקישור שבהודעה.
tries-left =
    { $left ->
        [one] נותר ניסיון אחד.
        [two] נותרו { $left } ניסיונות.
        [many] נותרו { $left } ניסיונות.
       *[other] נותרו { $left } ניסיונות.
    }
look-in-spam = לא הגיע כלום? כדאי לבדוק בספאם.
look-in-spam-each-works = לא הגיע כלום? כדאי לבדוק בספאם. ביקשת כמה הודעות; כל אחת מהן עדיין תקפה.
send-again = לשלוח שוב
in-time = בעוד { $time }
log-in-with-old-address = כניסה עם הכתובת הקודמת
not-sent = לא הצלחנו לשלוח את ההודעה
meant-for = היא נועדה אל { $email }.
try-again = ניסיון נוסף
ask-for-new-code = יש לבקש קוד חדש
send-me-new-code = שלחו לי קוד חדש
we-will-send-to = נשלח אותו אל { $email }.
we-will-send-to-present = נשלח אותו לכתובת הנוכחית שלך. אחר כך השינוי אל { $email } יימשך.
still-old-change-again = הכתובת שלך היא עדיין הישנה. יש להיכנס איתה ולשנות אותה שוב אל { $email }.

## The page where an email's link leads

another-is-logged-in = נכנסת כאן בתור { $email }. המשך יוציא את החשבון הזה. { $stay }
log-in-question = להיכנס?
logs-you-in-as = הכניסה תהיה בתור { $email }.
change-question = לשנות את הכתובת?
proves-and-changes = כך יאומת שזה { $email }, והכתובת תשתנה אל { $new_email }. תתבצע יציאה מכל המקומות.
use-question = להשתמש בכתובת הזאת?
from-now-on = מעכשיו הכניסה היא עם { $email }. עכשיו תתבצע כניסה.
type-code-too = יש להקליד גם את הקוד
asked-in-another-browser = הקישור הזה התבקש בדפדפן אחר: { $browser }, { $client }, { $asked_at }.
to-log-in-here = כדי להיכנס כאן בתור { $email }, יש להקליד את הקוד מאותה הודעה. אם לא ביקשת, יש לסגור את הדף הזה.
change-only-where-asked = שינוי הכתובת נמשך רק בדפדפן שבו הוא התבקש.
code = קוד
digits-with-link = { $digits } ספרות, בהודעה עם הקישור הזה
type-where-asked = יש להקליד את הקוד במקום שבו הוא התבקש
somebody-wants-address = מישהו רוצה ש־{ $email } תהיה כתובת האימייל של החשבון שלו. הוא ביקש זאת בדפדפן אחר: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = אם זה נעשה על ידך, יש לחזור לאותו דפדפן ולהקליד בו את הקוד מאותה הודעה. השינוי לא יימשך בשום מקום אחר.
give-code-to-nobody = אם לא ביקשת זאת, אין למסור את הקוד לאיש: הכתובת שלך תהפוך לכתובת של חשבון של מישהו אחר.
code-instead = הקישור הזה אינו שלם. במקום זאת יש להקליד את הקוד מאותה הודעה.
type-the-code = הקלדת הקוד
still-old-ask-again = הכתובת שלך היא עדיין הישנה. יש להיכנס איתה ולבקש את השינוי שוב.
link-used = הקישור הזה כבר נוצל
link-expired = תוקף הקישור פג
too-many-wrong-codes = יותר מדי קודים שגויים
link-does-not-work = הקישור הזה אינו פועל

## The account page

email-address = כתובת אימייל
you-log-in-with = הכניסה שלך היא עם { $email }.
change-waits = שינוי אל { $email } ממתין לאימות.
cancel-change = ביטול השינוי
cancelling = מבטלים…
it-changed = היא השתנתה מ־{ $old_email } אל { $new_email } { $moved_at }. ההודעה ששלחנו לכתובת הקודמת מאפשרת לחזור בחזרה, עד { $until }.
send-that-email-again = לשלוח שוב את ההודעה ההיא
where-logged-in = המקומות שבהם נכנסת
in-browsers =
    { $count ->
        [1] רק בדפדפן הזה.
        [one] בדפדפן אחד.
        [two] ב־{ $count } דפדפנים. כדאי לצאת מאלה שאינם מוכרים לך או שאינם בשימוש עוד.
        [many] ב־{ $count } דפדפנים. כדאי לצאת מאלה שאינם מוכרים לך או שאינם בשימוש עוד.
       *[other] ב־{ $count } דפדפנים. כדאי לצאת מאלה שאינם מוכרים לך או שאינם בשימוש עוד.
    }
none-on-this-page = אין כאלה בדף הזה.
this-one = הדפדפן הזה
last-seen = פעילות אחרונה { $at } · { $client }
logged-in-at = כניסה { $at }
log-out-which = יציאה מ־{ $browser }, { $client }, כניסה { $since }
stays-until = הדפדפן הזה נשאר בחשבון לכל היותר עד { $at }.
log-out-others = יציאה מכל השאר
pages-of-list = דפי הרשימה
earlier-page = הדף הקודם
next-page = הדף הבא
page-of = דף { $number } מתוך { $pages }
recent-activity = פעילות אחרונה
not-you = יש כאן משהו שלא נעשה על ידך? מי שיכול לקרוא את האימייל שלך יכול להיכנס: יש לשנות קודם את הסיסמה של האימייל.
unknown-browser = דפדפן לא מוכר
browser-on-system = { $browser } ב־{ $system }
unknown-client = לא ידוע

## The form for another email address, on our pages and on others

new-email-address = כתובת אימייל חדשה
what-a-change-does = נשלח אליה קוד, ונודיע לכתובת הנוכחית. תתבצע יציאה מכל המקומות.
type-new-address = יש להקליד את כתובת האימייל החדשה.
that-is-yours = זו כבר הכתובת שלך. יש להקליד את החדשה.

## A page whose session has ended

you-are-logged-out = יצאת מהחשבון

## The page that undoes a change of email address

undo-question = לבטל את השינוי?
nothing-to-undo = אין מה לבטל
address-is-now = כתובת החשבון הזה היא עכשיו { $email }; { $log_in }.
log-in-with-that = אפשר להיכנס איתה
or-give-back = או, אם זה לא רצוי לך, אפשר להחזיר לחשבון את כתובת האימייל הישנה:
somebody-asked = מישהו ביקש לשנות את כתובת האימייל של החשבון הזה, { $asked_at }:
from = מ־
to = אל
undo-moved = החשבון כבר עבר לשם. ביטול השינוי יחזיר לחשבון את הכתובת הישנה ויוציא מכל המקומות. אפשר לעשות זאת עד { $until }.
undo-not-proved = הכתובת החדשה עוד לא אומתה. ביטול השינוי ישאיר לחשבון את הכתובת הישנה ויוציא מכל המקומות. אפשר לעשות זאת עד { $until }.
i-dont-want = אני לא רוצה את השינוי הזה
undo = ביטול השינוי
undoing = מבטלים…

## The page that asks before it logs out everywhere

log-out-everywhere-question = לצאת מכל המקומות?
ends-all = כך יסתיימו כל ההפעלות שלך, בדפדפן הזה ובכל האחרים. כל דף שעדיין פתוח ייסגר.

## The page of a limit

a-little-later = עוד מעט
open-it-all-the-same = ההודעה ישנה מדי, או לכתובת אחרת? אפשר בכל זאת לפתוח את הקישור שלה, ואז לבקש כאן שוב.
ask-again-from = אפשר לבקש שוב החל מ־{ $until }.
go-on-from = אפשר להמשיך החל מ־{ $until }.
type-a-code = הקלדת קוד
one-moment = רק רגע…
back-to-account = חזרה לחשבון

## The development mailbox

mailbox = תיבת דואר
mailbox-lead = ההודעות של שרת הפיתוח הזה, החדשות בראש. הן נשמרות בזיכרון עד שהוא נעצר; הגדרת { $setting } תשלח אותן לשרת אימייל.
no-emails = עדיין אין הודעות. { $ask }.
ask-for-one = אפשר לבקש אחת
email-to-at = אל { $email } · { $at }
email-to = הודעה אל { $email }
as-plain-text = כטקסט פשוט

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = ממש עכשיו
minutes-ago =
    { $minutes ->
        [one] לפני דקה
        [two] לפני { $minutes } דקות
        [many] לפני { $minutes } דקות
       *[other] לפני { $minutes } דקות
    }
yesterday = אתמול
today = היום
tomorrow = מחר
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
