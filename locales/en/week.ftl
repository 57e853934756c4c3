# The class's week: attendance, reasons, illnesses
code-none = N
code-illness = Ill
code-excused = Exc
code-unexcused = Unex
code-late = Late
week-att-title = <b>{ $name }: attendance</b>, { DAY($first) } – { DAY($last) }
week-att-unexplained =
    { $count ->
        [one] { $count } pupil missed lessons without a reason. Tap the name to give one.
       *[other] { $count } pupils missed lessons without a reason. Tap a name to give one.
    }
week-att-explained = Every absence has a reason.
week-att-nobody = Nobody was absent or late.
week-att-name = <b>{ $name }</b>
week-att-name-unexplained = ! <b>{ $name }</b>
week-att-button = { $name }
week-att-button-unexplained = ! { $name } — without a reason: { $count }
week-att-day-codes = { SHORTDAY($day) } { $codes }
week-att-pupil = <b>{ $name }</b>, { DAY($first) } – { DAY($last) }
week-att-nothing = Neither absent nor late.
week-att-day = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
week-att-day-button = { SHORTDAY($day) }: { $codes }
week-att-line = Lesson { $number } { $subject } — { $code }, { $reason }
week-att-line-late = Lesson { $number } { $subject } — { $code }{ $minutes ->
        [0] { "" }
       *[other] , { $minutes } min
    }
week-att-closed = ⏳ The term ended { DAY($until) } at { CLOCK($until) }: changes by request.
week-att-all-illness = All absences: illness
week-att-all-excused = All absences: excused
week-att-all-unexcused = All absences: unexcused
week-att-illness = Ill or away from … to …
week-att-family = Parents, note
week-att-lesson = { $number }. { $subject }
week-att-was-present = { $number }: present
week-att-was-late = { $number }: late
week-att-was-absent = { $number }: absent
week-att-illness-title =
    <b>{ $name }</b>
    Which days? Lessons missed get the reason, and the next rolls will expect the absence.
week-att-range-illness = Ill { SHORTDAY($first) } – { SHORTDAY($last) }
week-att-range-excused = Excused { SHORTDAY($first) } – { SHORTDAY($last) }
week-att-open-illness = Ill from { SHORTDAY($first) } until back
week-att-open-excused = Away from { SHORTDAY($first) } until back
week-att-type-illness = Ill: type the days
week-att-type-excused = Excused: type the days
week-att-ask-days = { $name }: type the days, such as 12.03–15.03, beginning { DAY($since) } or later. Reply to this message.
week-att-ask-days-short = Days
week-att-known = ✎ { DAY($first) } – { DAY($last) }: { $reason } ({ $who ->
        [school] entered by the school
       *[family] told by the family
    })
week-att-known-day = ✎ { DAY($day) }: { $reason } ({ $who ->
        [school] entered by the school
       *[family] told by the family
    })
week-att-known-open = ✎ from { DAY($first) } until back: { $reason } ({ $who ->
        [school] entered by the school
       *[family] told by the family
    })
week-att-end-illness = Back at school (ill from { SHORTDAY($first) })
week-att-end-excused = Back at school (away from { SHORTDAY($first) })
week-att-end-unexcused = Back at school (away from { SHORTDAY($first) })
lines-more = …and { $count } more lines
