# Timeliness: reminders, “Journal today”
part-roll = roll
part-topic = topic
part-kind = kind of lesson
part-tasks = tasks
part-ict = ICT
part-homework = homework
part-marks = marks for the work ({ $count })
push-journal-reminder = 📋 <b>Still to be entered in the journal</b>
push-journal-until = Until { CLOCK($until) }, { DAY($until) }:
push-journal-line = { SHORTDAY($day) } · lesson { $number } <b>{ $classes }</b> { $subject } — { $parts }
push-journal-button = { $number }. { $classes } { $subject }: { $parts }
push-journal-nudge =
    📋 <b>{ $who } asks you to fill in the journal</b>
    { WEEKDAY($day) }, { DAY($day) }
push-journal-overdue =
    📋 <b>Not entered in time</b>, { DAY($day) }
    { $count ->
        [one] { $count } lesson
       *[other] { $count } lessons
    } of { $teachers ->
        [one] { $teachers } teacher
       *[other] { $teachers } teachers
    }:
push-journal-overdue-teacher = <b>{ $teacher }</b>
push-journal-overdue-lesson = { SHORTDAY($day) } lesson { $number } { $classes } { $subject }: { $parts }
push-journal-more = …and { $count } more lines

staff-journal-today = Journal today
overview-today-title = <b>Journal today</b>, { WEEKDAY($day) }, { DAY($day) }
overview-day-title = <b>Journal</b>, { WEEKDAY($day) }, { DAY($day) }
overview-over = Lessons over: { $over } of { $lessons }.
overview-filled = Filled in completely: { $filled }.
overview-open = Not filled in: { $count }.
overview-late = ‼ Past the term: { $count }.
overview-decided = ✎ Entered after the term, allowed: { $count }.
overview-foreign = ! Lessons with an entry not in Russian: { $count }.
overview-absent = Pupils absent: { $count }.
overview-by-teachers = By teacher
overview-by-classes = By class
overview-sign-late = ‼
overview-sign-open = ○
overview-sign-filled = ✓
overview-sign-ahead = ·
overview-teacher = { $sign } { $name } — { $filled }/{ $over }{ $late ->
        [0] { "" }
       *[other] , past the term: { $late }
    }
overview-teacher-nudged = { $label } · reminded { CLOCK($at) }
overview-class = { $sign } { $name }: { $filled }/{ $over }, absent { $absent }
overview-pages-title = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
overview-page = { $sign } { $number }. { $classes } { $subject }
overview-line = { $sign } lesson { $number } <b>{ $classes }</b> { $subject } — { $said }
overview-line-decided = ✎ entered after the term
overview-line-foreign = ! an entry is not in Russian
overview-not-over = not over yet
overview-all-there = filled in
overview-part = missing: { $part }
overview-part-late = past the term: { $part }
overview-week = The class's week
overview-nudge = Remind
overview-nudged = Reminded at { CLOCK($at) }: { $who }
overview-nudge-sent = The reminder is on its way
overview-nudge-already = Already reminded today: { $who }
overview-nudge-nothing = Everything is filled in, nothing to remind of
overview-nudge-unconnected = The teacher has no bot: please tell them yourself
push-journal-overdue-open = That day’s journal
