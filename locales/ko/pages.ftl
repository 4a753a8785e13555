### Words of our own pages. What stands in braces is filled in; messages are plain text, never HTML.

## The language

language-name = 한국어
language = 언어
change-language = 언어 변경

## Buttons and links of several pages

log-in = 로그인
logging-in = 로그인하는 중…
log-out = 로그아웃
logging-out = 로그아웃하는 중…
log-out-everywhere = 모든 곳에서 로그아웃
sending = 보내는 중…
go-on = 계속
going-on = 잠시만요…
go-to-start = 처음으로
stay-logged-in = 로그인 유지
ask-for-new-email = 새 이메일 요청
send-me-a-code = 코드 받기
use-another-address = 다른 주소 사용
keep-address = 주소 그대로 두기
change-address = 주소 변경
changing = 변경하는 중…
your-account = 내 계정
keep-me-logged-in = 이 브라우저에서 로그인 유지
you-are-logged-in-as = { $email }(으)로 로그인했습니다.
you-are-logged-in-here-as = 여기에서는 { $email }(으)로 로그인했습니다.
questions = 궁금한 점이 있으신가요? { $support }
offline = 오프라인 상태입니다. 입력한 내용은 그대로 있으니, 다시 연결되면 한 번 더 보내 주세요.

## Home

welcome-back = 다시 오신 것을 환영합니다
without-password = 비밀번호 없이 로그인
needs-only-email = { $app }에는 이메일 주소만 있으면 됩니다. 코드와 링크를 보내 드리며, 둘 중 하나로 로그인할 수 있습니다. 없는 비밀번호는 아무도 추측하거나 훔치거나 잊어버릴 수 없습니다.
home-description = { $app }에는 비밀번호가 필요 없습니다. 이메일 주소로 보내 드리는 코드나 링크로 로그인합니다.

## The page that asks for the email address

check-your-address = 주소를 확인해 주세요
log-in-to = { $app }에 로그인
your-email-address = 이메일 주소
we-will-send = 코드와 링크를 보내 드립니다. 비밀번호는 필요 없습니다.
log-in-description = 이메일 주소로 { $app }에 로그인하세요. 코드와 링크를 보내 드리며, 둘 중 하나로 로그인할 수 있습니다.

## The page that asks for the code

check-your-email = 이메일을 확인해 주세요
prove-its-you = 본인임을 확인해 주세요
check-new-address = 새 주소의 이메일을 확인해 주세요
another-not-sent = 이메일을 한 통 더 보내지 못했습니다. 이전 이메일은 아직 유효합니다.
not-confirmed = 메일 서버가 아직 이메일을 확인하지 않았습니다. 곧 도착할 수도 있으며, 도착하면 코드와 링크를 사용할 수 있습니다. 도착하지 않으면 새로 요청해 주세요.
prove-present-first = 로그인한 지 시간이 지났으니 먼저 현재 주소를 확인해 주세요. 그런 다음 { $email }(으)로 변경이 계속됩니다.
logged-out-for-change = 모든 곳에서 로그아웃되었습니다. 새 주소가 확인되는 즉시 내 주소가 됩니다. 그때까지는 이전 주소로 로그인할 수 있습니다.
sending-to =
    { $email }(으)로 코드와 링크를 보내고 있습니다. { $minutes ->
       *[other] { $minutes }분
    } 동안, { $until }까지 유효합니다.
sent-to =
    { $email }(으)로 코드와 링크를 보냈습니다. { $minutes ->
       *[other] { $minutes }분
    } 동안, { $until }까지 유효합니다.
open-inbox = { $name } 열기
code-from-email = 이메일에 있는 코드
digits = 숫자 { $digits }자리입니다. 공백은 상관없습니다.
use-this-address = 이 주소 사용
type-or-open = 다시 입력하거나 이메일의 링크를 열어 주세요.
last-code = 틀린 코드를 너무 많이 입력했습니다. 새 이메일을 요청하거나 이메일의 링크를 열어 주세요.
tries-left =
    { $left ->
       *[other] { $left }번 더 시도할 수 있습니다.
    }
