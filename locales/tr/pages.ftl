### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = Türkçe
language = Dil
change-language = Dili değiştir

## Buttons and links of several pages

log-in = Giriş yap
logging-in = Giriş yapılıyor…
log-out = Çıkış yap
logging-out = Çıkış yapılıyor…
log-out-everywhere = Her yerden çıkış yap
sending = Gönderiliyor…
go-on = Devam et
going-on = Bir dakika…
go-to-start = Başlangıca git
stay-logged-in = Oturumu açık tut
ask-for-new-email = Yeni e-posta iste
send-me-a-code = Bana kod gönder
use-another-address = Başka bir adres kullan
keep-address = Adresi olduğu gibi bırak
change-address = Adresi değiştir
changing = Değiştiriliyor…
your-account = Hesabınız
keep-me-logged-in = Bu tarayıcıda oturumumu açık tut
you-are-logged-in-as = { $email } olarak giriş yaptınız.
you-are-logged-in-here-as = Burada { $email } olarak giriş yaptınız.
questions = Sorunuz mu var? { $support }
offline = Çevrimdışısınız. Yazdıklarınız hâlâ burada; bağlantı kurulunca yeniden gönderin.

## Home

welcome-back = Yeniden hoş geldiniz
without-password = Parolasız giriş yapın
needs-only-email = { $app } için yalnızca e-posta adresiniz yeterli. Size bir kod ve bir bağlantı göndeririz; ikisinden biriyle girersiniz ve var olmayan bir parolayı kimse tahmin edemez, çalamaz veya unutamaz.
home-description = { $app } parola istemez: e-posta adresinize gönderdiğimiz kod veya bağlantıyla giriş yaparsınız.

## The page that asks for the email address

check-your-address = Adresinizi kontrol edin
log-in-to = { $app } uygulamasına giriş yapın
your-email-address = E-posta adresiniz
we-will-send = Size bir kod ve bir bağlantı göndereceğiz. Parola gerekmez.
log-in-description = { $app } uygulamasına e-posta adresinizle giriş yapın. Size bir kod ve bir bağlantı göndeririz; ikisinden biri yeterlidir.

## The page that asks for the code

check-your-email = E-postanızı kontrol edin
prove-its-you = Siz olduğunuzu doğrulayın
check-new-address = Yeni adresinizi kontrol edin
another-not-sent = Size başka bir e-posta gönderemedik. Önceki hâlâ geçerli.
not-confirmed = Posta sunucumuz e-postanızı henüz onaylamadı. Yine de gelebilir; gelirse kodu ve bağlantısı çalışır. Gelmezse bir tane daha isteyin.
prove-present-first = Girişinizin üzerinden bir süre geçti; bu yüzden önce şimdiki adresinizi doğrulayın. Ardından { $email } adresine geçiş devam eder.
logged-out-for-change = Her yerden çıkışınız yapıldı. Yeni adres doğrulanır doğrulanmaz sizin olur; o zamana kadar eskisiyle giriş yapabilirsiniz.
sending-to =
    { $email } adresine bir kod ve bir bağlantı gönderiyoruz. { $minutes ->
        [one] { $minutes } dakika
       *[other] { $minutes } dakika
    } geçerlidir; son: { $until }.
sent-to =
    { $email } adresine bir kod ve bir bağlantı gönderdik. { $minutes ->
        [one] { $minutes } dakika
       *[other] { $minutes } dakika
    } geçerlidir; son: { $until }.
open-inbox = { $name } uygulamasını aç
code-from-email = E-postadaki kod
digits = { $digits } rakam. Boşluklar önemli değil.
use-this-address = Bu adresi kullan
type-or-open = Yeniden yazın veya e-postadaki bağlantıyı açın.
last-code = Yanlış kod hakkınız bitti. Yeni bir e-posta isteyin veya e-postadaki bağlantıyı açın.
tries-left =
    { $left ->
        [one] { $left } deneme kaldı.
       *[other] { $left } deneme kaldı.
    }
