### What emails say, each message once for both parts.

## Facts

mail-for = किसके लिए:
mail-from = कहाँ से:
mail-when = कब:
mail-until = कब तक:
mail-account = खाता:
mail-browser = ब्राउज़र:
mail-network = नेटवर्क:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } दिन
       *[other] { $days } दिन
    })
mail-works-once = एक ही बार काम करता है।
mail-nothing-to-do = अगर वह आप थे, तो कुछ करने की ज़रूरत नहीं है।

## A code and a link

mail-log-in-subject = { $app } में लॉग इन करें
mail-prove-subject = { $app } पर अपना पता बदलें
mail-confirm-subject = { $app } के लिए अपने नए पते की पुष्टि करें
mail-code-preheader =
    { $email } के लिए आपका कोड और लिंक, { $minutes ->
        [one] { $minutes } मिनट
       *[other] { $minutes } मिनट
    } के लिए मान्य।
mail-type-code = यह कोड वहीं लिखें, जहाँ आपने माँगा था:
mail-type-code-to-go-on = आगे बढ़ने के लिए यह कोड वहीं लिखें, जहाँ आपने माँगा था:
mail-type-code-to-confirm = यह कोड वहीं लिखें, जहाँ आपने माँगा था। उसके बाद आप इस पते से लॉग इन करेंगे:
mail-use-link = लिंक इस्तेमाल करें; कोड सिर्फ़ उसके साथ काम करता है:
mail-use-link-to-confirm = लिंक इस्तेमाल करें; कोड सिर्फ़ उसके साथ काम करता है। उसके बाद आप इस पते से लॉग इन करेंगे:
mail-invited = आपको न्योता मिला है। नीचे दिया गया लिंक खोलें और वहाँ यह कोड लिखें:
mail-somebody-wants-change = कोई, शायद आप, आपके खाते का पता { $new_email } करना चाहता है।
mail-or-link = या यह लिंक उसी ब्राउज़र में खोलें, जिसमें आपने माँगा था:
mail-this-link = यह लिंक है:
mail-not-asked = अगर आपने यह नहीं माँगा, तो इसे अनदेखा करें: कोड के बिना कोई अंदर नहीं आ सकता।
mail-not-invited = अगर आपको नहीं पता कि यह क्या है, तो इसे अनदेखा करें: कोड के बिना कोई अंदर नहीं आ सकता।
mail-not-asked-change = अगर वह आप नहीं थे, तो कोई ऐसा ब्राउज़र इस्तेमाल कर रहा है, जिसमें आप लॉग इन हैं: लॉग इन करें और हर जगह से लॉग आउट करें।
mail-other-browser-asks-code = दूसरे ब्राउज़र में लिंक कोड भी पूछता है।
mail-other-browser-neither = दूसरे ब्राउज़र में दोनों काम नहीं करते।
mail-any-browser = दोनों किसी भी ब्राउज़र में काम करते हैं।
mail-never-give = कोड कभी किसी को न दें, और उसे सिर्फ़ { $site } पर लिखें।

## A change of address that was asked for

mail-changing-subject = { $app } पर आपका पता बदलने वाला है
mail-changing-preheader =
    { $old_email } से { $new_email }। आप इसे { $days ->
        [one] { $days } दिन
       *[other] { $days } दिन
    } तक वापस ले सकते हैं।
mail-changing-heading = आपका पता बदलने वाला है
mail-changing = { $app } पर आपके खाते का ईमेल पता बदला जाना है:
mail-changing-logged-out = उसे हर जगह से लॉग आउट कर दिया गया है। अगर वह आप थे, तो कुछ करने की ज़रूरत नहीं है: नए पते की पुष्टि होते ही वह आपका हो जाएगा। तब तक पहले की तरह पुराने से लॉग इन करें।
mail-undo = अगर वह आप नहीं थे, तो यह लिंक खोलें और बदलाव वापस लें:
mail-changing-not-you = अगर वह आप नहीं थे, तो किसी ने आपका खाता इस्तेमाल किया है या आपका ईमेल पढ़ता है। अपने ईमेल का पासवर्ड भी बदलें।

## A change of address that has happened

