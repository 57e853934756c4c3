announced-head = 📣 <b>Announcement</b> · { $author }
announced-head-position = 📣 <b>Announcement</b> · { $author }, { $position }
announced-urgent = ❗ Urgent: { $reason }
announced-children = For: { $names }
announced-files = 📎 Files: { $count }
announced-until = Valid until { DAY($day) }.
announced-ask-read = Please confirm that you have read it.
announced-ask-read-until = Please confirm by { DAY($day) } that you have read it.
announced-ask-choice = Please choose an answer.
announced-ask-choice-until = Please choose an answer by { DAY($day) }.
announced-ask-number = Please answer with a number.
announced-ask-number-until = Please answer with a number by { DAY($day) }.
announced-read = ✅ I have read it
announced-number = ✍️ Answer with a number

push-announcement-open = Open
push-announcement-each = Answer for each child
push-announcement-watch = View
push-announcement-reminder = 🔔 A reminder: the school is waiting for your answer. If you have answered on paper, nothing needs to be done.
push-announcement-failed = 📣 The announcement could not be published, nobody got it. Please write it anew; if that fails too, tell the administrator of the journal.
push-announcement-to-nobody = 📣 The announcement reached nobody: by its time none of the chosen classes and people had a recipient left. Check whom it is for.

error-announcement-empty = The announcement has neither text nor a file yet. Write the text.
error-announcement-to-nobody = The announcement is for nobody yet, or those chosen have no recipient. Choose whom it is for.
error-announcement-class-gone = These classes and groups have no pupils any more: { $names }. Remove them and check who will get the announcement.
error-announcement-ends-early = The announcement goes out on { DAY($leaves) } but ends earlier, on { DAY($ends) }. Change one of the dates.
error-announcement-over = The announcement was valid until { DAY($ends) }; answers are no longer taken. If it matters, write to the class leader.
error-announcement-withdrawn = The announcement was withdrawn; there is no need to answer it.
error-publish-time-wrong = The time was not understood. For example: tomorrow 8:00 or 25.11 18:30.
error-publish-time-past = This moment has passed: { DAY($at) }, { CLOCK($at) }. Choose another.
error-choices-wrong = From two to { $limit } different answers are needed, each on its own line and of at most { $length } characters.
error-number-wrong = One whole number from 0 to { $limit } is needed, for example 2.

ack-file = Acknowledgements { $day } No { $number }
ack-title = Sheet of acknowledgements
ack-subtitle = { $author } · { $of ->
        [document] document
       *[announcement] announcement
    } of { DAY($moment) } { $year }, { CLOCK($moment) }
ack-files-only = The text of the announcement is in the attached files.
ack-count = In all: { $people }. Have read it: { $read }. Not confirmed: { $silent }.
ack-count-away = Not connected to the bot: { $away }. Bot blocked: { $unreachable }.
ack-answer = “{ $answer }”: { $people }{ $children ->
        [0] { "" }
       *[other] {" "}(children: { $children })
    }
ack-several = A parent of several children stands beside each of them.
ack-answers = Answers: { $answers }.
ack-total = Sum of the answers: { $total }.
ack-class = Class { $name }
ack-staff = Staff
ack-pupil = pupil
ack-read = Read { SHORTDAY($moment) } { CLOCK($moment) }
ack-delivered = Delivered, not confirmed
ack-sent = Sent, not confirmed
ack-board = In the bot, not confirmed
ack-unreachable = Bot blocked
ack-not-connected = Not connected
ack-footer = As the journal has it on { DAY($moment) } { $year }, { CLOCK($moment) }
ack-column-number = No
ack-column-pupil = Pupil
ack-column-reader = Who has read it
ack-column-state = In the journal
ack-column-signature = Signature
