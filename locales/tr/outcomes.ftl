### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = E-posta adresinizi yazın.
error-address-incomplete = Bu adres eksik. ada@example.com gibi olmalı.
error-address-too-long = Bu adres bir e-posta için çok uzun. İki kez yapıştırılmış bir şey var mı bakın.
error-address-character = Bu adreste kullanamadığımız, belki de görünmeyen bir karakter var. ada@example.com gibi sade bir adres yazın.
error-address-domain = @ işaretinden sonrasını kontrol edin: oraya hiçbir e-posta ulaşamaz.
error-not-a-code = Kod { $digits } rakamdır. Hepsini yazın.
error-wrong-code = Bu kod eşleşmedi.
error-tries-used-up = Yanlış kod hakkınız bitti. Yeni bir e-posta isteyin.
error-expired = Bu e-postanın süresi doldu. Yenisini isteyin.
error-used = Bu e-posta zaten kullanıldı. Yenisini isteyin.
error-codes-off = Bu adres için çok fazla yanlış kod denendi; bu yüzden tek başına kod artık yetmiyor. Onun yerine en yeni e-postadaki bağlantıyı açın.
error-no-challenge = Önce bu tarayıcıda bir kod isteyin. Az önce istediyseniz tarayıcı çerezleri engelliyor olabilir: bu siteye izin verin ve yeniden deneyin.
error-bad-link = Bu bağlantı eksik. E-postadaki bağlantının tamamını açın veya kopyalayın ya da yenisini isteyin. Tarayıcınız çerezleri engelliyorsa bu siteye izin verin.
error-code-needed = Bağlantıyla aynı e-postada bulunan kodu yazın.
error-only-where-asked = Bu e-posta adresi değişikliği yalnızca istendiği tarayıcıda devam eder. Kodu orada yazın.
error-too-soon = Bir e-posta yolda. Başka bir tane istemeden önce biraz bekleyin.
error-emails-limited = Birkaç e-posta istendi. Gelen kutunuzdaki en yenisi, kim istemiş olursa olsun burada da geçerli: bağlantısını bu tarayıcıda açın ve kodunu yazın.
error-network-limited = Ağınızdan çok sayıda e-posta istendi. Gelen kutunuza ulaşmış bir e-posta burada da geçerli: bağlantısını bu tarayıcıda açın. Telefonunuzunki gibi başka bir ağda beklemeniz gerekmez.
error-site-limited = Şu anda çok fazla kişi e-posta istiyor. Gelen kutunuza ulaşmış bir e-posta burada da geçerli: bağlantısını bu tarayıcıda açın.
error-change-limited = Çok sayıda e-posta istendiği için şu anda o adrese geçemezsiniz. Biraz sonra yeniden deneyin.
error-undo-email-limited = Çok sayıda e-posta istendiği için o e-posta şu anda yeniden gönderilemiyor. Önceki adrese ulaşmış olan da değişikliği geri alır.
error-codes-limited = Ağınızdan çok fazla kod denendi. Deneme haklarınızdan hiçbiri eksilmedi.
error-enough-emails = Birkaç e-posta istediniz. Gelen kutunuzdaki en yenisi hâlâ geçerli.
error-same-address = Bu zaten sizin adresiniz. Yenisini yazın.
error-change-refused = Adresiniz değiştirilmedi: bu e-posta artık bunu yapamaz. Önceki adresinizle giriş yapın ve değişikliği yeniden isteyin.
error-email-taken = Bu sitede başka bir hesap bu e-posta adresini kullanıyor; bu yüzden hesabınız kendi adresini koruyor. İkisi de sizinse siteyi yönetenlere sorun.
error-change-not-offered = E-posta adresleri burada değiştirilmez. Siteyi yönetenlere sorun.
error-no-access = E-posta adresi sizin, ancak burada erişimi yok. Siteyi yönetenlerden erişim isteyin veya başka bir adresle giriş yapın.
error-address-moved-away = Bu e-posta adresinin hesabı başka bir adrese geçti. Bunu istemediyseniz geri alın.
error-bad-undo-link = Bu bağlantı eksik. E-postadaki bağlantının tamamını açın veya kopyalayın. Tarayıcınız çerezleri engelliyorsa bu siteye izin verin.
error-undo-expired = Bu değişikliği geri alma süresi doldu.
error-undo-used = Bu değişiklik zaten geri alındı. Geri alınacak başka bir şey kalmadı.
error-not-sure = İstediğinizi onaylamak için önce kutuyu işaretleyin.
error-no-such-session = Oturumlarınız arasında böyle bir oturum yok.
error-logged-out-meanwhile = Bu arada çıkışınız yapıldı. Giriş yapıp yeniden deneyin.
error-client-unknown = Bunun bir yerden kaç kez yapılabileceği sınırlıdır ve bu site nerede olduğunuzu öğrenemedi. Hata bizde; hiçbir şey değişmedi.
error-bad-request = Bu bize eksik ulaştı. Yeniden deneyin.
error-unavailable = Bizde bir sorun var. Hiçbir şey değişmedi; birazdan yeniden deneyin.

## What has happened