mail-changed-subject = { $app } पर आपका ईमेल पता बदल गया है
mail-changed-preheader = { $old_email } से { $new_email }। आप इसे { $until } तक वापस ले सकते हैं।
mail-changed-heading = आपका ईमेल पता बदल गया है
mail-changed = { $app } पर आपके खाते का ईमेल पता बदल गया है:
mail-changed-was-you = अगर वह आप थे, तो कुछ करने की ज़रूरत नहीं है: नए से लॉग इन करें।
mail-changed-late = अगर लिंक अब काम नहीं करता, तो हमेशा की तरह इस पते से लॉग इन करें: उससे भी बदलाव वापस लेने का रास्ता मिलता है। और अपने ईमेल खाते का पासवर्ड बदलें: जिसने यह किया, वह शायद उसे पढ़ रहा है।

## An address that somebody else wanted

mail-taken-subject = किसी ने { $app } पर आपका पता इस्तेमाल करने की कोशिश की
mail-taken-heading = किसी ने आपका पता इस्तेमाल करने की कोशिश की
mail-taken-preheader = { $email } पहले से आपके खाते का है। कुछ नहीं बदला।
mail-left-preheader = { $email } अपने खाते के लिए सुरक्षित है। कुछ नहीं बदला।
mail-taken = कोई { $app } पर किसी दूसरे खाते का पता { $email } करना चाहता था।
mail-taken-why = वह पहले से आपके खाते का है, इसलिए कुछ नहीं बदला।
mail-left-why = हाल तक यह पता किसी खाते का था, और वह अब भी इस पर लौट सकता है, इसलिए यह उसके लिए सुरक्षित है और कुछ नहीं बदला।
mail-taken-was-you = अगर वह आप थे: इस पते से लॉग इन करें और आप इसी खाते में होंगे। इसे दूसरे खाते में इस्तेमाल करने के लिए पहले इस खाते का पता बदलें।
mail-left-was-you = अगर वह आप थे: लौटने के लिए उस बदलाव वाले ईमेल का लिंक खोलें, या उसका समय खत्म होने तक रुकें।
mail-taken-not-you = अगर वह आप नहीं थे, तो कुछ करने की ज़रूरत नहीं है। इस ईमेल में न कोई कोड है, न कोई लिंक, और किसी को नहीं बताया गया कि आपका खाता है।

## A change of address that was undone

mail-undone-subject = { $app } पर आपका ईमेल पता पहले जैसा हो गया है
mail-undone-preheader = खाता अपने पिछले ईमेल पते पर लौट गया है।
mail-undone-heading = ईमेल पते का एक बदलाव वापस लिया गया
mail-undone = { $app } का जो खाता { $email } पर चला गया था, वह अपने पहले वाले ईमेल पते पर लौट गया है: जो उस पते के ईमेल पढ़ता है, उसने बदलाव वापस ले लिया। खाते को हर जगह से लॉग आउट कर दिया गया, और अब इस पते से उसमें लॉग इन नहीं होता।
mail-undone-was-you = अगर वह आप थे, तो कुछ करने की ज़रूरत नहीं है: पिछले पते से लॉग इन करें।
mail-undone-not-you = अगर खाता आपका है और आपको नहीं पता कि यह किसने किया, तो कोई आपके पिछले पते के ईमेल पढ़ता है: उसका पासवर्ड बदलें।

## A new browser

mail-new-browser-subject = { $app } में एक नए ब्राउज़र से लॉग इन हुआ
mail-new-browser-heading = एक नए ब्राउज़र से लॉग इन हुआ
mail-new-browser = ऐसे ब्राउज़र से { $app } पर आपके खाते में लॉग इन हुआ, जिसे हमने पहले नहीं देखा था:
mail-new-browser-not-you = अगर वह आप नहीं थे, तो कोई आपके ईमेल पढ़ता है। पहले अपने ईमेल खाते का पासवर्ड बदलें। फिर अपने खाते का पेज खोलें और हर जगह से लॉग आउट करें:
mail-open-account = अपने खाते का पेज खोलें
mail-new-browser-why = निजी विंडो हर बार नई मानी जाती है। 24 घंटे में ऐसे ज़्यादा से ज़्यादा तीन ईमेल आते हैं; खाते के पेज पर हर लॉग इन ब्राउज़र दिखता है।
