# Announcements: the board, one of them, a draft, what became of it
board-open = Announcements
board-open-count = Announcements · { $count }
class-desk-announce = Announce to the class

# The reader's board
board-title = <b>Announcements</b>
board-title-of = <b>Announcements</b>, { $name }
board-waiting =
    { $count ->
        [one] { $count } waits for your answer
       *[other] { $count } wait for your answer
    }
board-none = No announcements now.
board-more = …and { $count } more
board-all = All announcements
board-by-author = By author
board-author = { $name } · { $count }
board-choose-author = Whose announcements?
board-write = ✎ Write
board-mine = My announcements
announce-line = <b>{ $number }.</b> { $sign } { DAY($day) }, { $author }
announce-line-urgent = ⚡ urgent
announce-line-waits =
    { $kind ->
        [read] please mark as read
       *[other] needs an answer
    }
announce-label = { $sign } { $number }. { $words }
announce-sign =
    { $state ->
        [waits] ●
        [new] ○
       *[read] ✓
    }
announce-withdrawn = This announcement was withdrawn.
announce-over = This announcement is over: it was valid until { DAY($day) }.
announce-you-read = ✓ You read it on { DAY($at) } at { CLOCK($at) }
announce-you-answered = ✓ Your answer: <b>{ $answer }</b> ({ DAY($at) } at { CLOCK($at) }).
announce-may-change = You may change it.
announce-may-change-each = You may change the answers.
announce-each = Please answer for each child.
announce-child-answered = ✓ { $name }: <b>{ $answer }</b>
announce-child-waits = ● { $name }: no answer yet
announce-one-number = One number for all: { $names }.
announce-for-all = All: { $answer }
announce-number-change = Change the answer
announce-ask-number = Answer with a number, for example 2. The announcement: “{ $words }”
announce-ask-number-short = A number
announce-answered = ✓ Answer recorded
announce-file = A file of the announcement, { $author }

# The draft
draft-title = <b>Draft announcement</b>
draft-no-words = No text yet.
draft-wordless = no text yet
draft-whom = To: { $whom }
draft-gone = ⚠ No pupils there: { $names }. Remove them from the readers.
draft-time-now = When: at once, after you confirm
draft-time = When: { DAY($at) } at { CLOCK($at) }
draft-ask =
    { $kind ->
        [none] Answer: not needed
        [read] Answer: “I have read it”
        [number] Answer: a number
       *[choice] Answers to choose from: { $choices }
    }
draft-end = On the board: until { DAY($day) }
draft-end-none = On the board: no end
draft-urgent = ⚡ Urgent: { $reason }
draft-left = This announcement is no longer a draft: it has been sent.
draft-write = Write
draft-choose-whom = Choose readers
draft-preview = Check and send ›
draft-rewrite = Change the text
draft-files = Files
draft-files-count = Files: { $count }
draft-button-whom = To whom
draft-button-time = When
draft-button-ask = Answer
draft-button-end = Valid until
draft-make-urgent = ⚡ Urgent
draft-calm = Not urgent
draft-drop = Delete
draft-drop-sure = Delete this draft? Nobody will see it.
draft-drop-yes = Yes, delete
draft-dropped = ✓ Draft deleted
draft-changed = Changed on another device. This is how it stands.
draft-saved = ✓ Saved. Only you see it for now.
draft-saved-album = ✓ Saved. The other files of this message will join it.
draft-ask-words = Write the announcement in one message: text, photos or files (up to { $files }, { $mb } MB each). Nobody sees it yet: first you will see how it looks.
draft-ask-again = Write the text again: it replaces the old one. Photos or files may come with them (up to { $files }, { $mb } MB each).
draft-ask-short = Announcement
draft-ask-files = Send photos or files: up to { $limit } per announcement, { $mb } MB each.
draft-ask-files-again = A photo, a voice message or a file, please.
draft-files-title = Files of the announcement. Press ✕ to remove one.
draft-file-remove = ✕ { $name }
draft-choose-time = When should it be sent?
draft-at-once = At once
draft-this-evening = Today at { $at }
draft-tomorrow = Tomorrow at { $at }
draft-other-time = Another time…
draft-ask-time = When should it be sent? For example: “tomorrow 8:00”, “25.11 18:30” or “19:00”.
draft-ask-time-short = tomorrow 8:00
draft-choose-end = Until which day (included) is it valid and on the board? It can be answered until then.
draft-end-day = until { SHORTDAY($day) }
draft-end-never = No end
draft-other-day = Another day…
draft-ask-end = Until which day is it valid? For example: 30.11 or “until Friday”.
draft-ask-end-short = 30.11
draft-choose-ask = What is asked of the reader?
draft-ask-none = Nothing
draft-ask-read = “I have read it”
draft-ask-choice = “Yes” or “No”
draft-ask-number = A number (how many will come…)
draft-ask-own = Your own answers…
draft-ask-choices = Write the answers to choose from, each on a new line. For example:

    We will come
    We will not come
    Not sure yet
draft-ask-choices-short = Answers
draft-ask-urgency = Why is it urgent? An urgent announcement arrives at once, in quiet hours too, before the others. The readers see the reason.
draft-ask-urgency-short = Reason

# To whom
whom-choose = <b>To whom?</b> Mark who gets it.
whom-choose-part = Mark what is needed.
whom-choose-class = Groups of which class?
whom-families =
    { $who ->
        [both] parents and pupils
        [pupils] pupils
       *[guardians] parents
    } of { $where }
whom-group = the group “{ $name }”
whom-everybody = the whole school
whom-grade = grade { $grade }
whom-grade-label = Grade { $grade }
whom-more = and { $count } more
whom-all-staff = all staff
whom-role =
    { $role ->
        [administrator] administrators
        [director] the director
        [deputy_head] deputies
        [secretary] secretaries
       *[teacher] teachers
    }
