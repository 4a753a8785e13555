### What emails say, each message once for both parts.

## Facts

mail-for = 받는 사람:
mail-from = 요청한 곳:
mail-when = 일시:
mail-until = 유효 기한:
mail-account = 계정:
mail-browser = 브라우저:
mail-network = 네트워크:
mail-moment = { $date } { $clock } UTC
mail-until-minutes =
    { $until }({ $minutes ->
       *[other] { $minutes }분
    })
mail-until-days =
    { $until }({ $days ->
       *[other] { $days }일
    })
mail-works-once = 한 번만 사용할 수 있습니다.
mail-nothing-to-do = 본인이라면 아무것도 하지 않아도 됩니다.

## A code and a link

mail-log-in-subject = { $app }에 로그인
mail-prove-subject = { $app }의 주소 변경
mail-confirm-subject = { $app }의 새 주소 확인
mail-code-preheader =
    { $email }의 코드와 링크입니다. { $minutes ->
       *[other] { $minutes }분
    } 동안 유효합니다.
mail-type-code = 요청한 곳에서 이 코드를 입력해 주세요:
mail-type-code-to-go-on = 계속하려면 요청한 곳에서 이 코드를 입력해 주세요:
mail-type-code-to-confirm = 요청한 곳에서 이 코드를 입력해 주세요. 그 뒤로는 이 주소로 로그인합니다:
mail-use-link = 링크를 사용해 주세요. 코드는 링크와 함께만 사용할 수 있습니다:
mail-use-link-to-confirm = 링크를 사용해 주세요. 코드는 링크와 함께만 사용할 수 있습니다. 그 뒤로는 이 주소로 로그인합니다:
mail-invited = 초대를 받으셨습니다. 아래 링크를 열고 그곳에서 이 코드를 입력해 주세요:
mail-somebody-wants-change = 누군가(아마 본인이) 내 계정의 주소를 { $new_email }(으)로 변경하려고 합니다.
mail-or-link = 또는 요청한 브라우저에서 이 링크를 열어 주세요:
mail-this-link = 링크:
mail-not-asked = 요청하지 않았다면 무시해 주세요. 코드가 없으면 아무도 로그인할 수 없습니다.
mail-not-invited = 무엇인지 모르시면 무시해 주세요. 코드가 없으면 아무도 로그인할 수 없습니다.
mail-not-asked-change = 본인이 아니라면 로그인된 브라우저를 누군가 사용하고 있습니다. 로그인한 다음 모든 곳에서 로그아웃해 주세요.
mail-other-browser-asks-code = 다른 브라우저에서는 링크를 열면 코드도 입력해야 합니다.
mail-other-browser-neither = 다른 브라우저에서는 둘 다 사용할 수 없습니다.
mail-any-browser = 둘 다 모든 브라우저에서 사용할 수 있습니다.
mail-never-give = 코드를 아무에게도 알려 주지 말고 { $site }에서만 입력해 주세요.

## A change of address that was asked for

mail-changing-subject = { $app }의 주소가 변경될 예정입니다
mail-changing-preheader =
    { $old_email }에서 { $new_email }(으)로. { $days ->
       *[other] { $days }일
    } 동안 되돌릴 수 있습니다.
mail-changing-heading = 주소가 변경될 예정입니다
mail-changing = { $app } 계정의 이메일 주소가 변경될 예정입니다:
mail-changing-logged-out = 모든 곳에서 로그아웃되었습니다. 본인이라면 아무것도 하지 않아도 됩니다. 새 주소가 확인되는 즉시 내 주소가 됩니다. 그때까지는 이전과 같이 이전 주소로 로그인해 주세요.
mail-undo = 본인이 아니라면 이 링크를 열어 변경을 되돌려 주세요:
mail-changing-not-you = 본인이 아니라면 누군가 계정을 사용했거나 이메일을 읽고 있습니다. 이메일 비밀번호도 변경해 주세요.

## A change of address that has happened

