# A child's attendance
attendance-title = <b>{ $name }</b> · attendance
attendance-period = { $name }
attendance-year = School year { $name }
attendance-nothing = No lessons with a roll here yet.
attendance-was = At lessons: { $count } of { $held } · { $percent }%
attendance-class = Average of the class: { $percent }%
attendance-clean = Nothing missed, never late.
attendance-missed = { $days ->
    [0] Lessons missed: { $count }
   *[other] Lessons missed: { $count }, full days: { $days }
}
attendance-reason = { $why ->
    [illness] – illness: { $count }
    [excused] – excused: { $count }
    [unexcused] – unexcused: { $count }
    [ill] – the family said ill: { $count }
    [family] – the family said family reasons: { $count }
    [late] – the family said late: { $count }
    [unknown] – the family does not know: { $count }
   *[none] – no reason given: { $count }
}
attendance-late = { $minutes ->
    [0] Late: { $count }
   *[other] Late: { $count }, { $minutes } min in all
}
attendance-subjects = By subject: { $subjects }
attendance-subject = { $subject } { $count } of { $of }
attendance-days = <b>By day</b>
attendance-more = { $count ->
    [one] …and { $count } more day
   *[other] …and { $count } more days
}
attendance-day = <b>{ SHORTDAY($day) }</b>
attendance-day-missed = { $count ->
    [one] absent from lesson { $numbers }
   *[other] absent from lessons { $numbers }
} · { $why ->
    [illness] illness
    [excused] excused
    [unexcused] unexcused
    [ill] ill, as the family said
    [family] family reasons, as the family said
    [late] late, as the family said
    [unknown] reason unknown
   *[none] no reason given
}
attendance-day-late = { $count ->
    [one] late for lesson { $numbers }
   *[other] late for lessons { $numbers }
}
attendance-day-button = { SHORTDAY($day) }
attendance-day-unexplained = ! { SHORTDAY($day) }
attendance-day-title = <b>{ $name }</b> · { DAY($day) }, { WEEKDAY($day) }
attendance-day-nothing = Nothing missed on this day.
attendance-lesson-missed = <b>{ $no }.</b> { $subject } · { $why ->
    [illness] illness
    [excused] excused
    [unexcused] unexcused
    [ill] ill, as the family said
    [family] family reasons, as the family said
    [late] late, as the family said
    [unknown] reason unknown
   *[none] no reason given
}
attendance-lesson-late = <b>{ $no }.</b> { $subject } · { $minutes ->
    [0] late
   *[other] late, { $minutes } min
}
attendance-wrong = Wrong: { $no }. { $subject }
attendance-open-day = Open the day
attendance-before = ‹ { $month }
attendance-after = { $month } ›
attendance-by-months = By month
attendance-whole-year = Year
