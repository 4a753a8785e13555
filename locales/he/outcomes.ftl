### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = יש להקליד את כתובת האימייל.
error-address-incomplete = הכתובת הזאת אינה שלמה. היא אמורה להיראות כמו ada@example.com.
error-address-too-long = הכתובת הזאת ארוכה מדי לאימייל. כדאי לבדוק אם משהו הודבק פעמיים.
error-address-character = בכתובת הזאת יש תו שאיננו יכולים להשתמש בו, אולי תו בלתי נראה. יש להקליד כתובת פשוטה, כמו ada@example.com.
error-address-domain = כדאי לבדוק מה בא אחרי ה־@: שום הודעה לא תגיע לשם.
error-not-a-code = בקוד יש { $digits } ספרות. יש להקליד את כולן.
error-wrong-code = הקוד הזה אינו תואם.
error-tries-used-up = היו יותר מדי קודים שגויים. יש לבקש הודעה חדשה.
error-expired = הזמן של ההודעה הזאת עבר. יש לבקש חדשה.
error-used = ההודעה הזאת כבר נוצלה. יש לבקש חדשה.
error-codes-off = נוסו יותר מדי קודים שגויים עבור הכתובת הזאת, ולכן קוד לבדו כבר אינו מספיק. במקום זאת יש לפתוח את הקישור שבהודעה החדשה ביותר.
error-no-challenge = יש לבקש קודם קוד בדפדפן הזה. אם ביקשת זה עתה, ייתכן שהוא חוסם קובצי Cookie: יש לאפשר אותם לאתר הזה ולנסות שוב.
error-bad-link = הקישור הזה אינו שלם. יש לפתוח או להעתיק את כולו מההודעה, או לבקש חדשה. אם הדפדפן חוסם קובצי Cookie, יש לאפשר אותם לאתר הזה.
error-code-needed = יש להקליד את הקוד שנמצא באותה הודעה עם הקישור.
error-only-where-asked = שינוי כתובת האימייל הזה נמשך רק בדפדפן שבו הוא התבקש. יש להקליד שם את הקוד.
error-too-soon = הודעה כבר בדרך. כדאי לחכות רגע לפני שמבקשים עוד אחת.
error-emails-limited = התבקשו כמה הודעות. החדשה ביותר בתיבת הדואר הנכנס תקפה גם כאן, לא משנה מי ביקש אותה: יש לפתוח את הקישור שלה בדפדפן הזה ולהקליד את הקוד שלה.
error-network-limited = מהרשת שלך התבקשו הודעות רבות. הודעה שכבר הגיעה לתיבת הדואר הנכנס תקפה גם כאן: יש לפתוח את הקישור שלה בדפדפן הזה. ברשת אחרת, כמו זו של הטלפון, אין צורך לחכות.
error-site-limited = אנשים רבים מאוד מבקשים הודעות כרגע. הודעה שכבר הגיעה לתיבת הדואר הנכנס תקפה גם כאן: יש לפתוח את הקישור שלה בדפדפן הזה.
error-change-limited = אי אפשר לעבור לכתובת הזאת כרגע, כי התבקשו הודעות רבות. אפשר לנסות שוב עוד מעט.
error-undo-email-limited = אי אפשר לשלוח שוב את ההודעה ההיא כרגע, כי התבקשו הודעות רבות. גם הודעה שכבר הגיעה לכתובת הקודמת מבטלת את השינוי.
error-codes-limited = נוסו יותר מדי קודים מהרשת שלך. אף אחד מהניסיונות שלך לא נוצל.
error-enough-emails = ביקשת כמה הודעות. החדשה ביותר בתיבת הדואר הנכנס עדיין תקפה.
error-same-address = זו כבר הכתובת שלך. יש להקליד את החדשה.
error-change-refused = הכתובת לא שונתה: ההודעה הזאת כבר אינה מאפשרת זאת. יש להיכנס עם הכתובת הקודמת ולבקש את השינוי שוב.
error-email-taken = כתובת האימייל הזאת כבר שייכת לחשבון אחר כאן, ולכן החשבון שלך שומר על הכתובת שיש לו. אם שניהם שלך, אפשר לפנות למנהלי האתר.
error-change-not-offered = כאן לא משנים כתובות אימייל. אפשר לפנות למנהלי האתר.
error-no-access = כתובת האימייל שלך, אבל אין לה גישה כאן. אפשר לבקש גישה ממנהלי האתר, או להיכנס עם כתובת אחרת.
error-address-moved-away = החשבון עם כתובת האימייל הזאת עבר לכתובת אחרת. אם זה לא היה רצוי לך, אפשר לבטל זאת.
error-bad-undo-link = הקישור הזה אינו שלם. יש לפתוח או להעתיק את כולו מההודעה. אם הדפדפן חוסם קובצי Cookie, יש לאפשר אותם לאתר הזה.
error-undo-expired = הזמן לביטול השינוי הזה עבר.
error-undo-used = השינוי הזה כבר בוטל. לא נותר מה לבטל.
error-not-sure = יש לסמן קודם את התיבה, כדי לאשר שזו הכוונה.
error-no-such-session = אין הפעלה כזאת בין ההפעלות שלך.
error-logged-out-meanwhile = בינתיים יצאת מהחשבון. יש להיכנס ולנסות שוב.
error-client-unknown = מספר הפעמים שאפשר לעשות זאת ממקום אחד מוגבל, והאתר הזה לא ידע מאיפה הבקשה. התקלה אצלנו; שום דבר לא השתנה.
error-bad-request = זה לא הגיע אלינו בשלמותו. אפשר לנסות שוב.
error-unavailable = משהו אצלנו אינו תקין. שום דבר לא השתנה; אפשר לנסות שוב עוד רגע.

