### What emails say, each message once for both parts.

## Facts

mail-for = Kime:
mail-from = Kimden:
mail-when = Ne zaman:
mail-until = Son:
mail-account = Hesap:
mail-browser = Tarayıcı:
mail-network = Ağ:
mail-moment = { $date }, { $clock } UTC
mail-until-minutes =
    { $until } ({ $minutes ->
        [one] { $minutes } dakika
       *[other] { $minutes } dakika
    })
mail-until-days =
    { $until } ({ $days ->
        [one] { $days } gün
       *[other] { $days } gün
    })
mail-works-once = Bir kez kullanılabilir.
mail-nothing-to-do = Bunu siz yaptıysanız bir şey yapmanız gerekmez.

## A code and a link

mail-log-in-subject = { $app } uygulamasına giriş yapın
mail-prove-subject = { $app } adresinizi değiştirin
mail-confirm-subject = { $app } için yeni adresinizi onaylayın
mail-code-preheader =
    { $email } için kodunuz ve bağlantınız, { $minutes ->
        [one] { $minutes } dakika
       *[other] { $minutes } dakika
    } geçerli.
mail-type-code = Bu kodu istediğiniz yerde yazın:
mail-type-code-to-go-on = Devam etmek için bu kodu istediğiniz yerde yazın:
mail-type-code-to-confirm = Bu kodu istediğiniz yerde yazın. Ondan sonra bu adresle giriş yaparsınız:
mail-use-link = Bağlantıyı kullanın; kod yalnızca onunla birlikte çalışır:
mail-use-link-to-confirm = Bağlantıyı kullanın; kod yalnızca onunla birlikte çalışır. Ondan sonra bu adresle giriş yaparsınız:
mail-invited = Davet edildiniz. Aşağıdaki bağlantıyı açın ve bu kodu orada yazın:
mail-somebody-wants-change = Birisi, büyük olasılıkla siz, hesabınızın adresini { $new_email } olarak değiştirmek istiyor.
mail-or-link = Veya bu bağlantıyı istediğiniz tarayıcıda açın:
mail-this-link = Bağlantı:
mail-not-asked = Bunu siz istemediyseniz dikkate almayın: kod olmadan kimse giremez.
mail-not-invited = Bunun ne olduğunu bilmiyorsanız dikkate almayın: kod olmadan kimse giremez.
mail-not-asked-change = O siz değilseniz birisi oturumunuzun açık olduğu bir tarayıcıyı kullanıyor: giriş yapın ve her yerden çıkış yapın.
mail-other-browser-asks-code = Başka bir tarayıcıda bağlantı kodu da sorar.
mail-other-browser-neither = Başka bir tarayıcıda ikisi de çalışmaz.
mail-any-browser = İkisi de her tarayıcıda çalışır.
mail-never-give = Kodu hiç kimseye vermeyin ve yalnızca { $site } üzerinde yazın.

## A change of address that was asked for

mail-changing-subject = { $app } adresiniz değişmek üzere
mail-changing-preheader =
    { $old_email } yerine { $new_email }. Bunu { $days ->
        [one] { $days } gün
       *[other] { $days } gün
    } boyunca geri alabilirsiniz.
mail-changing-heading = Adresiniz değişmek üzere
mail-changing = { $app } hesabınızın e-posta adresi değişecek:
mail-changing-logged-out = Hesabınızdan her yerde çıkış yapıldı. Bunu siz yaptıysanız bir şey yapmanız gerekmez: yeni adres doğrulanır doğrulanmaz sizin olur. O zamana kadar eskisiyle giriş yapın.
mail-undo = O siz değilseniz bu bağlantıyı açın ve değişikliği geri alın:
mail-changing-not-you = O siz değilseniz birisi hesabınızı kullandı veya e-postanızı okuyor. E-postanızın parolasını da değiştirin.

## A change of address that has happened

mail-changed-subject = { $app } e-posta adresiniz değişti
mail-changed-preheader = { $old_email } yerine { $new_email }. Bunu geri alabileceğiniz son an: { $until }.
mail-changed-heading = E-posta adresiniz değişti
mail-changed = { $app } hesabınızın e-posta adresi değişti:
mail-changed-was-you = Bunu siz yaptıysanız bir şey yapmanız gerekmez: yenisiyle giriş yapın.
mail-changed-late = Bağlantı artık çalışmıyorsa bu adresle her zamanki gibi giriş yapın: bu da değişikliği geri almaya götürür. E-posta hesabınızın parolasını da değiştirin: bunu yapan onu okuyor olabilir.

## An address that somebody else wanted

mail-taken-subject = Birisi { $app } uygulamasında adresinizi kullanmak istedi
mail-taken-heading = Birisi adresinizi kullanmak istedi
mail-taken-preheader = { $email } zaten hesabınıza ait. Hiçbir şey değişmedi.
mail-left-preheader = { $email } kendi hesabı için ayrılmış durumda. Hiçbir şey değişmedi.
mail-taken = Birisi { $app } uygulamasında başka bir hesabın adresini { $email } olarak değiştirmek istedi.
mail-taken-why = Bu adres zaten hesabınıza ait; bu yüzden hiçbir şey değişmedi.
mail-left-why = Kısa süre öncesine kadar bir hesap bu adresi kullanıyordu ve hâlâ ona dönebilir; bu yüzden adres ayrılmış durumda ve hiçbir şey değişmedi.
mail-taken-was-you = O sizseniz: bu adresle giriş yapın, bu hesapta olursunuz. Adresi diğeri için kullanmak isterseniz önce bu hesabın adresini değiştirin.
mail-left-was-you = O sizseniz: geri dönmek için o değişiklikle ilgili e-postadaki bağlantıyı açın veya süresinin dolmasını bekleyin.
mail-taken-not-you = O siz değilseniz bir şey yapmanız gerekmez. Bu e-postada kod veya bağlantı yok ve hesabınız olduğu kimseye söylenmedi.

## A change of address that was undone

mail-undone-subject = { $app } e-posta adresiniz eski hâline döndü
mail-undone-preheader = Hesap önceki e-posta adresine döndü.
mail-undone-heading = Bir e-posta adresi değişikliği geri alındı
mail-undone = { $email } adresine geçmiş olan { $app } hesabı, daha önceki e-posta adresine döndü: o adresi okuyan birisi değişikliği geri aldı. Hesaptan her yerde çıkış yapıldı ve bu adresle artık giriş yapılamaz.
mail-undone-was-you = Bunu siz yaptıysanız bir şey yapmanız gerekmez: önceki adresle giriş yapın.
mail-undone-not-you = Hesap sizinse ve bunu kimin yaptığını bilmiyorsanız birisi önceki adresinizin e-postalarını okuyor: parolasını değiştirin.

## A new browser

mail-new-browser-subject = { $app } uygulamasına yeni bir tarayıcıdan giriş yapıldı
mail-new-browser-heading = Yeni bir tarayıcıdan giriş yapıldı
mail-new-browser = Daha önce görmediğimiz bir tarayıcıdan { $app } hesabınıza giriş yapıldı:
mail-new-browser-not-you = O siz değilseniz birisi e-postalarınızı okuyor. Önce e-posta hesabınızın parolasını değiştirin. Sonra hesap sayfanızı açın ve her yerden çıkış yapın:
mail-open-account = Hesap sayfanızı açın
mail-new-browser-why = Gizli pencere her seferinde yeni sayılır. 24 saatte en çok üç böyle e-posta gönderilir; hesap sayfanız oturumu açık olan her tarayıcıyı gösterir.
