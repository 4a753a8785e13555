### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = हिन्दी
language = भाषा
change-language = भाषा बदलें

## Buttons and links of several pages

log-in = लॉग इन करें
logging-in = लॉग इन हो रहा है…
log-out = लॉग आउट करें
logging-out = लॉग आउट हो रहा है…
log-out-everywhere = हर जगह से लॉग आउट करें
sending = भेजा जा रहा है…
go-on = आगे बढ़ें
going-on = एक पल…
go-to-start = शुरुआती पेज पर जाएँ
stay-logged-in = लॉग इन रहें
ask-for-new-email = नया ईमेल माँगें
send-me-a-code = मुझे कोड भेजें
use-another-address = दूसरा पता इस्तेमाल करें
keep-address = पता वैसा ही रखें
change-address = पता बदलें
changing = बदला जा रहा है…
your-account = आपका खाता
keep-me-logged-in = इस ब्राउज़र में मुझे लॉग इन रखें
you-are-logged-in-as = आप { $email } के रूप में लॉग इन हैं।
you-are-logged-in-here-as = आप यहाँ { $email } के रूप में लॉग इन हैं।
questions = कोई सवाल? { $support }
offline = आप ऑफ़लाइन हैं। आपने जो लिखा था, वह यहीं है; कनेक्शन वापस आने पर उसे फिर से भेजें।

## Home

welcome-back = फिर से स्वागत है
without-password = बिना पासवर्ड के लॉग इन करें
needs-only-email = { $app } को सिर्फ़ आपका ईमेल पता चाहिए। हम आपको एक कोड और एक लिंक भेजते हैं; दोनों में से कोई भी काफ़ी है, और जो पासवर्ड है ही नहीं, उसे कोई न अंदाज़ा लगा सकता है, न चुरा सकता है, न भूल सकता है।
home-description = { $app } को पासवर्ड नहीं चाहिए: आप उस कोड या लिंक से लॉग इन करते हैं, जिसे हम आपके ईमेल पते पर भेजते हैं।

## The page that asks for the email address

check-your-address = अपना पता जाँचें
log-in-to = { $app } में लॉग इन करें
your-email-address = आपका ईमेल पता
we-will-send = हम आपको एक कोड और एक लिंक भेजेंगे। पासवर्ड की ज़रूरत नहीं है।
log-in-description = अपने ईमेल पते से { $app } में लॉग इन करें। हम आपको एक कोड और एक लिंक भेजते हैं; दोनों में से कोई भी काफ़ी है।

## The page that asks for the code

check-your-email = अपना ईमेल देखें
prove-its-you = पुष्टि करें कि यह आप ही हैं
check-new-address = अपने नए पते का ईमेल देखें
another-not-sent = हम आपको दूसरा ईमेल नहीं भेज पाए। पहले वाला अब भी काम करता है।
not-confirmed = हमारे मेल सर्वर ने अभी आपके ईमेल की पुष्टि नहीं की है। वह अब भी आ सकता है, और आने पर उसका कोड और लिंक काम करेंगे। न आए, तो दूसरा माँगें।
prove-present-first = आपको लॉग इन किए कुछ समय हो गया है, इसलिए पहले अपने मौजूदा पते की पुष्टि करें। फिर { $email } पर बदलाव आगे बढ़ेगा।
logged-out-for-change = आपको हर जगह से लॉग आउट कर दिया गया है। नए पते की पुष्टि होते ही वह आपका हो जाएगा; तब तक आप पुराने पते से लॉग इन कर सकते हैं।
sending-to = हम { $email } पर एक कोड और एक लिंक भेज रहे हैं। वे { $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    } तक काम करेंगे, { $until } तक।
sent-to = हमने { $email } पर एक कोड और एक लिंक भेजा है। वे { $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    } तक काम करेंगे, { $until } तक।
open-inbox = { $name } खोलें
code-from-email = ईमेल में आया कोड
digits = { $digits } अंक। खाली जगह से फ़र्क नहीं पड़ता।
use-this-address = यह पता इस्तेमाल करें
type-or-open = उसे फिर से लिखें, या ईमेल का लिंक खोलें।
last-code = ग़लत कोड की सीमा पार हो गई। नया ईमेल माँगें, या ईमेल का लिंक खोलें।
tries-left =
    { $left ->
        [one] { $left } कोशिश बाकी है।
       *[other] { $left } कोशिशें बाकी हैं।
    }
