# The class leader's desk, pupils' cards, a family's contacts
class-desk-title = <b>Class { $name }</b>, { WEEKDAY($day) }, { DAY($day) }
class-desk-pupils = Pupils: { $count }
class-desk-absent-line = Absent today: { $count } ({ $why })
class-desk-absent-why = { $reason ->
        [illness] illness { $count }
        [excused] excused { $count }
        [unexcused] unexcused { $count }
       *[none] not explained { $count }
    }
class-desk-present = { $silent ->
        [0] Nobody is absent today.
       *[other] Nobody is absent today; rolls not taken so far: { $silent }.
    }
class-desk-unexplained-line = { $week ->
        [this] Pupils with absences without a reason this week: { $count }
       *[before] Pupils with last week's absences still without a reason: { $count }
    }
class-desk-failing-line = Failing: { $count }
class-desk-near-line = Close to failing: { $count }
class-desk-owed-line = Works owed: { $count } (pupils: { $pupils })
class-desk-unconnected-line = Pupils with no parent connected: { $count }
class-desk-no-consent-line = Connected without consent: { $count }
class-desk-unread-line = Not acknowledged: { $count }
class-desk-proposals-line = Families ask to change contacts: { $count }
class-desk-due-line = Cards to confirm: { $count }
class-desk-calm = All is well.
class-desk-number-absent = Absent today: { $count }
class-desk-number-unexplained = No reason: { $count }
class-desk-number-failing = Failing: { $count }
class-desk-number-near = Close: { $count }
class-desk-number-owed = Owed: { $count }
class-desk-number-unconnected = Not connected: { $count }
class-desk-number-no-consent = No consent: { $count }
class-desk-number-unread = Not read: { $count }
class-desk-number-proposals = New contacts: { $count }
class-desk-number-due = To confirm: { $count }
class-desk-cards = Pupils' cards
class-desk-all = All classes
class-desks-open = Class desks
class-desks-title = <b>Class desks</b>
    Who is absent, who is failing, how it is with the families, class by class.
class-desks-none = There are no classes this year yet.

near-title = <b>Close to failing, { $name }</b>
near-rule = The average is above the threshold of failing ({ POINT($below) }) by 0.2 at most.
near-none = Nobody: all is well.
near-line = <b>{ $name }</b> — { $said }
near-subject = { $subject } { POINT($average) }
owed-title = <b>Works owed, { $name }</b>
owed-rule = Works of this study period marked with a dot. Press one to open the work.
owed-none = Nothing is owed: all is well.
owed-line = <b>{ $name }</b>: { $works }
owed-work = { $subject }, { $kind } { DAY($day) }
owed-button = { $name }, { $subject } { SHORTDAY($day) }
unconnected-title = <b>No parent connected, { $name }</b>
unconnected-none = Every family is connected: all is well.
unconnected-line = <b>{ $name }</b>{ $blocked ->
        [yes] {" "}— ⚠ they have blocked the bot
       *[no] {""}
    }
unconnected-guardian = { $name }{ $kinship ->
        [none] {""}
       *[other] , { $kinship }
    }{ $phone ->
        [none] {""}
       *[other] , { $phone }
    }
unconnected-alone = no parent in the journal
unconnected-hint = Press a pupil to give out a code, or print the slips.
no-consent-title = <b>Connected without consent, { $name }</b>
no-consent-none = Everybody has given consent: all is well.
no-consent-rule = Without consent the diary is closed and no messages come. Ask them to answer the bot's question.
no-consent-line = <b>{ $name }</b>{ $child ->
        [none] {""}
       *[other] {" "}({ $child })
    } — { $answer ->
        [refused] refused
        [withdrawn] withdrawn
       *[none] no answer yet
    }
unread-title = <b>Not acknowledged, { $name }</b>
unread-none = Everybody has acknowledged: all is well.
unread-head = <b>{ $words }</b>
    of { DAY($published) }, waiting for: { $count }; { $reached ->
        [0] none of them is in the bot
       *[other] { $reached } of them in the bot
    }{ $reminded ->
        [yes] {", reminded today"}
       *[no] {""}
    }