look-in-spam = 받지 못하셨나요? 스팸함을 확인해 주세요.
look-in-spam-each-works = 받지 못하셨나요? 스팸함을 확인해 주세요. 이메일을 여러 통 요청하셨으며, 모두 아직 유효합니다.
send-again = 다시 보내기
in-time = ({ $time })
log-in-with-old-address = 이전 주소로 로그인
not-sent = 이메일을 보내지 못했습니다
meant-for = { $email }(으)로 보내려던 이메일입니다.
try-again = 다시 시도
ask-for-new-code = 새 코드를 요청해 주세요
send-me-new-code = 새 코드 받기
we-will-send-to = { $email }(으)로 보내 드립니다.
we-will-send-to-present = 현재 주소로 보내 드립니다. 그런 다음 { $email }(으)로 변경이 계속됩니다.
still-old-change-again = 주소가 아직 이전 주소입니다. 그 주소로 로그인한 다음 { $email }(으)로 다시 변경해 주세요.

## The page where an email's link leads

another-is-logged-in = 여기에서는 { $email }(으)로 로그인했습니다. 계속하면 그 계정은 로그아웃됩니다. { $stay }
log-in-question = 로그인할까요?
logs-you-in-as = { $email }(으)로 로그인합니다.
change-question = 주소를 변경할까요?
proves-and-changes = { $email } 본인임을 확인하고 주소를 { $new_email }(으)로 변경합니다. 모든 곳에서 로그아웃됩니다.
use-question = 이 주소를 사용할까요?
from-now-on = 앞으로는 { $email }(으)로 로그인합니다. 지금 로그인됩니다.
type-code-too = 코드도 입력해 주세요
asked-in-another-browser = 이 링크는 다른 브라우저에서 요청되었습니다: { $browser }, { $client }, { $asked_at }.
to-log-in-here = 여기에서 { $email }(으)로 로그인하려면 같은 이메일의 코드를 입력해 주세요. 요청하지 않았다면 이 페이지를 닫아 주세요.
change-only-where-asked = 주소 변경은 요청한 브라우저에서만 계속됩니다.
code = 코드
digits-with-link = 숫자 { $digits }자리, 이 링크가 있는 이메일에 있습니다
type-where-asked = 요청한 곳에서 코드를 입력해 주세요
somebody-wants-address = 누군가 { $email }을(를) 자기 계정의 이메일 주소로 쓰려고 합니다. 다른 브라우저에서 요청했습니다: { $browser }, { $client }, { $asked_at }.
go-back-to-browser = 본인이라면 그 브라우저로 돌아가 같은 이메일의 코드를 입력해 주세요. 변경은 다른 곳에서는 계속되지 않습니다.
give-code-to-nobody = 요청하지 않았다면 코드를 아무에게도 알려 주지 마세요. 내 주소가 다른 사람 계정의 주소가 됩니다.
code-instead = 링크가 완전하지 않습니다. 대신 같은 이메일의 코드를 입력해 주세요.
type-the-code = 코드 입력
still-old-ask-again = 주소가 아직 이전 주소입니다. 그 주소로 로그인한 다음 변경을 다시 요청해 주세요.
link-used = 이미 사용한 링크입니다
link-expired = 만료된 링크입니다
too-many-wrong-codes = 틀린 코드가 너무 많습니다
link-does-not-work = 사용할 수 없는 링크입니다

## The account page

email-address = 이메일 주소
you-log-in-with = { $email }(으)로 로그인합니다.
change-waits = { $email }(으)로 변경하는 요청이 확인을 기다리고 있습니다.
cancel-change = 변경 취소
cancelling = 취소하는 중…
it-changed = { $old_email }에서 { $new_email }(으)로 변경되었습니다({ $moved_at }). 이전 주소로 보낸 이메일에서 되돌릴 수 있습니다. 기한: { $until }.
send-that-email-again = 그 이메일 다시 보내기
where-logged-in = 로그인한 곳
in-browsers =
    { $count ->
        [1] 이 브라우저에서만 로그인했습니다.
       *[other] 브라우저 { $count }개에서 로그인했습니다. 모르는 브라우저나 더 이상 쓰지 않는 브라우저는 로그아웃해 주세요.
    }
