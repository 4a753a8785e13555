### What emails say, each message once for both parts.

## Facts

mail-for = עבור:
mail-from = מאת:
mail-when = מתי:
mail-until = תקף עד:
mail-account = חשבון:
mail-browser = דפדפן:
mail-network = רשת:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] דקה אחת
        [two] { $minutes } דקות
        [many] { $minutes } דקות
       *[other] { $minutes } דקות
    })
mail-until-days =
    { $until } ({ $days ->
        [one] יום אחד
        [two] יומיים
        [many] { $days } ימים
       *[other] { $days } ימים
    })
mail-works-once = תקף פעם אחת.
mail-nothing-to-do = אם זה נעשה על ידך, אין צורך לעשות דבר.

## A code and a link

mail-log-in-subject = כניסה אל { $app }
mail-prove-subject = שינוי הכתובת שלך ב־{ $app }
mail-confirm-subject = אימות הכתובת החדשה שלך עבור { $app }
mail-code-preheader = הקוד והקישור שלך עבור { $email }, תקפים במשך { $minutes ->
        [one] דקה אחת
        [two] { $minutes } דקות
        [many] { $minutes } דקות
       *[other] { $minutes } דקות
    }.
mail-type-code = יש להקליד את הקוד הזה במקום שבו הוא התבקש:
mail-type-code-to-go-on = כדי להמשיך, יש להקליד את הקוד הזה במקום שבו הוא התבקש:
mail-type-code-to-confirm = יש להקליד את הקוד הזה במקום שבו הוא התבקש. מאז הכניסה היא עם הכתובת הזאת:
mail-use-link = יש להשתמש בקישור; הקוד פועל רק יחד איתו:
mail-use-link-to-confirm = יש להשתמש בקישור; הקוד פועל רק יחד איתו. מאז הכניסה היא עם הכתובת הזאת:
mail-invited = קיבלת הזמנה. יש לפתוח את הקישור שלמטה ולהקליד שם את הקוד הזה:
mail-somebody-wants-change = התקבלה בקשה, כנראה ממך, לשנות את כתובת החשבון שלך אל { $new_email }.
mail-or-link = או לפתוח את הקישור הזה בדפדפן שבו הוא התבקש:
mail-this-link = זה הקישור:
mail-not-asked = אם לא ביקשת זאת, אפשר להתעלם: בלי הקוד אף אחד לא נכנס.
mail-not-invited = אם לא ידוע לך מה זה, אפשר להתעלם: בלי הקוד אף אחד לא נכנס.
mail-not-asked-change = אם זה לא נעשה על ידך, מישהו משתמש בדפדפן שבו החשבון שלך פתוח: יש להיכנס ולצאת מכל המקומות.
mail-other-browser-asks-code = בדפדפן אחר הקישור מבקש גם את הקוד.
mail-other-browser-neither = בדפדפן אחר אף אחד מהם אינו פועל.
mail-any-browser = שניהם פועלים בכל דפדפן.
mail-never-give = אין למסור את הקוד לאיש, ויש להקליד אותו רק באתר { $site }.

## A change of address that was asked for

mail-changing-subject = הכתובת שלך ב־{ $app } עומדת להשתנות
mail-changing-preheader = מ־{ $old_email } אל { $new_email }. אפשר לבטל זאת במשך { $days ->
        [one] יום אחד
        [two] יומיים
        [many] { $days } ימים
       *[other] { $days } ימים
    }.
mail-changing-heading = הכתובת שלך עומדת להשתנות
mail-changing = החשבון שלך ב־{ $app } עומד לקבל כתובת אימייל אחרת:
mail-changing-logged-out = החשבון הוצא מכל המקומות. אם זה נעשה על ידך, אין צורך לעשות דבר: ברגע שהכתובת החדשה תאומת, היא תהיה שלך. עד אז הכניסה היא עם הישנה, כמו קודם.
mail-undo = אם זה לא נעשה על ידך, יש לפתוח את הקישור הזה ולבטל את השינוי:
mail-changing-not-you = אם זה לא נעשה על ידך, מישהו השתמש בחשבון שלך או קורא את האימייל שלך. יש לשנות גם את הסיסמה של האימייל.