look-in-spam = Bir şey gelmedi mi? Spam klasörüne bakın.
look-in-spam-each-works = Bir şey gelmedi mi? Spam klasörüne bakın. Birkaç e-posta istediniz; hepsi hâlâ geçerli.
send-again = Yeniden gönder
in-time = ({ $time })
log-in-with-old-address = Önceki adresle giriş yap
not-sent = E-postanızı gönderemedik
meant-for = { $email } adresine gidecekti.
try-again = Yeniden dene
ask-for-new-code = Yeni bir kod isteyin
send-me-new-code = Bana yeni bir kod gönder
we-will-send-to = Kodu { $email } adresine göndereceğiz.
we-will-send-to-present = Kodu şimdiki adresinize göndereceğiz. Ardından { $email } adresine geçiş devam eder.
still-old-change-again = Adresiniz hâlâ eskisi. Onunla giriş yapın ve yeniden { $email } olarak değiştirin.

## The page where an email's link leads

another-is-logged-in = Burada { $email } olarak giriş yaptınız. Devam ederseniz o hesaptan çıkılır. { $stay }
log-in-question = Giriş yapılsın mı?
logs-you-in-as = { $email } olarak giriş yapacaksınız.
change-question = Adresiniz değiştirilsin mi?
proves-and-changes = Bu, { $email } adresinin sahibi olduğunuzu doğrular ve adresinizi { $new_email } olarak değiştirir. Her yerden çıkışınız yapılır.
use-question = Bu adres kullanılsın mı?
from-now-on = Bundan sonra { $email } ile giriş yaparsınız. Şimdi giriş yapılacak.
type-code-too = Kodu da yazın
asked-in-another-browser = Bu bağlantı başka bir tarayıcıda istendi: { $browser }, { $client }, { $asked_at }.
to-log-in-here = Burada { $email } olarak giriş yapmak için aynı e-postadaki kodu yazın. Siz istemediyseniz bu sayfayı kapatın.
change-only-where-asked = Adres değişikliği yalnızca istendiği tarayıcıda devam eder.
code = Kod
digits-with-link = { $digits } rakam, bu bağlantının bulunduğu e-postada
type-where-asked = Kodu istediğiniz yerde yazın
somebody-wants-address = Birisi { $email } adresini kendi hesabının e-posta adresi yapmak istiyor. Bunu başka bir tarayıcıda istedi: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = O sizseniz o tarayıcıya dönün ve aynı e-postadaki kodu orada yazın. Değişiklik başka hiçbir yerde devam etmez.
give-code-to-nobody = Bunu siz istemediyseniz kodu kimseye vermeyin: adresiniz başka birinin hesabına geçer.
code-instead = Bu bağlantı eksik. Onun yerine aynı e-postadaki kodu yazın.
type-the-code = Kodu yaz
still-old-ask-again = Adresiniz hâlâ eskisi. Onunla giriş yapın ve değişikliği yeniden isteyin.
link-used = Bu bağlantı kullanılmış
link-expired = Bu bağlantının süresi dolmuş
too-many-wrong-codes = Çok fazla yanlış kod
link-does-not-work = Bu bağlantı çalışmıyor

## The account page

email-address = E-posta adresi
you-log-in-with = { $email } ile giriş yapıyorsunuz.
change-waits = { $email } adresine geçiş onay bekliyor.
cancel-change = Değişikliği iptal et
cancelling = İptal ediliyor…
it-changed = { $old_email } adresi { $new_email } olarak değişti: { $moved_at }. Önceki adrese gönderdiğimiz e-posta bunu geri alır; son: { $until }.
send-that-email-again = O e-postayı yeniden gönder
where-logged-in = Giriş yaptığınız yerler
in-browsers =
    { $count ->
        [1] Yalnızca bu tarayıcıda.
       *[other] { $count } tarayıcıda. Tanımadıklarınızdan veya artık kullanmadıklarınızdan çıkış yapın.
    }