mail-changed-subject = { $app }의 이메일 주소가 변경되었습니다
mail-changed-preheader = { $old_email }에서 { $new_email }(으)로. { $until }까지 되돌릴 수 있습니다.
mail-changed-heading = 이메일 주소가 변경되었습니다
mail-changed = { $app } 계정의 이메일 주소가 변경되었습니다:
mail-changed-was-you = 본인이라면 아무것도 하지 않아도 됩니다. 새 주소로 로그인해 주세요.
mail-changed-late = 링크를 더 이상 사용할 수 없다면 평소처럼 이 주소로 로그인해 주세요. 그래도 변경을 되돌릴 수 있습니다. 그리고 이메일 계정의 비밀번호를 변경해 주세요. 변경한 사람이 이메일을 읽고 있을 수 있습니다.

## An address that somebody else wanted

mail-taken-subject = 누군가 { $app }에서 내 주소를 사용하려고 했습니다
mail-taken-heading = 누군가 내 주소를 사용하려고 했습니다
mail-taken-preheader = { $email }은(는) 이미 내 계정의 주소입니다. 변경된 것은 없습니다.
mail-left-preheader = { $email }은(는) 해당 계정을 위해 남겨 두었습니다. 변경된 것은 없습니다.
mail-taken = 누군가 { $app }의 다른 계정 주소를 { $email }(으)로 변경하려고 했습니다.
mail-taken-why = 이미 내 계정의 주소이므로 변경된 것은 없습니다.
mail-left-why = 최근까지 어떤 계정이 이 주소를 사용했고 아직 되돌릴 수 있으므로 남겨 두었으며, 변경된 것은 없습니다.
mail-taken-was-you = 본인이라면: 이 주소로 로그인하면 이 계정으로 들어갑니다. 다른 계정에 사용하려면 먼저 이 계정의 주소를 변경해 주세요.
mail-left-was-you = 본인이라면: 되돌리려면 그 변경에 관한 이메일의 링크를 열거나 기한이 지날 때까지 기다려 주세요.
mail-taken-not-you = 본인이 아니라면 아무것도 하지 않아도 됩니다. 이 이메일에는 코드나 링크가 없으며, 계정이 있다는 사실은 아무에게도 알려지지 않았습니다.

## A change of address that was undone

mail-undone-subject = { $app }의 이메일 주소가 원래대로 돌아갔습니다
mail-undone-preheader = 계정이 이전 이메일 주소로 돌아갔습니다.
mail-undone-heading = 이메일 주소 변경이 되돌려졌습니다
mail-undone = { $email }(으)로 옮겨졌던 { $app } 계정이 그 전의 이메일 주소로 돌아갔습니다. 그 주소의 이메일을 읽는 사람이 변경을 되돌렸습니다. 계정은 모든 곳에서 로그아웃되었으며, 이 주소로는 더 이상 로그인할 수 없습니다.
mail-undone-was-you = 본인이라면 아무것도 하지 않아도 됩니다. 이전 주소로 로그인해 주세요.
mail-undone-not-you = 내 계정인데 누가 되돌렸는지 모른다면 누군가 이전 주소의 이메일을 읽고 있습니다. 그 비밀번호를 변경해 주세요.

## A new browser

mail-new-browser-subject = 새 브라우저가 { $app }에 로그인했습니다
mail-new-browser-heading = 새 브라우저가 로그인했습니다
mail-new-browser = 전에 본 적 없는 브라우저가 { $app } 계정에 로그인했습니다:
mail-new-browser-not-you = 본인이 아니라면 누군가 이메일을 읽고 있습니다. 먼저 이메일 계정의 비밀번호를 변경해 주세요. 그런 다음 계정 페이지를 열고 모든 곳에서 로그아웃해 주세요:
mail-open-account = 계정 페이지 열기
mail-new-browser-why = 비공개 창은 매번 새 브라우저로 계산됩니다. 이 이메일은 24시간에 최대 세 통이며, 계정 페이지에서 로그인된 모든 브라우저를 볼 수 있습니다.
