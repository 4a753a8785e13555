### What pages say of outcomes: what is wrong, what to do, and what has happened.

## What is wrong, and what to do

error-address-missing = 이메일 주소를 입력해 주세요.
error-address-incomplete = 주소가 완전하지 않습니다. ada@example.com과 같은 형식입니다.
error-address-too-long = 이메일 주소로는 너무 깁니다. 두 번 붙여 넣지 않았는지 확인해 주세요.
error-address-character = 사용할 수 없는 문자가 주소에 있습니다. 보이지 않는 문자일 수도 있습니다. ada@example.com처럼 간단한 주소를 입력해 주세요.
error-address-domain = @ 뒤를 확인해 주세요. 이메일이 도착할 수 없습니다.
error-not-a-code = 코드는 숫자 { $digits }자리입니다. 모두 입력해 주세요.
error-wrong-code = 코드가 일치하지 않습니다.
error-tries-used-up = 틀린 코드를 너무 많이 입력했습니다. 새 이메일을 요청해 주세요.
error-expired = 이 이메일은 만료되었습니다. 새로 요청해 주세요.
error-used = 이미 사용한 이메일입니다. 새로 요청해 주세요.
error-codes-off = 이 주소로 틀린 코드를 너무 많이 입력하여 코드만으로는 로그인할 수 없습니다. 대신 최신 이메일의 링크를 열어 주세요.
error-no-challenge = 먼저 이 브라우저에서 코드를 요청해 주세요. 방금 요청했다면 브라우저가 쿠키를 차단하고 있을 수 있습니다. 이 사이트의 쿠키를 허용하고 다시 시도해 주세요.
error-bad-link = 링크가 완전하지 않습니다. 이메일에서 링크 전체를 열거나 복사하거나, 새로 요청해 주세요. 브라우저가 쿠키를 차단한다면 이 사이트에서 허용해 주세요.
error-code-needed = 링크와 같은 이메일에 있는 코드를 입력해 주세요.
error-only-where-asked = 이 이메일 주소 변경은 요청한 브라우저에서만 계속됩니다. 그곳에서 코드를 입력해 주세요.
error-too-soon = 이메일을 보내고 있습니다. 다시 요청하기 전에 잠시 기다려 주세요.
error-emails-limited = 이메일이 여러 통 요청되었습니다. 누가 요청했든 받은편지함의 최신 이메일은 여기에서도 유효합니다. 이 브라우저에서 링크를 열고 코드를 입력해 주세요.
error-network-limited = 사용 중인 네트워크에서 이메일을 많이 요청했습니다. 이미 받은편지함에 있는 이메일은 여기에서도 유효합니다. 이 브라우저에서 링크를 열어 주세요. 휴대전화 등 다른 네트워크에서는 기다릴 필요가 없습니다.
error-site-limited = 지금 매우 많은 사람이 이메일을 요청하고 있습니다. 이미 받은편지함에 있는 이메일은 여기에서도 유효합니다. 이 브라우저에서 링크를 열어 주세요.
error-change-limited = 이메일을 많이 요청하여 지금은 그 주소로 변경할 수 없습니다. 잠시 후 다시 시도해 주세요.
error-undo-email-limited = 이메일을 많이 요청하여 지금은 그 이메일을 다시 보낼 수 없습니다. 이전 주소에 도착한 이메일에서도 변경을 되돌릴 수 있습니다.
error-codes-limited = 사용 중인 네트워크에서 코드를 너무 많이 시도했습니다. 내 시도 횟수는 줄어들지 않았습니다.
error-enough-emails = 이메일을 여러 통 요청하셨습니다. 받은편지함의 최신 이메일은 아직 유효합니다.
error-same-address = 이미 사용 중인 주소입니다. 새 주소를 입력해 주세요.
error-change-refused = 주소가 변경되지 않았습니다. 이 이메일로는 더 이상 변경할 수 없습니다. 이전 주소로 로그인한 다음 변경을 다시 요청해 주세요.
error-email-taken = 이곳의 다른 계정이 그 이메일 주소를 사용하고 있어 내 계정의 주소는 그대로 유지됩니다. 둘 다 본인의 계정이라면 이 사이트 운영자에게 문의해 주세요.
error-change-not-offered = 이곳에서는 이메일 주소를 변경하지 않습니다. 이 사이트 운영자에게 문의해 주세요.
error-no-access = 본인의 이메일 주소이지만 이곳에 접근할 수 없습니다. 이 사이트 운영자에게 허용을 요청하거나 다른 주소로 로그인해 주세요.
error-address-moved-away = 이 이메일 주소의 계정이 다른 주소로 변경되었습니다. 원하지 않았다면 되돌려 주세요.
error-bad-undo-link = 링크가 완전하지 않습니다. 이메일에서 링크 전체를 열거나 복사해 주세요. 브라우저가 쿠키를 차단한다면 이 사이트에서 허용해 주세요.
error-undo-expired = 이 변경을 되돌릴 수 있는 기한이 지났습니다.
error-undo-used = 이 변경은 이미 되돌려졌습니다. 더 되돌릴 것이 없습니다.
error-not-sure = 먼저 확인란을 선택하여 뜻을 확인해 주세요.
error-no-such-session = 그런 세션이 없습니다.
error-logged-out-meanwhile = 그사이 로그아웃되었습니다. 로그인하고 다시 시도해 주세요.
error-client-unknown = 한 곳에서 할 수 있는 횟수가 제한되어 있는데, 이 사이트가 접속 위치를 확인하지 못했습니다. 저희 쪽 문제이며 변경된 것은 없습니다.
error-bad-request = 완전히 전달되지 않았습니다. 다시 시도해 주세요.
error-unavailable = 저희 쪽에 문제가 있습니다. 변경된 것은 없으니 잠시 후 다시 시도해 주세요.