unread-head-until = <b>{ $words }</b>
    of { DAY($published) }, until { DAY($ends) }, waiting for: { $count }; { $reached ->
        [0] none of them is in the bot
       *[other] { $reached } of them in the bot
    }{ $reminded ->
        [yes] {", reminded today"}
       *[no] {""}
    }
unread-name = { $name }{ $child ->
        [none] {""}
       *[other] {" "}({ $child })
    }
unread-more = and { $count } more
unread-hint = Open the announcement to see who has read it; the bot reminds once a day.
unread-remind = 🔔 Remind ({ $count })
unread-toast = { $count ->
        [0] Already reminded today
       *[other] Reminded: { $count }
    }
unread-toast-changed = The announcement has changed meanwhile: look once more
unread-file = announcement with a file

pupil-card-title = <b>{ $name }</b>, { $class }
card-born = Born: { DAY($born) } { $year }, { $age ->
        [one] { $age } year
       *[other] { $age } years
    }
card-not-born = Date of birth not given.
card-groups = Groups: { $groups }
card-group = { $subject } ({ $group })
card-pupil = <b>Pupil</b>
card-guardian = <b>{ $name }</b>, { $kinship }, { $reach ->
        [connected] connected
        [unreachable] ⚠ the bot is blocked
       *[none] not connected
    }
card-contact = { $field ->
        [phone] Phone
        [email] E-mail
       *[address] Address
    }: { $value }
card-no-contact = { $field ->
        [phone] Phone
        [email] E-mail
       *[address] Address
    }: not given
card-no-guardians = No parents in the journal: the administrator adds them in the school's workbook.
card-confirmed = Confirmed { DAY($at) }: { $by }
card-never-confirmed = The card was never confirmed.
card-due = ❗ Time to confirm: is all of it right?
card-changes = Changed since it was confirmed:
card-change = • { $person ->
        [pupil] {""}
       *[other] { $person }:{" "}
    }{ $what ->
        [name] name
        [birth_date] date of birth
        [kinship] kinship
        [phone] phone
        [email] e-mail
        [added] now on the card
        [gone] no longer on the card
       *[address] address
    }{ $what ->
        [added] {""}
        [gone] {""}
       *[other] : { $was } → { $now }
    }
card-empty = none
card-proposed = The family asks to change contacts.
card-edit = ✎ Change
card-confirm = ✓ All is right
card-proposal = The family's proposal
card-write = Write to the family
card-access = Access to the bot
card-open = Pupil's card
card-fields-title = <b>{ $name }</b>
    What is to be changed?
card-field-pupil = { $field ->
        [phone] Pupil's phone
        [email] Pupil's e-mail
       *[address] Address
    }
card-field-guardian = { $field ->
        [phone] Phone
       *[email] E-mail
    }: { $name }
contact-ask = { $field ->
        [phone] Write the phone, for instance <code>+7 900 123-45-67</code>.
        [email] Write the e-mail address, for instance <code>ivanova@mail.ru</code>.
       *[address] Write the address: street, house, flat.
    }
contact-ask-person = <b>{ $name }</b>
contact-ask-now = At present: { $value }
contact-ask-drop = To remove it, send “-”.
contact-ask-short = { $field ->
        [phone] +7 900 123-45-67
        [email] ivanova@mail.ru
       *[address] street, house, flat
    }
card-saved = ✓ Written.
card-saved-same = That is what was there already.
card-toast-confirmed = Confirmed
card-toast-already = Already confirmed
card-toast-changed = The card has changed meanwhile: look once more
cards-title = <b>Cards, { $name }</b>
cards-rule = { $confirms ->
        [monthly] By the school's rules they are confirmed once a month.
        [always] By the school's rules they are confirmed when something has changed.
       *[on_request] By the school's rules they are confirmed when the administration asks.
    }
cards-asked = The administration asks to confirm them ({ DAY($at) }).
cards-due = To confirm: { $count } of { $total }
cards-changed = With changes: { $count }
cards-done = All are confirmed.
cards-empty = There are no pupils in the class yet.
cards-legend = ● to confirm · ◆ changed, or the family asks to change · ✓ confirmed
cards-button = { $state ->
        [changed] ◆
        [due] ●
       *[done] ✓
    } { $name }
