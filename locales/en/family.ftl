# Family bot: home, a child's day, absences, settings
family-settings = ⚙ Settings
family-cancelled = { $count ->
    [0] There is nothing to cancel.
   *[other] Cancelled.
}
family-help =
    <b>What this bot does</b>
    • shows the child’s lessons, rooms, substitutions and attendance;
    • tells you when the child is not at a lesson and passes your answer to the school;
    • lets the class leader know that the child will be absent, with a photo of the medical note.

    /menu – main screen
    /language – language
    /cancel – cancel typing

    One more child or a new code: just send the code.
family-not-understood = Nothing needs typing here: use the buttons. An access code can be sent as a message.
family-which-question = Several questions are open. Press “Reply” on the one you are answering, or /cancel.
family-home = <b>Your children</b>
family-home-waiting = { $count ->
    [one] One more child opens after consent to data processing.
   *[other] { $count } more children open after consent to data processing.
}
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
diary-room = room { $room }
diary-other-room = room { $room } instead of { $planned }
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
