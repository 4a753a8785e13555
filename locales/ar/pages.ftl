### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = العربية
language = اللغة
change-language = تغيير اللغة

## Buttons and links of several pages

log-in = تسجيل الدخول
logging-in = جارٍ تسجيل الدخول…
log-out = تسجيل الخروج
logging-out = جارٍ تسجيل الخروج…
log-out-everywhere = تسجيل الخروج من كل مكان
sending = جارٍ الإرسال…
go-on = متابعة
going-on = لحظة من فضلك…
go-to-start = الذهاب إلى البداية
stay-logged-in = البقاء في الحساب
ask-for-new-email = طلب رسالة جديدة
send-me-a-code = أرسل لي رمزًا
use-another-address = استخدام عنوان آخر
keep-address = إبقاء العنوان كما هو
change-address = تغيير العنوان
changing = جارٍ التغيير…
your-account = حسابك
keep-me-logged-in = إبقائي مسجّل الدخول في هذا المتصفح
you-are-logged-in-as = أنت مسجّل الدخول باسم { $email }.
you-are-logged-in-here-as = أنت مسجّل الدخول هنا باسم { $email }.
questions = هل لديك أسئلة؟ { $support }
offline = أنت غير متصل بالإنترنت. ما كتبته لا يزال هنا؛ أرسله مرة أخرى عند عودة الاتصال.

## Home

welcome-back = مرحبًا بعودتك
without-password = تسجيل الدخول بلا كلمة مرور
needs-only-email = لا يحتاج { $app } إلا إلى بريدك الإلكتروني. نرسل إليك رمزًا ورابطًا، وأي منهما يكفي للدخول، ولا أحد يستطيع تخمين كلمة مرور غير موجودة أو سرقتها أو نسيانها.
home-description = لا يحتاج { $app } إلى كلمة مرور: تسجّل الدخول برمز أو رابط نرسله إلى بريدك الإلكتروني.

## The page that asks for the email address

check-your-address = تحقّق من عنوانك
log-in-to = تسجيل الدخول إلى { $app }
your-email-address = بريدك الإلكتروني
we-will-send = سنرسل إليك رمزًا ورابطًا. لا حاجة إلى كلمة مرور.
log-in-description = سجّل الدخول إلى { $app } ببريدك الإلكتروني. نرسل إليك رمزًا ورابطًا، وأي منهما يكفي.

## The page that asks for the code

check-your-email = تحقّق من بريدك
prove-its-you = أكّد أنه أنت
check-new-address = تحقّق من عنوانك الجديد
another-not-sent = لم نتمكن من إرسال رسالة أخرى إليك. الرسالة السابقة لا تزال صالحة.
not-confirmed = لم يؤكد خادم البريد رسالتك بعد. قد تصل، وعندها يعمل رمزها ورابطها. وإن لم تصل، فاطلب رسالة أخرى.
prove-present-first = مضى وقت على تسجيل دخولك، لذا أكّد عنوانك الحالي أولًا. ثم يستمر التغيير إلى { $email }.
logged-out-for-change = تم تسجيل خروجك من كل مكان. سيصبح العنوان الجديد لك فور تأكيده، وحتى ذلك الحين يمكنك تسجيل الدخول بالعنوان القديم.
sending-to = نرسل الآن رمزًا ورابطًا إلى { $email }. يعملان لمدة { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }، حتى { $until }.
sent-to = أرسلنا رمزًا ورابطًا إلى { $email }. يعملان لمدة { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }، حتى { $until }.
open-inbox = فتح { $name }
code-from-email = الرمز من الرسالة
digits = { $digits } أرقام. المسافات لا تهم.
use-this-address = استخدام هذا العنوان
type-or-open = اكتبه مرة أخرى، أو افتح الرابط في الرسالة.
last-code = عدد الرموز الخاطئة أكبر من المسموح. اطلب رسالة جديدة، أو افتح الرابط في الرسالة.
tries-left =
    { $left ->
        [zero] لم تبقَ محاولات.
        [one] بقيت محاولة واحدة.
        [two] بقيت محاولتان.
        [few] بقيت { $left } محاولات.
        [many] بقيت { $left } محاولة.
       *[other] بقيت { $left } محاولة.
    }