look-in-spam = कुछ नहीं आया? स्पैम में देखें।
look-in-spam-each-works = कुछ नहीं आया? स्पैम में देखें। आपने कई ईमेल माँगे हैं; उनमें से हर एक अब भी काम करता है।
send-again = फिर से भेजें
in-time = ({ $time })
log-in-with-old-address = अपने पिछले पते से लॉग इन करें
not-sent = हम आपका ईमेल नहीं भेज पाए
meant-for = वह { $email } के लिए था।
try-again = फिर से कोशिश करें
ask-for-new-code = नया कोड माँगें
send-me-new-code = मुझे नया कोड भेजें
we-will-send-to = हम उसे { $email } पर भेजेंगे।
we-will-send-to-present = हम उसे आपके मौजूदा पते पर भेजेंगे। फिर { $email } पर बदलाव आगे बढ़ेगा।
still-old-change-again = आपका पता अब भी पुराना ही है। उससे लॉग इन करें और उसे फिर से { $email } में बदलें।

## The page where an email's link leads

another-is-logged-in = आप यहाँ { $email } के रूप में लॉग इन हैं। आगे बढ़ने पर वह खाता लॉग आउट हो जाएगा। { $stay }
log-in-question = लॉग इन करना है?
logs-you-in-as = आप { $email } के रूप में लॉग इन होंगे।
change-question = अपना पता बदलना है?
proves-and-changes = इससे पुष्टि होती है कि आप { $email } हैं, और आपका पता { $new_email } हो जाता है। आपको हर जगह से लॉग आउट कर दिया जाएगा।
use-question = यह पता इस्तेमाल करना है?
from-now-on = अब से आप { $email } से लॉग इन करेंगे। इससे आप लॉग इन हो जाएँगे।
type-code-too = कोड भी लिखें
asked-in-another-browser = यह लिंक किसी दूसरे ब्राउज़र में माँगा गया था: { $browser }, { $client }, { $asked_at }।
to-log-in-here = यहाँ { $email } के रूप में लॉग इन करने के लिए उसी ईमेल का कोड लिखें। अगर आपने नहीं माँगा, तो यह पेज बंद कर दें।
change-only-where-asked = पते का बदलाव सिर्फ़ उसी ब्राउज़र में आगे बढ़ता है, जिसमें उसे माँगा गया था।
code = कोड
digits-with-link = { $digits } अंक, इस लिंक वाले ईमेल में
type-where-asked = कोड वहीं लिखें, जहाँ आपने माँगा था
somebody-wants-address = कोई { $email } को अपने खाते का ईमेल पता बनाना चाहता है। यह किसी दूसरे ब्राउज़र में माँगा गया: { $browser }, { $client }, { $asked_at }।
go-back-to-browser = अगर वह आप थे, तो उस ब्राउज़र पर वापस जाएँ और वहाँ उसी ईमेल का कोड लिखें। बदलाव और कहीं आगे नहीं बढ़ेगा।
give-code-to-nobody = अगर आपने यह नहीं माँगा, तो कोड किसी को न दें: आपका पता किसी और के खाते का हो जाएगा।
code-instead = यह लिंक अधूरा है। इसकी जगह उसी ईमेल का कोड लिखें।
type-the-code = कोड लिखें
still-old-ask-again = आपका पता अब भी पुराना ही है। उससे लॉग इन करें और बदलाव फिर से माँगें।
link-used = यह लिंक पहले ही इस्तेमाल हो चुका है
link-expired = इस लिंक का समय खत्म हो गया है
too-many-wrong-codes = बहुत ज़्यादा ग़लत कोड
link-does-not-work = यह लिंक काम नहीं करता

## The account page

email-address = ईमेल पता
you-log-in-with = आप { $email } से लॉग इन करते हैं।
change-waits = { $email } पर बदलाव पुष्टि का इंतज़ार कर रहा है।
cancel-change = बदलाव रद्द करें
cancelling = रद्द किया जा रहा है…
it-changed = यह { $old_email } से { $new_email } में बदला: { $moved_at }। हमने पिछले पते पर जो ईमेल भेजा था, उससे इसे वापस लिया जा सकता है, { $until } तक।
send-that-email-again = वह ईमेल फिर से भेजें
where-logged-in = आप कहाँ लॉग इन हैं
in-browsers =
    { $count ->
        [1] सिर्फ़ इस ब्राउज़र में।
        [one] { $count } ब्राउज़र में। जिन्हें आप नहीं पहचानते या अब इस्तेमाल नहीं करते, उन्हें लॉग आउट करें।
       *[other] { $count } ब्राउज़रों में। जिन्हें आप नहीं पहचानते या अब इस्तेमाल नहीं करते, उन्हें लॉग आउट करें।
    }