none-on-this-page = 이 페이지에는 없습니다.
this-one = 이 브라우저
last-seen = 마지막 활동: { $at } · { $client }
logged-in-at = 로그인: { $at }
log-out-which = { $browser }, { $client }, 로그인: { $since } 로그아웃
stays-until = 이 브라우저는 늦어도 { $at }까지 로그인 상태가 유지됩니다.
log-out-others = 다른 브라우저 모두 로그아웃
pages-of-list = 목록 페이지
earlier-page = 이전 페이지
next-page = 다음 페이지
page-of = { $pages }페이지 중 { $number }페이지
recent-activity = 최근 활동
not-you = 본인이 하지 않은 활동이 있나요? 이메일을 읽을 수 있는 사람은 로그인할 수 있습니다. 먼저 이메일 비밀번호를 변경해 주세요.
unknown-browser = 알 수 없는 브라우저
browser-on-system = { $system }의 { $browser }
unknown-client = 알 수 없음

## The form for another email address, on our pages and on others

new-email-address = 새 이메일 주소
what-a-change-does = 새 주소로 코드를 보내고 현재 주소에도 알려 드립니다. 모든 곳에서 로그아웃됩니다.
type-new-address = 새 이메일 주소를 입력해 주세요.
that-is-yours = 이미 사용 중인 주소입니다. 새 주소를 입력해 주세요.

## A page whose session has ended

you-are-logged-out = 로그아웃되었습니다

## The page that undoes a change of email address

undo-question = 변경을 되돌릴까요?
nothing-to-undo = 되돌릴 것이 없습니다
address-is-now = 이 계정의 주소는 이제 { $email }입니다. { $log_in }.
log-in-with-that = 그 주소로 로그인해 주세요
or-give-back = 원하지 않는다면 계정을 이전 이메일 주소로 되돌릴 수 있습니다:
somebody-asked = 누군가 이 계정의 이메일 주소 변경을 요청했습니다({ $asked_at }):
from = 이전
to = 이후
undo-moved = 계정이 새 주소로 옮겨졌습니다. 되돌리면 계정이 이전 주소로 돌아가고 모든 곳에서 로그아웃됩니다. 기한: { $until }.
undo-not-proved = 새 주소가 아직 확인되지 않았습니다. 되돌리면 계정이 이전 주소를 유지하고 모든 곳에서 로그아웃됩니다. 기한: { $until }.
i-dont-want = 이 변경을 원하지 않습니다
undo = 변경 되돌리기
undoing = 되돌리는 중…

## The page that asks before it logs out everywhere

log-out-everywhere-question = 모든 곳에서 로그아웃할까요?
ends-all = 이 브라우저와 다른 모든 브라우저의 세션이 종료됩니다. 열려 있는 모든 페이지가 닫힙니다.

## The page of a limit

a-little-later = 잠시 후에
open-it-all-the-same = 너무 오래되었거나 다른 주소로 온 이메일인가요? 그래도 링크를 연 다음 여기에서 다시 요청해 주세요.
ask-again-from = { $until }부터 다시 요청할 수 있습니다.
go-on-from = { $until }부터 계속할 수 있습니다.
type-a-code = 코드 입력
one-moment = 잠시만요…
back-to-account = 내 계정으로 돌아가기

## The development mailbox

mailbox = 메일함
mailbox-lead = 이 개발 서버의 이메일이며 최신순입니다. 서버가 멈출 때까지 메모리에 보관되며, { $setting }을(를) 설정하면 메일 서버로 보내집니다.
no-emails = 아직 이메일이 없습니다. { $ask }.
ask-for-one = 요청해 보세요
email-to-at = 받는 사람 { $email } · { $at }
email-to = { $email }에게 보낸 이메일
as-plain-text = 일반 텍스트로

## Moments. A clock has 24 hours; months and days of the month come from the Unicode CLDR.

just-now = 방금
minutes-ago =
    { $minutes ->
       *[other] { $minutes }분 전
    }
yesterday = 어제
today = 오늘
tomorrow = 내일
clock-utc = { $clock } UTC
day-and-clock = { $day } { $clock }