## A change of address that has happened

mail-changed-subject = כתובת האימייל שלך ב־{ $app } השתנתה
mail-changed-preheader = מ־{ $old_email } אל { $new_email }. אפשר לבטל זאת עד { $until }.
mail-changed-heading = כתובת האימייל שלך השתנתה
mail-changed = כתובת האימייל של החשבון שלך ב־{ $app } השתנתה:
mail-changed-was-you = אם זה נעשה על ידך, אין צורך לעשות דבר: הכניסה היא עם החדשה.
mail-changed-late = אם הקישור כבר אינו פועל, אפשר להיכנס עם הכתובת הזאת כרגיל: גם זה מוביל לביטול השינוי. ויש לשנות את הסיסמה של חשבון האימייל: ייתכן שמי שעשה זאת קורא אותו.

## An address that somebody else wanted

mail-taken-subject = מישהו ניסה להשתמש בכתובת שלך ב־{ $app }
mail-taken-heading = מישהו ניסה להשתמש בכתובת שלך
mail-taken-preheader = { $email } כבר שייכת לחשבון שלך. שום דבר לא השתנה.
mail-left-preheader = { $email } שמורה לחשבון שלה. שום דבר לא השתנה.
mail-taken = מישהו רצה לשנות את הכתובת של חשבון אחר ב־{ $app } אל { $email }.
mail-taken-why = היא כבר שייכת לחשבון שלך, ולכן שום דבר לא השתנה.
mail-left-why = עד לא מזמן הכתובת הזאת הייתה של חשבון שעדיין יכול לחזור אליה, ולכן היא שמורה לו ושום דבר לא השתנה.
mail-taken-was-you = אם זה נעשה על ידך: כניסה עם הכתובת הזאת מובילה לחשבון הזה. כדי להשתמש בה עבור האחר, יש לשנות קודם את הכתובת של זה.
mail-left-was-you = אם זה נעשה על ידך: אפשר לפתוח את הקישור שבהודעה על אותו שינוי כדי לחזור, או לחכות עד שזמנו יעבור.
mail-taken-not-you = אם זה לא נעשה על ידך, אין צורך לעשות דבר. אין בהודעה הזאת קוד או קישור, ולאיש לא נאמר שיש לך חשבון.

## A change of address that was undone

mail-undone-subject = כתובת האימייל שלך ב־{ $app } חזרה לקודמת
mail-undone-preheader = החשבון חזר לכתובת האימייל הקודמת שלו.
mail-undone-heading = שינוי של כתובת אימייל בוטל
mail-undone = החשבון ב־{ $app } שעבר אל { $email } חזר לכתובת האימייל שהייתה לו קודם: מי שקורא אותה ביטל את השינוי. החשבון הוצא מכל המקומות, והכתובת הזאת כבר אינה מאפשרת כניסה אליו.
mail-undone-was-you = אם זה נעשה על ידך, אין צורך לעשות דבר: הכניסה היא עם הכתובת הקודמת.
mail-undone-not-you = אם החשבון שלך ולא ידוע לך מי עשה זאת, מישהו קורא את האימייל של הכתובת הקודמת שלך: יש לשנות את הסיסמה שלו.

## A new browser

mail-new-browser-subject = דפדפן חדש נכנס אל { $app }
mail-new-browser-heading = דפדפן חדש נכנס
mail-new-browser = דפדפן שלא ראינו קודם נכנס לחשבון שלך ב־{ $app }:
mail-new-browser-not-you = אם זה לא נעשה על ידך, מישהו קורא את האימייל שלך. יש לשנות קודם את הסיסמה של חשבון האימייל. אחר כך יש לפתוח את דף החשבון ולצאת מכל המקומות:
mail-open-account = פתיחת דף החשבון
mail-new-browser-why = חלון פרטי נחשב חדש בכל פעם. נשלחות לכל היותר שלוש הודעות כאלה ב־24 שעות; דף החשבון מציג כל דפדפן שנמצא בחשבון.
