# Family bot: home, a child's day, absences, settings
family-settings = ⚙ Settings
family-cancelled = { $count ->
    [0] There is nothing to cancel.
   *[other] Cancelled.
}
family-help =
    <b>What this bot does</b>
    • shows the diary: lessons and substitutions, topics, homework with its files, marks and what is likely, attendance;
    • tells you when the child is not at a lesson and passes your answer to the school;
    • sends one card in the evening and the week on Saturday; the settings say what comes and when;
    • lets the class leader know that the child will be absent, with a photo of the medical note;
    • lets the teacher know that a mark or an attendance entry is wrong;
    • carries your conversations with teachers, the class leader and the administration, keeps announcements and documents.

    /menu – main screen
    /language – language
    /cancel – cancel typing

    One more child or a new code: just send the code.
family-not-understood = Passed on to nobody: use the buttons here. To write to the school: “More…” → “Write”. An access code can be sent as a message.
family-home = <b>Your children</b>
family-home-waiting = { $count ->
    [one] One more child opens after consent to data processing.
   *[other] { $count } more children open after consent to data processing.
}
departed = <b>{ $who ->
    [self] { $name }, you no longer study at our school.
   *[child] { $name } no longer studies at our school.
}</b>
departed-since = Last day at the school: { DAY($day) }, { $unit }.
departed-leader = Class leader: { $leader }
departed-ask =
    The diary is closed and no more messages come. If this is a mistake, or you need a record of the marks, ask the class leader or the school office.

    If the school has given you a new code, send it here.
now-lesson = Now lesson { $no }: { $subject }
now-next = At { CLOCK($starts) } lesson { $no }: { $subject }
now-over = Lessons are over for today.
now-absent = { $count ->
    [one] ✗ Missed { $count } lesson.
   *[other] ✗ Missed { $count } lessons.
}
now-known = { $reason ->
    [illness] Ill, the school knows.
   *[excused] Absent, the school knows.
}

# Day
diary-open = Open the day
diary-title = <b>{ $name }</b>
diary-date = { WEEKDAY($day) }, { DAY($day) }{ $when ->
    [today] { " · today" }
    [tomorrow] { " · tomorrow" }
    [yesterday] { " · yesterday" }
   *[other] { "" }
}
diary-lesson = <b>{ $no }.</b> { CLOCK($starts) }–{ CLOCK($ends) } <b>{ $subject }</b>
diary-lesson-cancelled = <b>{ $no }.</b> <s>{ $subject }</s> · cancelled
diary-room = { ROOM($room, before: "room") }
diary-other-room = { ROOM($room, before: "room") } instead of { $planned }
diary-teacher = { $name }
diary-substitution = substitute teacher
diary-moved-here = moved from { SHORTDAY($day) }, lesson { $no }
diary-moved-away = <s>{ $subject }</s> · moved to { SHORTDAY($day) }, lesson { $no }
diary-present = ✓ at the lesson
diary-late = { $minutes ->
    [0] ⏱ late
   *[other] ⏱ { $minutes } min late
}
diary-absent = { $why ->
    [illness] ✗ not at the lesson: ill
    [excused] ✗ not at the lesson: excused
    [unexcused] ✗ not at the lesson: unexcused
    [ill] ✗ not at the lesson: ill (the family’s answer)
    [family] ✗ not at the lesson: family circumstances (the family’s answer)
    [late] ✗ not at the lesson: on the way (the family’s answer)
    [unknown] ✗ not at the lesson, reason unknown
   *[none] ✗ not at the lesson
}
diary-known = { $reason ->
    [illness] Ill: { $span }. The school knows.
   *[excused] Absent for a valid reason: { $span }. The school knows.
}
diary-outside-year = No lessons: the study year is { DAY($starts) } to { DAY($ends) }.
diary-holiday = No lessons: { $name }.
diary-not-enrolled = No lessons: the child is in no class on this day.
diary-day-off = A day off, no lessons.
diary-nothing-planned = No lessons in the timetable.
diary-before = ‹ { SHORTDAY($day) }
diary-after = { SHORTDAY($day) } ›
diary-today = Today
diary-shown-day = ·{ $day }·
weekday-short = { $no ->
    [1] Mo
    [2] Tu
    [3] We
    [4] Th
    [5] Fr
    [6] Sa
   *[other] Su
}
span-day = { DAY($day) }
span-days = { DAY($starts) } – { DAY($ends) }
span-open = from { DAY($starts) } until back
notices-open = Report an absence
notices-see = Absences