notice-logged-out = Çıkış yaptınız.
notice-logged-out-everywhere = Her yerden çıkışınız yapıldı.
notice-session-ended = Başka bir tarayıcıdan çıkışınız yapıldı.
notice-address-changing = E-posta adresiniz değiştirildiği için her yerden çıkışınız yapıldı. Yenisi doğrulanana kadar eskisiyle giriş yapın.
notice-address-changed = E-posta adresiniz değiştiği için her yerden çıkışınız yapıldı. Yenisiyle giriş yapın.
notice-change-undone = E-posta adresi değişikliğiniz geri alındı ve her yerden çıkışınız yapıldı.
notice-others-change-undone = O e-posta adresinin değişikliği geri alındı ve hesabından her yerde çıkış yapıldı. Burada kendi hesabınızda oturumunuz açık.
notice-session-expired = Oturumunuzun süresi doldu. Devam etmek için yeniden giriş yapın.
notice-session-replaced = Bu oturumun yerini aynı tarayıcıdaki daha yeni bir oturum aldı.
notice-log-in-first = O sayfayı görmek için giriş yapın.
notice-email-again = Size bir e-posta daha gönderdik.
notice-new-address = Bu artık sizin e-posta adresiniz. Diğer her yerden çıkışınız yapıldı.
notice-other-ended = O tarayıcıdan çıkış yapıldı.
notice-others-ended = Diğer bütün tarayıcılarınızdan çıkış yapıldı.
notice-change-cancelled = E-posta adresiniz olduğu gibi kalıyor.
notice-undo-email-sent = E-postayı önceki adresinize yeniden gönderdik. Bağlantısı değişikliği geri alır.

## Why an email certainly does not arrive

refused = Hiçbir posta sunucusu kabul etmedi. Adresi kontrol edin; doğruysa hata bizde: birazdan yeniden deneyin.
not-handed-over = Hiçbir posta sunucusu kabul etmedi. Hata bizde: birazdan yeniden deneyin.

## What the account page calls something that has happened

event-log-in-requested = E-posta istendi
event-logged-in = Giriş yapıldı
event-log-in-failed = Sonuçsuz giriş denemesi
event-tries-used-up = Bütün denemeler yanlış kodlarla bitti
event-codes-off = Yüz yanlış kod: artık yalnızca bağlantıyla giriş yapılır
event-used-again = Kullanılmış bir e-posta denendi
event-logged-out = Çıkış yapıldı
event-logged-out-everywhere = Her yerden çıkış yapıldı
event-session-ended = Listedeki bir tarayıcıdan çıkış yapıldı
event-others-ended = Diğer bütün tarayıcılardan çıkış yapıldı
event-limited = Çok sık istendi
event-not-allowed = Başkasının oturumunu sonlandırma denemesi
event-no-access = Erişimi olmayan bir e-posta adresi doğrulandı
event-change-asked = E-posta adresi değişikliği istendi
event-change-refused = E-posta adresi değişikliği reddedildi
event-address-changed = E-posta adresi değişti
event-change-undone = E-posta adresi değişikliği geri alındı
event-change-cancelled = E-posta adresi değişikliği iptal edildi
event-undo-offered = Hesabın bıraktığı e-posta adresi doğrulandı
event-email-refused = Bir posta sunucusu adres değişikliği e-postasını reddetti
event-email-given-up = Adres değişikliği e-postası teslim edilemedi
event-user-created = Hesap oluşturuldu
event-forgotten = Hesap unutuldu

## Pages of failures: a title, and what to do

failure = Hata { $status }
fault-origin-title = Tarayıcınız bir şeyi göndermedi
fault-origin = Güvenliğiniz için bunu yalnızca kendi sayfalarımız yapabilir ve tarayıcınız hangi sayfada olduğunu söylemedi: ne Origin ne de Sec-Fetch-Site başlığını gönderdi. Bir gizlilik uzantısı veya vekil sunucu bunları çıkarıyor olabilir. Bu site için izin verin veya başka bir tarayıcı kullanın.
fault-client-title = Nerede olduğunuzu bilemiyoruz
fault-client = Bunun bir yerden kaç kez yapılabileceği sınırlıdır ve bu site nerede olduğunuzu öğrenemedi. Hata bizde ve not edildi. Hiçbir şey değişmedi veya eksilmedi; daha sonra yeniden deneyin.
fault-server-title = Bu sunucu henüz hazır değil
fault-other-address-title = Bu sayfa başka bir adreste açık
fault-other-address = Güvenliğiniz için bu yalnızca sitenin kendi adresinde çalışır. Başlangıca gidip orada yapın.
not-found-title = Burada bir şey yok
not-found = Sayfa taşınmış olabilir veya adresinde bir yazım hatası vardır.
unauthorized-title = Önce giriş yapın
unauthorized = Bu, giriş yapmış kişiler içindir. Başlangıca gidip orada giriş yapın.
no-such-part-title = Böyle bir bölüm yok
no-such-part = Dosya daha kısa. Tamamını yükleyin.
forbidden-title = Bu başka bir siteden geldi
forbidden = Güvenliğiniz için bunu yalnızca kendi sayfalarımız yapabilir. Başlangıca gidip oradan yeniden deneyin.
not-here-title = Bu burada yapılamaz
not-here = Bu adres tek başına açılamaz. Başlangıca gidip yolu oradan bulun.
too-slow-title = Bu çok uzun sürdü
too-slow = Bağlantı çok yavaştı. Geri dönüp yeniden deneyin.
too-large-title = Bu çok fazlaydı
too-large = Form alabileceğimizden fazlasını içeriyordu. Geri dönüp kısaltın.
too-many-title = Lütfen biraz daha yavaş
too-many = Çok fazla istek geldi. Birazdan yeniden deneyin.
back-soon-title = Hemen döneceğiz
back-soon = Bizde bir şey yanıt vermiyor. Hiçbir şey kaybolmadı veya eksilmedi; birazdan yeniden deneyin.
went-wrong-title = Bir şeyler ters gitti
went-wrong = Hata bizde ve not edildi. Geri dönüp yeniden deneyin.
not-whole-title = Bu bize eksik ulaştı
not-whole = Geri dönüp yeniden deneyin.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = Oturumunuz kapalı. Giriş yapıp yeniden deneyin.
did-not-work = Olmadı. Birazdan yeniden deneyin.