cards-confirm-all = ✓ Confirm all ({ $count })
cards-ask-all = Ask to confirm
cards-toast-confirmed = Confirmed: { $count }
cards-toast-already = Already confirmed
cards-toast-changed = Something has changed meanwhile: look once more
cards-toast-asked = The class leader will be asked
cards-toast-asked-already = Already asked today

proposals-title = <b>New contacts, { $name }</b>
proposals-none = No family asks for a change: all is well.
proposals-button = { $name }: { $fields }
proposal-field = { $field ->
        [phone] phone
        [email] e-mail
       *[address] address
    }
proposal-title = <b>{ $pupil }</b>, { $class }
proposal-whose = { $guardian ->
        [none] The pupil's contacts
       *[other] Contacts of { $guardian }
    }
proposal-by = Asked by { $by }{ $kinship ->
        [none] {""}
       *[other] {" "}({ $kinship })
    }, { DAY($at) } at { CLOCK($at) }
proposal-line = • { $field ->
        [phone] phone
        [email] e-mail
       *[address] address
    }: { $was } → <b>{ $now }</b>
proposal-nothing = none
proposal-accepted = ✓ Written { DAY($at) }: { $by }
proposal-refused = ✗ Not accepted { DAY($at) }: { $by }
proposal-words = { $words }
proposal-withdrawn = The family has withdrawn it.
proposal-accept = ✓ Write it
proposal-refuse = Refuse…
proposal-refuse-ask = Write to the family why the contacts stay as they are (up to 300 characters).
proposal-refuse-short = Why
proposal-toast-accepted = Written, the family will hear
proposal-toast-changed = The family changed its proposal: look once more
proposal-toast-over = This is settled already
proposal-said-refused = The family will get your answer.
proposal-said-over = This is already settled.
proposal-said-changed = While you were writing, the family changed its proposal: look once more. Your answer was not sent.

contacts-open = Our contacts
contacts-title = <b>Contacts at the school</b>
contacts-own = <b>Yours</b>
contacts-child = <b>{ $name }</b>
contacts-how = The other parent sees only their own contacts and the child's. The class leader writes the changes down.
contacts-how-pupil = Your parents can have contacts changed.
contacts-proposed = <b>Waits for the class leader</b>
contacts-answer-accepted = <b>Written { DAY($at) }</b>
contacts-answer-refused = <b>Not accepted { DAY($at) }</b>
contacts-mine = your contacts
contacts-mine-title = Your contacts
contacts-childs = the child's contacts
contacts-own-field = ✎ { $field ->
        [phone] My phone
       *[email] My e-mail
    }
contacts-child-field = ✎ { $field ->
        [phone] Child's phone
        [email] Child's e-mail
       *[address] Child's address
    }
contacts-withdraw = Leave { $whose ->
        [own] my contacts
       *[child] the child's contacts
    }
contacts-said-made = ✓ Passed on to the class leader. Until it is written, the school keeps what was there.
contacts-said-already = This has already been passed on to the class leader.
contacts-said-dropped = That is what the school has; the proposal is withdrawn.
contacts-toast-withdrawn = Withdrawn
contacts-toast-over = Settled or changed already: look once more

push-cards-due = <b>Cards of { $class }</b>: please confirm contacts and parents. To confirm: { $count }.
push-cards-asked = <b>Cards of { $class }</b>: { $by } asks to confirm contacts and parents ({ $count }).
push-cards-open = Cards of { $class }
push-contacts-proposed = <b>{ $pupil }, { $class }</b>: the family asks to change contacts.
push-contacts-accepted = ✓ <b>{ $pupil }</b>: the new contacts are written down.
push-contacts-refused = <b>{ $pupil }</b>: the contacts stay as they were.
push-contacts-by = Answered by { $name }

error-phone-wrong = This does not look like a phone number. Example: <code>+7 900 123-45-67</code>.
error-email-wrong = This does not look like an e-mail address. Example: <code>ivanova@mail.ru</code>.
error-home-address-wrong = Too short for an address: at least { $limit } characters.
error-contact-same = That is what the school has{ $value ->
        [none] {""}
       *[other] : { $value }
    }.