## What has happened

notice-logged-out = 로그아웃되었습니다.
notice-logged-out-everywhere = 모든 곳에서 로그아웃되었습니다.
notice-session-ended = 다른 브라우저에서 로그아웃되었습니다.
notice-address-changing = 이메일 주소가 변경되고 있어 모든 곳에서 로그아웃되었습니다. 새 주소가 확인될 때까지 이전 주소로 로그인해 주세요.
notice-address-changed = 이메일 주소가 변경되어 모든 곳에서 로그아웃되었습니다. 새 주소로 로그인해 주세요.
notice-change-undone = 이메일 주소 변경이 되돌려졌으며 모든 곳에서 로그아웃되었습니다.
notice-others-change-undone = 그 이메일 주소의 변경이 되돌려졌으며 그 계정은 모든 곳에서 로그아웃되었습니다. 여기에서는 내 계정에 로그인된 상태입니다.
notice-session-expired = 세션이 만료되었습니다. 계속하려면 다시 로그인해 주세요.
notice-session-replaced = 이 세션은 같은 브라우저의 새 세션으로 바뀌었습니다.
notice-log-in-first = 그 페이지를 보려면 로그인해 주세요.
notice-email-again = 이메일을 한 통 더 보냈습니다.
notice-new-address = 이제 이 주소가 내 이메일 주소입니다. 다른 모든 곳에서 로그아웃되었습니다.
notice-other-ended = 그 브라우저가 로그아웃되었습니다.
notice-others-ended = 다른 브라우저가 모두 로그아웃되었습니다.
notice-change-cancelled = 이메일 주소가 그대로 유지됩니다.
notice-undo-email-sent = 이전 주소로 이메일을 다시 보냈습니다. 링크를 열면 변경을 되돌릴 수 있습니다.

## Why an email certainly does not arrive

refused = 어떤 메일 서버도 받지 않았습니다. 주소를 확인해 주세요. 주소가 맞다면 저희 쪽 문제이니 잠시 후 다시 시도해 주세요.
not-handed-over = 어떤 메일 서버도 받지 않았습니다. 저희 쪽 문제이니 잠시 후 다시 시도해 주세요.

## What the account page calls something that has happened