look-in-spam = لم يصل شيء؟ ابحث في البريد غير المرغوب فيه.
look-in-spam-each-works = لم يصل شيء؟ ابحث في البريد غير المرغوب فيه. طلبت عدة رسائل، وكل واحدة منها لا تزال صالحة.
send-again = إعادة الإرسال
in-time = خلال { $time }
log-in-with-old-address = تسجيل الدخول بعنوانك السابق
not-sent = لم نتمكن من إرسال رسالتك
meant-for = كانت موجّهة إلى { $email }.
try-again = إعادة المحاولة
ask-for-new-code = اطلب رمزًا جديدًا
send-me-new-code = أرسل لي رمزًا جديدًا
we-will-send-to = سنرسله إلى { $email }.
we-will-send-to-present = سنرسله إلى عنوانك الحالي. ثم يستمر التغيير إلى { $email }.
still-old-change-again = لا يزال عنوانك هو القديم. سجّل الدخول به، ثم غيّره إلى { $email } مرة أخرى.

## The page where an email's link leads

another-is-logged-in = أنت مسجّل الدخول هنا باسم { $email }. المتابعة تسجّل خروج ذلك الحساب. { $stay }
log-in-question = هل تريد تسجيل الدخول؟
logs-you-in-as = ستسجّل الدخول باسم { $email }.
change-question = هل تريد تغيير عنوانك؟
proves-and-changes = هذا يؤكد أنك { $email }، ويغيّر عنوانك إلى { $new_email }. سيتم تسجيل خروجك من كل مكان.
use-question = هل تريد استخدام هذا العنوان؟
from-now-on = من الآن فصاعدًا تسجّل الدخول بالعنوان { $email }. هذا يسجّل دخولك.
type-code-too = اكتب الرمز أيضًا
asked-in-another-browser = طُلب هذا الرابط في متصفح آخر: { $browser }، { $client }، { $asked_at }.
to-log-in-here = لتسجيل الدخول هنا باسم { $email }، اكتب الرمز من الرسالة نفسها. وإن لم تطلب ذلك، فأغلق هذه الصفحة.
change-only-where-asked = لا يستمر تغيير العنوان إلا في المتصفح الذي طلبه.
code = الرمز
digits-with-link = { $digits } أرقام، في الرسالة التي تحوي هذا الرابط
type-where-asked = اكتب الرمز حيث طلبته
somebody-wants-address = يريد شخص ما أن يكون { $email } عنوان بريد حسابه. طلب ذلك في متصفح آخر: { $browser }، { $client }، { $asked_at }.
go-back-to-browser = إن كنت أنت، فارجع إلى ذلك المتصفح واكتب فيه الرمز من الرسالة نفسها. لا يستمر التغيير في أي مكان آخر.
give-code-to-nobody = إن لم تطلب ذلك، فلا تعطِ الرمز لأحد: سيصبح عنوانك عنوان حساب شخص آخر.
code-instead = هذا الرابط غير مكتمل. اكتب بدلًا منه الرمز من الرسالة نفسها.
type-the-code = كتابة الرمز
still-old-ask-again = لا يزال عنوانك هو القديم. سجّل الدخول به، ثم اطلب التغيير مرة أخرى.
link-used = استُخدم هذا الرابط من قبل
link-expired = انتهت صلاحية هذا الرابط
too-many-wrong-codes = عدد كبير من الرموز الخاطئة
link-does-not-work = هذا الرابط لا يعمل

## The account page

email-address = البريد الإلكتروني
you-log-in-with = تسجّل الدخول بالعنوان { $email }.
change-waits = التغيير إلى { $email } بانتظار التأكيد.
cancel-change = إلغاء التغيير
cancelling = جارٍ الإلغاء…
it-changed = تغيّر من { $old_email } إلى { $new_email } { $moved_at }. الرسالة التي أرسلناها إلى العنوان السابق تتيح التراجع عن ذلك، حتى { $until }.
send-that-email-again = إعادة إرسال تلك الرسالة
where-logged-in = أين أنت مسجّل الدخول
in-browsers =
    { $count ->
        [1] في هذا المتصفح فقط.
        [zero] في { $count } متصفح.
        [one] في متصفح واحد.
        [two] في متصفحين. سجّل الخروج من المتصفحات التي لا تعرفها أو لم تعد تستخدمها.
        [few] في { $count } متصفحات. سجّل الخروج من المتصفحات التي لا تعرفها أو لم تعد تستخدمها.
        [many] في { $count } متصفحًا. سجّل الخروج من المتصفحات التي لا تعرفها أو لم تعد تستخدمها.
       *[other] في { $count } متصفح. سجّل الخروج من المتصفحات التي لا تعرفها أو لم تعد تستخدمها.
    }
