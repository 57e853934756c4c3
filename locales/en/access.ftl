# Coming in: greeting a stranger
access-greeting-staff =
    <b>Hello! This is the school's bot for staff.</b>

    To come in, send your access code: 10 characters, such as <code>K7M2-9XH4-TE</code>. Case and dashes do not matter.

    Staff get their code from the journal's administrator. Parents and pupils need another bot: its address is on the slip from the class leader.
access-greeting-family =
    <b>Hello! This is the school's bot for parents and pupils.</b>

    To come in, send your access code: 10 characters, such as <code>K7M2-9XH4-TE</code>. Case and dashes do not matter. Or point your camera at the QR code on the slip.

    The class leader gives out the codes.
access-welcome = { $already ->
    [yes] <b>{ $name }</b>, you are connected already.
   *[no] <b>{ $name }</b>, welcome! You are connected.
}
access-welcome-replaced = Until now this chat was connected as { $name }. That connection is closed.

# Consent
consent-title = <b>Consent to personal-data processing</b>
consent-for-guardian = { $name }
    Children: { $children }
consent-for-pupil = { $name }
consent-version = Version { $version }
consent-standing = { $answer ->
    [given] ✓ Consent given on { DAY($at) } at { CLOCK($at) }, version { $version }.
    [refused] ✗ Refused on { DAY($at) } at { CLOCK($at) }. The data is closed.
   *[withdrawn] ✗ Withdrawn on { DAY($at) } at { CLOCK($at) }. The data is closed.
}
consent-agree = I agree
consent-disagree = I do not agree
consent-withdraw = Withdraw consent
consent-toast = { $answer ->
    [given] Consent accepted
    [refused] Refusal noted
   *[withdrawn] Consent withdrawn
}
consent-closed =
    <b>{ $answer ->
        [refused] Your refusal is noted.
       *[withdrawn] Your consent is withdrawn.
    }</b>

    The data in this chat is closed and no messages will come. The class leader will know. You can change your mind at any time.
consent-whose = <b>Whose consent would you like to see?</b>
consent-sign = { $answer ->
    [given] ✓
    [none] …
   *[other] ✗
}
consent-guardian-first =
    <b>{ $name }</b>

    For pupils under 14 the diary opens after a parent's consent. Ask your parent to connect to this bot with their own code and to give consent.
consent-open = Consent to data processing
consent-wording-default =
    I, the user of this chat named above, acting for myself or as the legal representative of the children named above, freely, of my own will and in my own interest give the educational organisation [school] (the operator) consent to the processing of personal data in the electronic journal.

    Purpose: keeping the electronic journal and diary, recording attendance, informing the family about the course of education.

    Which data: surname, given name, patronymic; the pupil's date of birth and sex, class, personal file number; timetable, attendance and reasons of absence, marks, homework, remarks; the parent's telephone and e-mail; papers and statements that I attach, including illness as a reason of absence; the number of the chat in the messenger and the time of using the bot.

    What is done with it: collection, recording, arrangement, accumulation, storage, correction, retrieval, use, provision to the school's staff within their duties, blocking, erasure, destruction, with and without automation. The database is on a server at the operator's disposal. If somebody else processes the data on the operator's behalf, the school tells me the name and address at my request.

    Messenger: the bot's messages are delivered by an outside service (Telegram). I understand that the texts pass through its servers and agree to receive them so. Instead of the bot I can get the information at the school.

    Term: for the time of study and of keeping the journal by law, or until withdrawal.

    Withdrawal: at any moment with the button “Withdraw consent” in the bot's settings, or in writing to the school. After it the data in the bot is closed at once, processing ends, and the data is destroyed within 30 days unless the law obliges the school to keep it longer.

    Pressing “I agree”, together with the personal access code, confirms my decision; its time and the version of this text are kept.

