### What emails say, each message once for both parts.

## Facts

mail-for = إلى:
mail-from = من:
mail-when = متى:
mail-until = صالح حتى:
mail-account = الحساب:
mail-browser = المتصفح:
mail-network = الشبكة:
mail-moment = { $date }، { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    })
mail-until-days =
    { $until } ({ $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    })
mail-works-once = يعمل مرة واحدة.
mail-nothing-to-do = إن كنت أنت، فلا حاجة إلى فعل شيء.

## A code and a link

mail-log-in-subject = تسجيل الدخول إلى { $app }
mail-prove-subject = تغيير عنوانك في { $app }
mail-confirm-subject = أكّد عنوانك الجديد في { $app }
mail-code-preheader = رمزك ورابطك للعنوان { $email }، صالحان لمدة { $minutes ->
        [zero] { $minutes } دقيقة
        [one] دقيقة واحدة
        [two] دقيقتين
        [few] { $minutes } دقائق
        [many] { $minutes } دقيقة
       *[other] { $minutes } دقيقة
    }.
mail-type-code = اكتب هذا الرمز حيث طلبته:
mail-type-code-to-go-on = للمتابعة، اكتب هذا الرمز حيث طلبته:
mail-type-code-to-confirm = اكتب هذا الرمز حيث طلبته. بعد ذلك تسجّل الدخول بهذا العنوان:
mail-use-link = استخدم الرابط؛ لا يعمل الرمز إلا معه:
mail-use-link-to-confirm = استخدم الرابط؛ لا يعمل الرمز إلا معه. بعد ذلك تسجّل الدخول بهذا العنوان:
mail-invited = وصلتك دعوة. افتح الرابط أدناه واكتب هذا الرمز هناك:
mail-somebody-wants-change = يريد شخص ما، أنت على الأرجح، تغيير عنوان حسابك إلى { $new_email }.
mail-or-link = أو افتح هذا الرابط في المتصفح الذي طلبته فيه:
mail-this-link = هذا هو الرابط:
mail-not-asked = إن لم تطلب هذا، فتجاهله: لا أحد يدخل بدون الرمز.
mail-not-invited = إن كنت لا تعرف ما هذا، فتجاهله: لا أحد يدخل بدون الرمز.
mail-not-asked-change = إن لم تكن أنت، فهناك من يستخدم متصفحًا أنت مسجّل الدخول فيه: سجّل الدخول ثم سجّل الخروج من كل مكان.
mail-other-browser-asks-code = في متصفح آخر يطلب الرابط الرمز أيضًا.
mail-other-browser-neither = في متصفح آخر لا يعمل أي منهما.
mail-any-browser = كلاهما يعمل في أي متصفح.
mail-never-give = لا تعطِ الرمز لأحد أبدًا، ولا تكتبه إلا في { $site }.

## A change of address that was asked for

mail-changing-subject = عنوانك في { $app } على وشك التغيير
mail-changing-preheader = من { $old_email } إلى { $new_email }. يمكنك التراجع لمدة { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومين
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }.
mail-changing-heading = عنوانك على وشك التغيير
mail-changing = سيحصل حسابك في { $app } على بريد إلكتروني آخر:
mail-changing-logged-out = تم تسجيل خروجه من كل مكان. إن كنت أنت، فلا حاجة إلى فعل شيء: سيصبح العنوان الجديد لك فور تأكيده. وحتى ذلك الحين سجّل الدخول بالعنوان القديم كالمعتاد.
mail-undo = إن لم تكن أنت، فافتح هذا الرابط وتراجع عن التغيير:
mail-changing-not-you = إن لم تكن أنت، فقد استخدم شخص ما حسابك أو يقرأ بريدك. غيّر كلمة مرور بريدك أيضًا.

## A change of address that has happened

mail-changed-subject = تغيّر بريدك الإلكتروني في { $app }
mail-changed-preheader = من { $old_email } إلى { $new_email }. يمكنك التراجع حتى { $until }.
mail-changed-heading = تغيّر بريدك الإلكتروني
mail-changed = تغيّر البريد الإلكتروني لحسابك في { $app }:
mail-changed-was-you = إن كنت أنت، فلا حاجة إلى فعل شيء: سجّل الدخول بالعنوان الجديد.
mail-changed-late = إن لم يعد الرابط يعمل، فسجّل الدخول بهذا العنوان كالمعتاد: فذلك يؤدي إلى التراجع عن التغيير أيضًا. وغيّر كلمة مرور بريدك: فربما يقرؤه من فعل ذلك.

## An address that somebody else wanted

mail-taken-subject = حاول شخص ما استخدام عنوانك في { $app }
mail-taken-heading = حاول شخص ما استخدام عنوانك
mail-taken-preheader = { $email } تابع لحسابك بالفعل. لم يتغيّر شيء.
mail-left-preheader = { $email } محجوز لحسابه. لم يتغيّر شيء.
mail-taken = أراد شخص ما تغيير عنوان حساب آخر في { $app } إلى { $email }.
mail-taken-why = هذا العنوان تابع لحسابك بالفعل، لذا لم يتغيّر شيء.
mail-left-why = كان هذا العنوان لحساب حتى وقت قريب، ولا يزال بإمكانه العودة إليه، لذا فهو محجوز له ولم يتغيّر شيء.
mail-taken-was-you = إن كنت أنت: سجّل الدخول بهذا العنوان وستكون في هذا الحساب. لاستخدامه للحساب الآخر، غيّر عنوان هذا الحساب أولًا.
mail-left-was-you = إن كنت أنت: افتح الرابط في الرسالة المتعلقة بذلك التغيير للعودة، أو انتظر حتى تنتهي مدته.
mail-taken-not-you = إن لم تكن أنت، فلا حاجة إلى فعل شيء. لا تحتوي هذه الرسالة على رمز ولا رابط، ولم يُخبَر أحد بأن لديك حسابًا.

## A change of address that was undone

mail-undone-subject = عاد بريدك الإلكتروني في { $app } إلى ما كان عليه
mail-undone-preheader = عاد الحساب إلى بريده الإلكتروني السابق.
mail-undone-heading = تم التراجع عن تغيير البريد الإلكتروني
mail-undone = الحساب في { $app } الذي انتقل إلى { $email } عاد إلى البريد الإلكتروني الذي كان له من قبل: تراجع عن التغيير شخص يقرأ ذلك البريد. تم تسجيل خروج الحساب من كل مكان، ولم يعد بالإمكان تسجيل الدخول إليه بهذا العنوان.
mail-undone-was-you = إن كنت أنت، فلا حاجة إلى فعل شيء: سجّل الدخول بالعنوان السابق.
mail-undone-not-you = إن كان الحساب لك ولا تعرف من فعل ذلك، فهناك من يقرأ رسائل عنوانك السابق: غيّر كلمة مروره.

## A new browser

mail-new-browser-subject = سجّل متصفح جديد الدخول إلى { $app }
mail-new-browser-heading = سجّل متصفح جديد الدخول
mail-new-browser = سجّل متصفح لم نره من قبل الدخول إلى حسابك في { $app }:
mail-new-browser-not-you = إن لم تكن أنت، فهناك من يقرأ رسائلك. غيّر كلمة مرور بريدك أولًا. ثم افتح صفحة حسابك وسجّل الخروج من كل مكان:
mail-open-account = فتح صفحة حسابك
mail-new-browser-why = النافذة الخاصة تُعدّ جديدة في كل مرة. لا تُرسل أكثر من ثلاث رسائل كهذه خلال 24 ساعة؛ وتعرض صفحة حسابك كل متصفح مسجّل الدخول.
