# The family's evening card and the week
card-title = 🌙 <b>{ WEEKDAY($day) }, { DAY($day) }</b>
card-week-title = 🗓 <b>The week to { DAY($day) }</b>
card-child = <b>{ $name }</b>
card-more = { $count } more
card-day = { SHORTDAY($day) }

# Today
card-marks = Marks:
card-mark = <b>{ $value }</b>
card-mark-said = <b>{ $value }</b> ({ $said })
card-mark-dot = owed
card-mark-day = of { SHORTDAY($day) }
card-mark-before = was { $before }
card-mark-formerly = the kind of work is corrected, was: { $kind }
card-mark-removed = taken back
card-finals = Final, { $period }:
card-finals-year = Of the year:
card-absent = ✗ Missed:
card-absent-why = { $count ->
    [1] lesson { $lessons }
   *[other] lessons { $lessons }
} – { $why ->
    [illness] illness
    [excused] good reason
    [unexcused] no good reason
    [ill] ill (the family's answer)
    [family] family matters (the family's answer)
    [late] late (the family's answer)
    [unknown] reason unknown
   *[none] no reason given
}
card-late = ⏱ Late: lesson { $number }{ $minutes ->
    [0] { "" }
   *[other] , { $minutes } min
}

# Tomorrow and ahead
card-tomorrow = <b>Tomorrow:</b> { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}, from { $starts }
card-tomorrow-free = <b>No lessons tomorrow</b>
card-homework = Homework:
card-minutes = about { $minutes } min
card-minutes-least = from { $minutes } min
card-event = Tomorrow: { $title }
card-event-at = Tomorrow at { $starts }: { $title }
card-event-place = , { ROOM($place, before: "room") }
card-tasks = Individual task for tomorrow:
card-controls = Ahead:
card-control = { SHORTDAY($day) } { $subject } ({ $kind })
card-waiting = Waits for your answer: absence of
card-announcements = Announcements that wait for your answer: { $count }

# The week
card-week = <b>This week:</b> { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}
card-week-alone = <b>This week</b>
card-week-marks = Marks:
card-week-count = “{ $value }” – { $count }
card-week-moved = Averages:
card-week-way = { $subject } { POINT($before) } → { POINT($now) } { $way }
card-week-first = { $subject } { POINT($now) }
card-week-chart = By week: <code>{ $bars }</code> { POINT($now) }
card-week-present = Nothing missed, never late
card-week-missed = { $count ->
    [one] Missed { $count } lesson
   *[other] Missed { $count } lessons
}
card-week-why = { $why ->
    [illness] illness
    [excused] good reason
    [unexcused] no good reason
    [ill] illness
    [family] family matters
    [late] late
    [unknown] reason unknown
   *[none] not explained
} – { $count }
card-week-late = Times late: { $count }
card-week-owed = Still owed:

# Buttons
card-open-week = Week
card-open-marks = Marks
card-open-task = Task: { $subject }
card-explain = Explain { SHORTDAY($day) }