none-on-this-page = Bu sayfada yok.
this-one = Bu tarayıcı
last-seen = Son görülme: { $at } · { $client }
logged-in-at = Giriş: { $at }
log-out-which = { $browser }, { $client }, giriş: { $since }, çıkış yap
stays-until = Bu tarayıcıda oturum en geç şu ana kadar açık kalır: { $at }.
log-out-others = Diğer hepsinden çıkış yap
pages-of-list = Listenin sayfaları
earlier-page = Önceki sayfa
next-page = Sonraki sayfa
page-of = Sayfa { $number } / { $pages }
recent-activity = Son etkinlikler
not-you = Burada sizin yapmadığınız bir şey mi var? E-postanızı okuyabilen giriş yapabilir: önce e-postanızın parolasını değiştirin.
unknown-browser = Bilinmeyen bir tarayıcı
browser-on-system = { $system } üzerinde { $browser }
unknown-client = bilinmiyor

## The form for another email address, on our pages and on others

new-email-address = Yeni e-posta adresi
what-a-change-does = Bu adrese bir kod gönderecek ve şimdiki adresinize haber vereceğiz. Her yerden çıkışınız yapılır.
type-new-address = Yeni e-posta adresinizi yazın.
that-is-yours = Bu zaten sizin adresiniz. Yenisini yazın.

## A page whose session has ended

you-are-logged-out = Çıkış yaptınız

## The page that undoes a change of email address

undo-question = Değişiklik geri alınsın mı?
nothing-to-undo = Geri alınacak bir şey yok
address-is-now = Bu hesabın adresi artık { $email }; { $log_in }.
log-in-with-that = onunla giriş yapın
or-give-back = Veya bunu istemiyorsanız hesaba eski e-posta adresini geri verin:
somebody-asked = Birisi bu hesabın e-posta adresini değiştirmek istedi, { $asked_at }:
from = Eski
to = Yeni
undo-moved = Hesap yeni adrese geçti. Geri almak hesaba eski adresini verir ve her yerden çıkış yapar. Bunu yapabileceğiniz son an: { $until }.
undo-not-proved = Yeni adres henüz doğrulanmadı. Geri almak hesapta eski adresi bırakır ve her yerden çıkış yapar. Bunu yapabileceğiniz son an: { $until }.
i-dont-want = Bu değişikliği istemiyorum
undo = Değişikliği geri al
undoing = Geri alınıyor…

## The page that asks before it logs out everywhere

log-out-everywhere-question = Her yerden çıkış yapılsın mı?
ends-all = Bu, bu tarayıcıdaki ve diğerlerindeki bütün oturumlarınızı sonlandırır. Açık kalan her sayfa kapanır.

## The page of a limit

a-little-later = Biraz sonra
open-it-all-the-same = Çok mu eski veya başka bir adres için mi? Yine de bağlantısını açın, sonra burada yeniden isteyin.
ask-again-from = Yeniden isteyebileceğiniz an: { $until }.
go-on-from = Devam edebileceğiniz an: { $until }.
type-a-code = Kod yaz
one-moment = Bir dakika…
back-to-account = Hesabınıza dönün

## The development mailbox

mailbox = Posta kutusu
mailbox-lead = Bu geliştirme sunucusunun e-postaları, en yenisi üstte. Sunucu durana kadar bellekte tutulur; { $setting } ayarlanırsa bir posta sunucusuna gider.
no-emails = Henüz e-posta yok. { $ask }.
ask-for-one = Bir tane isteyin
email-to-at = Kime: { $email } · { $at }
email-to = { $email } için e-posta
as-plain-text = Düz metin olarak

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = az önce
minutes-ago =
    { $minutes ->
        [one] { $minutes } dakika önce
       *[other] { $minutes } dakika önce
    }
yesterday = dün
today = bugün
tomorrow = yarın
clock-utc = { $clock } UTC
day-and-clock = { $day }, { $clock }