event-log-in-requested = 이메일 요청
event-logged-in = 로그인
event-log-in-failed = 로그인 시도 실패
event-tries-used-up = 틀린 코드로 시도 횟수 모두 사용
event-codes-off = 틀린 코드 백 번: 이제 링크로만 로그인 가능
event-used-again = 이미 사용한 이메일로 시도
event-logged-out = 로그아웃
event-logged-out-everywhere = 모든 곳에서 로그아웃
event-session-ended = 목록의 브라우저 로그아웃
event-others-ended = 다른 브라우저 모두 로그아웃
event-limited = 너무 잦은 요청
event-not-allowed = 다른 사람의 세션 종료 시도
event-no-access = 접근 권한이 없는 이메일 주소 확인
event-change-asked = 이메일 주소 변경 요청
event-change-refused = 이메일 주소 변경 거부
event-address-changed = 이메일 주소 변경
event-change-undone = 이메일 주소 변경 되돌림
event-change-cancelled = 이메일 주소 변경 취소
event-undo-offered = 계정이 떠난 이메일 주소 확인
event-email-refused = 메일 서버가 주소 변경 이메일을 거부함
event-email-given-up = 주소 변경 이메일을 전달하지 못함
event-user-created = 계정 생성
event-forgotten = 계정 삭제됨

## Pages of failures: a title, and what to do

failure = 오류 { $status }
fault-origin-title = 브라우저가 일부 정보를 빠뜨렸습니다
fault-origin = 안전을 위해 이 작업은 저희 페이지에서만 할 수 있는데, 브라우저가 어느 페이지에 있었는지 알려 주지 않았습니다. Origin 헤더도 Sec-Fetch-Site도 보내지 않았습니다. 개인정보 보호 확장 프로그램이나 프록시가 제거했을 수 있습니다. 이 사이트에서 허용하거나 다른 브라우저를 사용해 주세요.
fault-client-title = 접속 위치를 확인할 수 없습니다
fault-client = 한 곳에서 할 수 있는 횟수가 제한되어 있는데, 이 사이트가 접속 위치를 확인하지 못했습니다. 저희 쪽 문제이며 기록되었습니다. 변경되거나 소모된 것은 없으니 나중에 다시 시도해 주세요.
fault-server-title = 서버가 아직 준비되지 않았습니다
fault-other-address-title = 이 페이지가 다른 주소에서 열렸습니다
fault-other-address = 안전을 위해 이 작업은 사이트의 본래 주소에서만 할 수 있습니다. 처음으로 이동하여 진행해 주세요.
not-found-title = 여기에는 아무것도 없습니다
not-found = 페이지가 옮겨졌거나 주소에 오타가 있을 수 있습니다.
unauthorized-title = 먼저 로그인해 주세요
unauthorized = 로그인한 사용자를 위한 페이지입니다. 처음으로 이동하여 로그인해 주세요.
no-such-part-title = 그런 부분이 없습니다
no-such-part = 파일이 그보다 짧습니다. 전체를 불러와 주세요.
forbidden-title = 다른 사이트에서 온 요청입니다
forbidden = 안전을 위해 이 작업은 저희 페이지에서만 할 수 있습니다. 처음으로 이동하여 다시 시도해 주세요.
not-here-title = 여기에서는 할 수 없습니다
not-here = 이 주소만 따로 열 수 없습니다. 처음으로 이동하여 진행해 주세요.
too-slow-title = 너무 오래 걸렸습니다
too-slow = 연결이 너무 느렸습니다. 돌아가서 다시 시도해 주세요.
too-large-title = 내용이 너무 많습니다
too-large = 양식의 내용이 받을 수 있는 양을 넘었습니다. 돌아가서 줄여 주세요.
too-many-title = 조금만 천천히 부탁드립니다
too-many = 요청이 너무 많았습니다. 잠시 후 다시 시도해 주세요.
back-soon-title = 곧 돌아오겠습니다
back-soon = 저희 쪽 일부가 응답하지 않습니다. 사라지거나 소모된 것은 없으니 잠시 후 다시 시도해 주세요.
went-wrong-title = 문제가 발생했습니다
went-wrong = 저희 쪽 문제이며 기록되었습니다. 돌아가서 다시 시도해 주세요.
not-whole-title = 완전히 전달되지 않았습니다
not-whole = 돌아가서 다시 시도해 주세요.

## What server functions of other applications answer to who is not logged in

logged-out-try-again = 로그아웃된 상태입니다. 로그인하고 다시 시도해 주세요.
did-not-work = 처리하지 못했습니다. 잠시 후 다시 시도해 주세요.