none-on-this-page = इस पेज पर कोई नहीं है।
this-one = यह ब्राउज़र
last-seen = आख़िरी गतिविधि: { $at } · { $client }
logged-in-at = लॉग इन: { $at }
log-out-which = { $browser }, { $client }, लॉग इन: { $since } को लॉग आउट करें
stays-until = यह ब्राउज़र ज़्यादा से ज़्यादा { $at } तक लॉग इन रहेगा।
log-out-others = बाकी सभी को लॉग आउट करें
pages-of-list = सूची के पेज
earlier-page = पिछला पेज
next-page = अगला पेज
page-of = पेज { $number }, कुल { $pages }
recent-activity = हाल की गतिविधि
not-you = यहाँ कुछ ऐसा है, जो आपने नहीं किया? जो आपका ईमेल पढ़ सकता है, वह लॉग इन कर सकता है: पहले अपने ईमेल का पासवर्ड बदलें।
unknown-browser = अनजान ब्राउज़र
browser-on-system = { $system } पर { $browser }
unknown-client = अज्ञात

## The form for another email address, on our pages and on others

new-email-address = नया ईमेल पता
what-a-change-does = हम उस पर एक कोड भेजेंगे और आपके मौजूदा पते को बताएँगे। आपको हर जगह से लॉग आउट कर दिया जाएगा।
type-new-address = अपना नया ईमेल पता लिखें।
that-is-yours = यह पहले से आपका पता है। नया पता लिखें।

## A page whose session has ended

you-are-logged-out = आप लॉग आउट हो गए हैं

## The page that undoes a change of email address

undo-question = बदलाव वापस लेना है?
nothing-to-undo = वापस लेने के लिए कुछ नहीं है
address-is-now = इस खाते का पता अब { $email } है; { $log_in }।
log-in-with-that = उससे लॉग इन करें
or-give-back = या, अगर आप यह नहीं चाहते, तो खाते को उसका पुराना ईमेल पता लौटा दें:
somebody-asked = किसी ने इस खाते का ईमेल पता बदलने को कहा, { $asked_at }:
from = पुराना
to = नया
undo-moved = खाता नए पते पर जा चुका है। वापस लेने पर खाते को उसका पुराना पता मिलेगा और हर जगह से लॉग आउट होगा। आप यह { $until } तक कर सकते हैं।
undo-not-proved = नए पते की अभी पुष्टि नहीं हुई है। वापस लेने पर खाते का पुराना पता बना रहेगा और हर जगह से लॉग आउट होगा। आप यह { $until } तक कर सकते हैं।
i-dont-want = मुझे यह बदलाव नहीं चाहिए
undo = बदलाव वापस लें
undoing = वापस लिया जा रहा है…

## The page that asks before it logs out everywhere

log-out-everywhere-question = हर जगह से लॉग आउट करना है?
ends-all = इससे आपके सभी सत्र खत्म हो जाएँगे, इस ब्राउज़र में और बाकी सभी में। हर खुला पेज बंद हो जाएगा।

## The page of a limit

a-little-later = थोड़ी देर बाद
open-it-all-the-same = क्या वह बहुत पुराना है, या किसी दूसरे पते के लिए है? फिर भी उसका लिंक खोलें, फिर यहाँ दोबारा माँगें।
ask-again-from = आप { $until } से फिर माँग सकते हैं।
go-on-from = आप { $until } से आगे बढ़ सकते हैं।
type-a-code = कोड लिखें
one-moment = एक पल…
back-to-account = अपने खाते पर वापस जाएँ

## The development mailbox

mailbox = मेलबॉक्स
mailbox-lead = इस डेवलपमेंट सर्वर के ईमेल, सबसे नए पहले। वे सर्वर के रुकने तक मेमोरी में रहते हैं; { $setting } सेट करें और वे मेल सर्वर पर जाएँगे।
no-emails = अभी कोई ईमेल नहीं है। { $ask }।
ask-for-one = एक माँगें
email-to-at = { $email } को · { $at }
email-to = { $email } के लिए ईमेल
as-plain-text = सादे टेक्स्ट में

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = अभी-अभी
minutes-ago =
    { $minutes ->
        [one] { $minutes } मिनट पहले
       *[other] { $minutes } मिनट पहले
    }
yesterday = कल
today = आज
tomorrow = कल
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