## What has happened

notice-logged-out = יצאת מהחשבון.
notice-logged-out-everywhere = יצאת מכל המקומות.
notice-session-ended = היציאה התבצעה מדפדפן אחר.
notice-address-changing = יצאת מכל המקומות כי כתובת האימייל שלך משתנה. עד שהחדשה תאומת, הכניסה היא עם הישנה.
notice-address-changed = יצאת מכל המקומות כי כתובת האימייל שלך השתנתה. הכניסה היא עם החדשה.
notice-change-undone = שינוי כתובת האימייל שלך בוטל, ויצאת מכל המקומות.
notice-others-change-undone = השינוי של כתובת האימייל ההיא בוטל, והחשבון שלה הוצא מכל המקומות. כאן החשבון שלך עדיין פתוח.
notice-session-expired = תוקף ההפעלה שלך פג. יש להיכנס שוב כדי להמשיך.
notice-session-replaced = ההפעלה הזאת הוחלפה בחדשה יותר באותו דפדפן.
notice-log-in-first = יש להיכנס כדי לראות את הדף ההוא.
notice-email-again = שלחנו לך הודעה נוספת.
notice-new-address = זו כתובת האימייל שלך מעכשיו. יצאת מכל שאר המקומות.
notice-other-ended = הדפדפן ההוא יצא מהחשבון.
notice-others-ended = כל שאר הדפדפנים שלך יצאו מהחשבון.
notice-change-cancelled = כתובת האימייל שלך נשארת כמו שהיא.
notice-undo-email-sent = שלחנו שוב את ההודעה לכתובת הקודמת שלך. הקישור שבה מבטל את השינוי.

## Why an email certainly does not arrive

refused = אף שרת אימייל לא קיבל אותה. כדאי לבדוק את הכתובת; אם היא נכונה, התקלה אצלנו, ואפשר לנסות שוב עוד רגע.
not-handed-over = אף שרת אימייל לא קיבל אותה. התקלה אצלנו, ואפשר לנסות שוב עוד רגע.

## What the account page calls something that has happened