none-on-this-page = لا يوجد شيء في هذه الصفحة.
this-one = هذا المتصفح
last-seen = آخر ظهور { $at } · { $client }
logged-in-at = تسجيل الدخول { $at }
log-out-which = تسجيل خروج { $browser }، { $client }، تاريخ الدخول { $since }
stays-until = يبقى هذا المتصفح مسجّل الدخول حتى { $at } على أبعد تقدير.
log-out-others = تسجيل خروج كل المتصفحات الأخرى
pages-of-list = صفحات القائمة
earlier-page = الصفحة السابقة
next-page = الصفحة التالية
page-of = الصفحة { $number } من { $pages }
recent-activity = النشاط الأخير
not-you = هل ترى هنا شيئًا لم تفعله؟ من يستطيع قراءة بريدك يستطيع تسجيل الدخول: غيّر كلمة مرور بريدك أولًا.
unknown-browser = متصفح غير معروف
browser-on-system = { $browser } على { $system }
unknown-client = غير معروف

## The form for another email address, on our pages and on others

new-email-address = البريد الإلكتروني الجديد
what-a-change-does = سنرسل إليه رمزًا ونُعلم عنوانك الحالي. سيتم تسجيل خروجك من كل مكان.
type-new-address = اكتب بريدك الإلكتروني الجديد.
that-is-yours = هذا هو عنوانك بالفعل. اكتب العنوان الجديد.

## A page whose session has ended

you-are-logged-out = تم تسجيل خروجك

## The page that undoes a change of email address

undo-question = هل تريد التراجع عن التغيير؟
nothing-to-undo = لا شيء للتراجع عنه
address-is-now = عنوان هذا الحساب الآن هو { $email }؛ { $log_in }.
log-in-with-that = سجّل الدخول به
or-give-back = أو، إن كنت لا تريد ذلك، أعد إلى الحساب بريده الإلكتروني القديم:
somebody-asked = طلب شخص ما تغيير البريد الإلكتروني لهذا الحساب، { $asked_at }:
from = من
to = إلى
undo-moved = انتقل الحساب إلى العنوان الجديد. التراجع يعيد إليه عنوانه القديم، ويسجّل الخروج من كل مكان. يمكنك فعل ذلك حتى { $until }.
undo-not-proved = لم يُؤكَّد العنوان الجديد بعد. التراجع يُبقي للحساب عنوانه القديم، ويسجّل الخروج من كل مكان. يمكنك فعل ذلك حتى { $until }.
i-dont-want = لا أريد هذا التغيير
undo = التراجع عن التغيير
undoing = جارٍ التراجع…

## The page that asks before it logs out everywhere

log-out-everywhere-question = هل تريد تسجيل الخروج من كل مكان؟
ends-all = هذا ينهي كل جلساتك، في هذا المتصفح وفي كل المتصفحات الأخرى. كل صفحة لا تزال مفتوحة تُغلق.

## The page of a limit

a-little-later = بعد قليل
open-it-all-the-same = هل هي قديمة جدًا أو لعنوان آخر؟ افتح رابطها على أي حال، ثم اطلب هنا مرة أخرى.
ask-again-from = يمكنك الطلب مرة أخرى ابتداءً من { $until }.
go-on-from = يمكنك المتابعة ابتداءً من { $until }.
type-a-code = كتابة رمز
one-moment = لحظة من فضلك…
back-to-account = العودة إلى حسابك

## The development mailbox

mailbox = صندوق البريد
mailbox-lead = رسائل خادم التطوير هذا، الأحدث أولًا. تبقى في الذاكرة حتى يتوقف؛ اضبط { $setting } لتذهب إلى خادم بريد.
no-emails = لا رسائل بعد. { $ask }.
ask-for-one = اطلب واحدة
email-to-at = إلى { $email } · { $at }
email-to = رسالة إلى { $email }
as-plain-text = كنص عادي

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = الآن
minutes-ago =
    { $minutes ->
        [zero] الآن
        [one] قبل دقيقة
        [two] قبل دقيقتين
        [few] قبل { $minutes } دقائق
        [many] قبل { $minutes } دقيقة
       *[other] قبل { $minutes } دقيقة
    }
yesterday = أمس
today = اليوم
tomorrow = غدًا
clock-utc = { $clock } UTC
day-and-clock = { $day }، { $clock }