# Whom one sees and who is connected
staff-list-title = <b>Staff</b>
staff-list-count = Connected: { $connected } of { $total }
staff-list-page = Page { $page } of { $pages }
staff-list-found = Found for “{ $text }”: { $count }
staff-list-empty = No staff yet. They appear when the school's workbook is loaded.
staff-list-none = Nobody found. Try another part of the surname.
staff-find = 🔍 Find by surname
staff-find-question = Type the surname or its beginning.
staff-all = All staff
member-mark = { $state ->
    [connected] ✓
    [unreachable] ⚠
   *[none] ○
}
families-classes = <b>Families: choose a class</b>
families-classes-empty = There is no class whose families you may see.
families-class-label = { $name } · { $connected } of { $total }
families-title = <b>Families of { $name }</b>
families-guardians = Parents connected: { $connected } of { $total }
families-pupils = Pupils connected: { $connected } of { $total }
families-unconnected = Without any parent in the bot: { $count }
families-no-consent = No consent:
families-unreachable = ⚠ Will not get messages (bot blocked):
families-empty = The class has no pupils yet.
families-legend = ✓ a parent is connected · ○ nobody · ⚠ bot blocked
families-slips = 🖨 Slips with codes
person-role = { $role ->
    [administrator] administrator
    [director] director
    [deputy_head] deputy head
    [secretary] secretary
   *[teacher] teacher
}
person-name = <b>{ $name }</b>
person-tie = { $kinship } · { $pupil }
family-kinship = { $kinship }
person-pupil = pupil
person-guardian = parent
person-chats = { $count ->
    [0] Not connected to the bot.
    [one] { $count } chat connected:
   *[other] { $count } chats connected:
}
person-chat = • since { DAY($since) } { CLOCK($since) }, last seen { DAY($seen) } at { CLOCK($seen) }
person-blocked = ⚠ bot blocked
person-code-open = A code was issued on { DAY($issued) } at { CLOCK($issued) }, valid until { DAY($expires) }.
person-code-used = The code of { DAY($issued) } has been used.
person-code-over = The code of { DAY($issued) } was not used and is no longer valid.
person-consent = { $answer ->
    [given] Consent: given on { DAY($at) }
    [refused] Consent: refused on { DAY($at) }
   *[withdrawn] Consent: withdrawn on { DAY($at) }
}
person-consent-guardian = Consent: a parent answers for a pupil under 14
person-consent-none = Consent: no answer yet
person-issue = { $again ->
    [yes] 🔑 Issue a new code
   *[no] 🔑 Issue a code
}
person-revoke = Disconnect
person-revoke-all = Disconnect all chats
person-revoke-one = Disconnect the chat of { DAY($since) } { CLOCK($since) }
person-revoke-code = Cancel the code
person-ask-revoke-one = Disconnect the chat connected on { DAY($since) } at { CLOCK($since) }? Access ends at once.
person-ask-revoke-all = Disconnect all chats and cancel the issued code? Access ends at once.
person-ask-revoke-code = Cancel the code? It will no longer let anybody in.
person-revoke-code-yes = Yes, cancel the code
person-revoke-yes = Yes, disconnect
person-revoked-toast = { $count ->
    [0] Code cancelled
    [one] { $count } chat disconnected
   *[other] { $count } chats disconnected
}
code-issued =
    <b>{ $name }</b>

    Access code: <code>{ $code }</code>
    Valid until { DAY($expires) } { CLOCK($expires) }, once.
code-issued-link =
    Link:
    { $link }
code-issued-how = Hand the code or the link over in person. The code can simply be sent to the { $door ->
    [staff] staff bot
   *[family] family bot
} as a message.
code-issued-once = The code is shown once: the journal keeps only its fingerprint. An earlier unused code is no longer valid.
invite-done = Administrator: { $name }
invite-code = Access code: { $code } (until { DAY($expires) } { CLOCK($expires) }, once)
invite-link = Link: { $link }
invite-no-link = Send the code to the staff bot.
invite-nobody = There is no staff member with number { $number }.
invite-name = Administrator

# Slips
slips-ask =
    <b>Slips with codes, { $name }</b>

    A PDF to print: 8 slips a page with a QR code, the code and how to use it. Earlier unused codes of these people become invalid; who is connected stays connected.
slips-missing = Who is not connected ({ $count })
slips-everybody = The whole class ({ $count })
slips-none = Everybody is connected: no slips are needed.
slips-caption = Slips of { $name }: { $count }. The codes are valid until { DAY($expires) }.
slips-file = Slips { $name }.pdf
slips-making = Preparing the slips…
slip-title = Electronic diary
slip-guardian = { $kinship } · { $pupil }, { $class }
slip-pupil = pupil · { $class }
slip-how-1 = Point the phone's camera at the QR code.
slip-how-2 = Press “Start” in Telegram.
slip-how-3 = It did not open? Send the code to @{ $bot }.
slip-how-text-1 = Open the school's bot in Telegram (ask the class leader for its address).
slip-how-text-2 = Send this code to the bot as a message.
slip-until = Once, until { DAY($expires) } { $year }

# The consent text
wording-title = <b>Consent text</b>, version { $version } of { DAY($since) }
wording-replace = ✎ Replace the text
wording-question = Send the new consent text in one message, up to { $limit } characters. The school's name replaces [school]. Answers already given stand with the version they were given to.
wording-open = Consent text

# Messages
push-consent-guardian = parent: { $children }
push-consent-given = ✓ <b>{ $name }</b> ({ $whose }): consent to data processing is given now. The diary is open.
push-consent-refused = ✗ <b>{ $name }</b> ({ $whose }) refused data processing. The diary is closed, messages do not come.
push-consent-withdrawn = ✗ <b>{ $name }</b> ({ $whose }) withdrew consent. The diary is closed, messages do not come.
push-open-families = Open the family
push-guessing-chat = ⚠ <b>This looks like guessing of codes.</b> Chat { $chat } sent the { $door ->
    [staff] staff bot
   *[family] family bot
} { $attempts } wrong codes within { $minutes } min. Its attempts are held back.
push-guessing-school = ⚠ <b>This looks like guessing of codes.</b> { $attempts } wrong codes came from various chats within { $minutes } min. For now everybody has one attempt.