event-log-in-requested = בקשת הודעה
event-logged-in = כניסה
event-log-in-failed = ניסיון כניסה שלא הצליח
event-tries-used-up = כל הניסיונות נוצלו בקודים שגויים
event-codes-off = מאה קודים שגויים: רק קישור מאפשר כניסה עכשיו
event-used-again = ניסיון עם הודעה שכבר נוצלה
event-logged-out = יציאה
event-logged-out-everywhere = יציאה מכל המקומות
event-session-ended = הוצאת דפדפן מהרשימה
event-others-ended = הוצאת כל שאר הדפדפנים
event-limited = בקשות תכופות מדי
event-not-allowed = ניסיון לסיים הפעלה של מישהו אחר
event-no-access = אימות כתובת אימייל שאין לה גישה
event-change-asked = בקשה לשנות את כתובת האימייל
event-change-refused = שינוי כתובת האימייל נדחה
event-address-changed = כתובת האימייל שונתה
event-change-undone = שינוי כתובת האימייל בוטל לאחר מעשה
event-change-cancelled = בקשה לשינוי כתובת האימייל בוטלה
event-undo-offered = אימות כתובת האימייל שהחשבון עזב
event-email-refused = שרת אימייל דחה הודעה על שינוי כתובת
event-email-given-up = הודעה על שינוי כתובת לא נמסרה
event-user-created = החשבון נוצר
event-forgotten = החשבון נשכח

## Pages of failures: a title, and what to do

failure = שגיאה { $status }
fault-origin-title = הדפדפן שלך השמיט משהו
fault-origin = לביטחונך רק הדפים שלנו רשאים לעשות זאת, והדפדפן שלך לא אמר באיזה דף הוא היה: הוא לא שלח את הכותרת Origin וגם לא את Sec-Fetch-Site. ייתכן שתוסף פרטיות או שרת Proxy מסירים אותן. יש לאפשר אותן לאתר הזה, או להשתמש בדפדפן אחר.
fault-client-title = אי אפשר לדעת מאיפה הבקשה
fault-client = מספר הפעמים שאפשר לעשות זאת ממקום אחד מוגבל, והאתר הזה לא ידע מאיפה הבקשה. התקלה אצלנו ונרשמה. שום דבר לא השתנה ולא נוצל; אפשר לנסות שוב מאוחר יותר.
fault-server-title = השרת הזה עדיין לא מוכן
fault-other-address-title = הדף הזה פתוח בכתובת אחרת
fault-other-address = לביטחונך זה פועל רק בכתובת של האתר עצמו. יש לעבור לדף הבית ולעשות זאת שם.
not-found-title = אין כאן כלום
not-found = ייתכן שהדף הועבר, או שיש שגיאת הקלדה בכתובת שלו.
unauthorized-title = יש להיכנס קודם
unauthorized = זה מיועד למי שנכנסו. יש לעבור לדף הבית ולהיכנס שם.
no-such-part-title = אין חלק כזה
no-such-part = הקובץ קצר מזה. יש לטעון את כולו.
forbidden-title = זה הגיע מאתר אחר
forbidden = לביטחונך רק הדפים שלנו רשאים לעשות זאת. יש לעבור לדף הבית ולנסות שוב משם.
not-here-title = אי אפשר לעשות זאת כאן
not-here = אי אפשר לפתוח את הכתובת הזאת בפני עצמה. יש לעבור לדף הבית ולמצוא את הדרך משם.
too-slow-title = זה ארך יותר מדי זמן
too-slow = החיבור היה איטי מדי. יש לחזור ולנסות שוב.
too-large-title = זה היה יותר מדי
too-large = הטופס הכיל יותר ממה שאנחנו יכולים לקבל. יש לחזור ולקצר אותו.
too-many-title = קצת יותר לאט, בבקשה
too-many = היו יותר מדי בקשות. אפשר לנסות שוב עוד רגע.
back-soon-title = תכף נחזור
back-soon = משהו אצלנו אינו עונה. שום דבר לא אבד ולא נוצל; אפשר לנסות שוב עוד רגע.
went-wrong-title = משהו השתבש
went-wrong = התקלה אצלנו ונרשמה. יש לחזור ולנסות שוב.
not-whole-title = זה לא הגיע אלינו בשלמותו
not-whole = יש לחזור ולנסות שוב.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = יצאת מהחשבון. יש להיכנס ולנסות שוב.
did-not-work = זה לא הצליח. אפשר לנסות שוב עוד רגע.