whom-class-leaders = class leaders
whom-nobody = nobody yet
whom-guardians = Parents
whom-pupils = Pupils
whom-part-classes =
    { $count ->
        [0] Classes…
       *[other] Classes: { $count }
    }
whom-part-grades =
    { $count ->
        [0] Grades…
       *[other] Grades: { $count }
    }
whom-part-groups =
    { $count ->
        [0] Groups…
       *[other] Groups: { $count }
    }
whom-part-roles =
    { $count ->
        [0] By role…
       *[other] By role: { $count }
    }
whom-whole-school = All families
whom-staff = All staff
whom-leaders = Class leaders
whom-no-groups = No groups
whom-none = Announcements go to your own classes and groups, and you have none yet.
whom-done = Done

# Before it is sent
preview-title = This is how the readers will see it:
preview-above = Above is the announcement as the readers will see it.
preview-line = ———
preview-buttons = Buttons below the message: { $labels }
preview-people = <b>Readers: { $count }</b>
preview-connected = • get it in the bot: { $count }
preview-not-connected = • not connected, only on paper: { $count }
preview-unreachable = • have blocked the bot: { $count }
preview-quiet = Who has quiet hours gets it after them.
preview-unheard = ⚠ Families get no messages at night, and by the morning it will be over ({ DAY($day) } is its last day): it will stand on the board only, without a message. Let it last longer, or mark it as urgent.
preview-nobody = ⚠ No readers: there is nobody to send it to.
preview-by-class = Connected by class: { $classes }
preview-class = { $name } — { $connected } of { $people }
preview-staff = staff — { $connected } of { $people }
preview-send =
    { $count ->
        [one] ✓ Send to { $count } reader
       *[other] ✓ Send to { $count } readers
    }
preview-send-later =
    { $count ->
        [one] ✓ Schedule for { $count } reader
       *[other] ✓ Schedule for { $count } readers
    }
sent-now = ✓ The announcement is being sent. Here you see who got and read it.
sent-later = ✓ Scheduled: it will be sent on { DAY($at) } at { CLOCK($at) }. Until then it can be withdrawn.
sent-already = Already sent

# My announcements
mine-title = <b>My announcements</b>
mine-none = You have written nothing yet.
mine-state =
    <b>{ $number }.</b> { $state ->
        [draft] ✎ draft of { DAY($day) }
        [waiting] ⏱ goes out on { DAY($day) } at { CLOCK($at) }
        [over] ✓ { DAY($day) } · over
        [withdrawn] ✕ { DAY($day) } · withdrawn
       *[published] ✓ { DAY($day) } at { CLOCK($at) }
    }
mine-label = { $number }. { $words }

# What became of it
draft-progress = Who has read it
watch-title = <b>Announcement: who has read it</b>
watch-state =
    { $state ->
        [waiting] Goes out on { DAY($day) } at { CLOCK($at) }
        [over] Sent on { DAY($day) } at { CLOCK($at) }, over
        [withdrawn] Sent on { DAY($day) } at { CLOCK($at) }, withdrawn
       *[published] Sent on { DAY($day) } at { CLOCK($at) }
    }
watch-withdrawn-unsent = Withdrawn before it was sent: nobody saw it.
watch-part = Only your classes are shown.
watch-people = Readers: { $count }
watch-delivered = Delivered: { $count }
watch-read = Have read it: { $count }
watch-answered = <b>Answered: { $count }</b>
watch-answer = • { $answer }: { $count }{ $children ->
        [0] { "" }
       *[other] , children: { $children }
    }
watch-total = Total: <b>{ $total }</b>
watch-unreachable = ⚠ Cannot be reached (bot blocked): { $count }
watch-not-connected = ○ Not connected to the bot: { $count }
watch-reminded = Reminded on { DAY($at) } at { CLOCK($at) }.
watch-remind = Remind those who are silent
watch-reminded-toast =
    { $count ->
        [0] Nobody to remind
       *[other] Reminder sent to { $count }
    }
watch-silent = Silent: { $count }
watch-readers-answered = Who answered what: { $count }
watch-by-class = By class
watch-sheet = 🖨 Acknowledgement sheet
watch-sheet-caption = Acknowledgement sheet as of { DAY($at) }, { CLOCK($at) }
watch-open = The text
watch-withdraw = Withdraw
watch-withdraw-sure = Withdraw this announcement? It disappears from the board and, as far as Telegram allows, from the readers' chats.
watch-withdraw-sure-waiting = Withdraw this announcement? Nobody has seen it yet, and it will not be sent.
watch-withdraw-yes = Yes, withdraw
watch-withdrawn-toast = ✓ Withdrawn
watch-classes-title = <b>By class</b>
watch-class = { $name } · silent { $silent }
watch-class-read = <b>{ $name }</b>: { $done } of { $people } have read it, delivered { $delivered }
watch-class-answered = <b>{ $name }</b>: { $done } of { $people } answered, delivered { $delivered }
watch-names-title =
    <b>{ $readers ->
        [read] Have read it
        [answered] Answered
        [silent] Silent
        [unreachable] Have blocked the bot
       *[not_connected] Not connected
    }: { $count }</b>
watch-names-none = Nobody.
watch-readers =
    { $readers ->
        [read] Have read it
        [answered] Answered
        [silent] Silent
        [unreachable] Blocked the bot
       *[not_connected] Not connected
    }
watch-name = <b>{ $name }</b>
watch-name-read = ✓ { DAY($at) } at { CLOCK($at) }
watch-name-state =
    { $state ->
        [delivered] delivered, not read
        [sent] on its way
        [board] on the board, not opened
        [unreachable] bot blocked
        [not_connected] not connected
       *[read] read
    }