# Absences
notices-title = <b>{ $name }</b>
notices-none = No absences reported.
notice-new = Report an absence
notice-new-for = New absence: { $name }
notice-label = { $span } · { $reason ->
    [illness] ill
    [unexcused] unexcused
   *[excused] excused
}
short-span-day = { SHORTDAY($starts) }
short-span-days = { SHORTDAY($starts) } – { SHORTDAY($ends) }
short-span-open = from { SHORTDAY($starts) }
notice-when = When will { $name } be absent?
notice-today = Today, { DAY($day) }
notice-tomorrow = Tomorrow, { DAY($day) }
notice-other-days = Other days…
notice-ask-dates = { $name }: write the day or days of the absence. For example: 12.03, 12.03–15.03 or “from 12 to 15 March”.
notice-ask-new-dates = { $name }, { $span }: write the new days. For example: 12.03, 12.03–15.03 or “until 15 March”.
notice-dates-example = 12.03–15.03
notice-why = { $name }, { $span }. What is the reason?
notice-reason-choice = { $reason ->
    [illness] Ill
   *[excused] Family circumstances
}
notice-reason-other = Another reason…
notice-ask-reason = { $name }, { $span }: write the reason in a few words, up to 500 characters.
notice-ask-note = { $name }, { $span }: write what the class leader should know, up to 500 characters.
notice-ask-again = Write it once more.
notice-ask-words = An answer in words is needed here.
notice-span = Absence: { $span }
notice-reason = Reason: { $reason ->
    [illness] ill
    [unexcused] unexcused
   *[excused] { $family ->
        [yes] family circumstances
       *[no] excused
    }
}
notice-note = “{ $note }”
notice-pages = { $count ->
    [one] 📎 Medical note: { $count } file
   *[other] 📎 Medical note: { $count } files
}
notice-author = Reported by: { $who ->
    [you] you
    [school] the class leader, { $name }
   *[other] { $name }
}
notice-withdrawn = Withdrawn.
notice-over = These days have passed. A medical note can still be added.
notice-change-dates = Change days
notice-change-reason = Change reason
notice-write-note = Comment
notice-withdraw = Withdraw
notice-withdraw-sure = { $name }: withdraw the absence ({ $span })? The class leader will be told.
notice-withdraw-yes = Yes, withdraw
notice-given = ✓ Recorded. The class leader is told, teachers see it at the lesson.
notice-taken-back = ✓ Withdrawn: see you at school.
notice-changed = ✓ Changed. The class leader is told.
notice-already = It is recorded like this already.
notice-stale = This was changed while you were looking. Here it is now. Try again if needed.
notice-overlaps = There is a notice for these days already. You can change it:
paper-send = 📎 Medical note
paper-ask = { $name }, { $span }: send a photo of the medical note or a PDF. Several files are fine, up to 20 MB each.
paper-not-a-file = A photo or a PDF is needed.
paper-kept = ✓ Attached. The class leader will see it.
paper-kept-album = ✓ Received. The other files of this message will be attached here too.
paper-attach = 📎 Attach the file sent
paper-loose = The file was received. To which absence does it belong? If none is chosen, it is deleted after a day.

# Answer to an alert
case-about =
    <b>{ $name }</b>: not at lesson { $no }
    { $subject }, { $time }, { DAY($day) }
case-answered = { $said ->
    [ill] ✓ The family’s answer: ill. The school knows.
    [family] ✓ The family’s answer: family circumstances. The school knows.
    [late] ✓ The family’s answer: on the way. The school knows.
   *[unknown] ✓ The family’s answer: reason unknown. The class leader was told.
}
case-open = No answer yet.
case-closed = ✓ Corrected: the child is at the lesson.
case-what = What happened?
case-change = Change the answer
case-toast = Answer sent

# Settings
settings-title = <b>Settings</b>
settings-people = This phone is connected as:
settings-person = { $children ->
    [none] • { $name }
   *[other] • { $name } (children: { $children })
}
settings-language = Язык · Language
settings-language-title = Язык · Language
language-ru = Русский
language-en = English
settings-quiet-title = In quiet hours messages that are not urgent wait, and always from 22:00 to 7:00. A child’s absence from a lesson is always urgent.
settings-quiet-off = No quiet hours
settings-quiet-none = No quiet hours.
settings-quiet-now = Quiet hours: { $first } to { $last }.
settings-disconnect = Disconnect this phone
settings-disconnect-sure = Disconnect this phone from the school? Messages will stop. To come back you will need a new code.
settings-disconnect-yes = Yes, disconnect
settings-disconnected = This phone is disconnected. To connect again, ask the class leader for a code and send it here.

# To the class leader
push-notice-given = 📝 <b>{ $pupil }</b>, { $name }: the family reports an absence
push-notice-changed = 📝 <b>{ $pupil }</b>, { $name }: the reported absence was changed
push-notice-withdrawn = 📝 <b>{ $pupil }</b>, { $name }: the reported absence was withdrawn
push-notice-paper = 📎 <b>{ $pupil }</b>, { $name }: a medical note was added to the absence
push-notice-what = { $span } · { $reason ->
    [illness] ill
   *[excused] excused
}
push-notice-author = Reported by: { $name }
push-notice-show-paper = Show the medical note
paper-caption = { $name }, medical note { $number } of { $count }
