# Substitutions and other one-off changes of the timetable
error-substitute-gone = This person does not work at the school on that day. Choose somebody else.
error-lesson-held = The lesson took place (there is a roll, marks or a delivered topic): it cannot be cancelled or moved.
error-no-such-bell = On { DAY($day) } no bell rings for lesson { $number }.
error-moved-into-the-past = That time has passed. Choose one that is still to come.

staff-substitutions = Substitutions
subst-today = <b>Changes: today, { WEEKDAY($day) }, { DAY($day) }</b>
subst-tomorrow = <b>Changes: tomorrow, { WEEKDAY($day) }, { DAY($day) }</b>
subst-day = <b>Changes: { WEEKDAY($day) }, { DAY($day) }</b>
subst-none = No changes: all as in the timetable.
subst-told = ✓ The families were told.
subst-more = …and { $count } more
subst-away = A teacher is absent
subst-change-lesson = Change the lesson
subst-of-class = Change a class's lesson
subst-which-class = <b>A lesson of which class?</b> { WEEKDAY($day) }, { DAY($day) }
subst-class-title = <b>{ $name }: change lessons</b>, { WEEKDAY($day) }, { DAY($day) }
subst-class-change = Change the day's lessons
subst-topic = Next in the plan: { $topic }
subst-choose = Who gives the lesson? Those free at that hour come first.
subst-nobody = No free teacher was found.
subst-nobody-found = Nobody of that name. Try another spelling.
subst-more-teachers = Other teachers
subst-find = Find by surname
subst-all-teachers = All teachers

subst-lesson = <b>{ $classes } · { $subject }</b>
subst-place = Lesson { $number }, { CLOCK($starts) }–{ CLOCK($ends) }, { SHORTDAY($day) }, { ROOM($room, before: "room") }
subst-is-cancelled = <b>Cancelled</b>
subst-given-by = Teacher: { $teacher }
subst-instead = Substitute: { $owner } → <b>{ $teacher }</b>
subst-orphaned = ! { $teacher } has left the school: name another teacher.
subst-was-at = Moved: was on { SHORTDAY($day) }, lesson { $number }
subst-was-in = In the timetable: { ROOM($room, before: "room") }
subst-line = { $number }. <b>{ $classes }</b> { $subject }
subst-line-cancelled = { $number }. <s>{ $classes } { $subject }</s> — cancelled
subst-line-away = { $number }. <s>{ $classes } { $subject }</s> — moved to { SHORTDAY($day) }, lesson { $to }
subst-part-teacher = { $teacher }
subst-part-instead = { $owner } → <b>{ $teacher }</b>
subst-part-orphaned = no teacher ({ $teacher } has left)
subst-part-moved = was on { SHORTDAY($day) }, lesson { $number }
subst-part-room = { ROOM($room, before: "room") } instead of { $planned }
subst-button-plain = { $number }. { $classes } { $subject }
subst-button-changed = ⇄ { $number }. { $classes } { $subject }
subst-button-cancelled = ✗ { $number }. { $classes } { $subject }
subst-button-orphaned = ! { $number }. { $classes } { $subject }
subst-hear = Families hear on { DAY($day) } at { CLOCK($at) }.
subst-hear-evening = Families hear in the evening of { DAY($day) }, from { CLOCK($at) }.
subst-hear-now = Families hear at once, within a minute.
subst-hear-staff = Teachers hear at once.
subst-hear-staff-at = Teachers hear on { DAY($day) } at { CLOCK($at) }.
subst-hear-never = The lesson is over: families are not told.

subst-candidate-plain = { $name }
subst-candidate-both = { $name } · this subject, this class
subst-candidate-subject = { $name } · this subject
subst-candidate-class = { $name } · teaches this class
subst-candidate-leader = { $name } · class leader
subst-candidate-busy = { $name } · busy: { $classes }
subst-candidate-away = { $name } · replaced that day
subst-ask-name = Write a few letters of the surname in reply to this message.
subst-ask-name-short = Surname

subst-restore = ↶ Hold the lesson
subst-unassign = ↶ End the substitution: { $owner }
subst-move-back = ↶ Back to { SHORTDAY($day) }, lesson { $number }
subst-cancel = Cancel the lesson
subst-move = Move
subst-room = Room
subst-open-page = Lesson page
subst-board = The day's changes

subst-note-already = It is so already
subst-note-changed = A colleague changed the lesson first. The screen shows how it is now.
subst-busy = <b>{ $name }</b> is busy at that time:
subst-clash = In the way:
subst-prepared = Already entered for this lesson:
subst-insist-busy = Assign all the same
subst-insist-clash = Put it there all the same
subst-insist-prepared = Cancel all the same (entries stay)
subst-entry-topic = a topic
subst-entry-homework = homework given at this lesson
subst-entry-homework_due = homework due at this lesson
subst-entry-work = an announced work
subst-entry-remarks = a teacher's remark
subst-clash-class = the class has lesson { $number }: { $classes } { $subject }
subst-clash-teacher = { $teacher } gives { $classes } { $subject }, lesson { $number }
subst-clash-room = { ROOM($room, before: "room") } is taken: { $classes } { $subject }
subst-clash-day-off = This is a day off.
subst-clash-holiday = This is a holiday.
subst-clash-outside-year = This day is outside the study year.

subst-move-when = To which day?
subst-move-week-over = This week is over. Turn ahead.
subst-move-day = { WEEKDAY($day) }, { DAY($day) }
subst-move-number = { WEEKDAY($day) }, { DAY($day) }: at which lesson?
subst-move-nowhere = { WEEKDAY($day) }, { DAY($day) }: no place for the lesson.
subst-number-free = { $number }, { CLOCK($starts) } — free
subst-number-taken = { $number }, { CLOCK($starts) } — { $taken }
subst-room-which = Free at that hour:
subst-room-none-free = Write where the lesson is held.
subst-room-write = Write a room
subst-room-planned = ↶ In the timetable: { $room }
subst-room-shared = Saved. { $classes } is in that room at the same time.
subst-ask-room = Write the room in reply to this message.
subst-ask-room-short = Room

subst-who-is-away =
    <b>Who is absent?</b>
    { WEEKDAY($day) }, { DAY($day) }. Lessons in brackets.
subst-found = Search “{ $words }”: { $count }
subst-teacher = { $name } ({ $count })
subst-teacher-free = { $name }
subst-away-day = <b>Absent: { $name }</b>, { WEEKDAY($since) }, { DAY($since) }
subst-away-days = <b>Absent: { $name }</b>, { SHORTDAY($since) } – { SHORTDAY($until) }
subst-away-free = No lessons on these days.
subst-progress = { $done } of { $total } settled.
subst-all-settled = ✓ All lessons are settled. Teachers hear at once, families in the evening before from 18:00, and at once of today's lessons.
subst-day-head = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
subst-sign-waiting = ?
subst-sign-settled = ✓
subst-dated = { SHORTDAY($day) } · { $label }
subst-all-to-one = All lessons to one
subst-came-back = Back at work: return the lessons
subst-one-day = One day
subst-next-day = Until { SHORTDAY($day) }
subst-week = To the end of the week
subst-other-days = Other days…
subst-ask-days = Which days is { $name } absent? For example 24.11–27.11 or “until friday”. Reply to this message.
subst-ask-days-short = 24.11–27.11
subst-choose-taker =
    <b>Who takes the lessons?</b>
    { $name }: { $count } waiting. Beside each name, how many of them that teacher can take; the others go on waiting.
subst-no-taker = Nobody is free at these hours ({ $name }, { $count } waiting). Assign them one by one.
subst-taker = { $name } · { $free } of { $total }
subst-given = Assigned: { $count }, left: { $left }
subst-none-given = Nothing to assign: it is so already, or the hours are taken

push-changes =
    ⇄ <b>{ $pupil }: the timetable changes</b>
    { WEEKDAY($day) }, { DAY($day) }
push-changes-again =
    ⇄ <b>{ $pupil }: a correction of the timetable</b>
    { WEEKDAY($day) }, { DAY($day) }
push-timetable =
    📅 <b>{ $pupil }: a new timetable</b>
    { WEEKDAY($day) }, { DAY($day) }
push-timetable-today =
    📅 <b>{ $pupil }: a new timetable</b>
    The rest of today, { DAY($day) }
push-timetable-none = No lessons.
push-change = { $number }. <b>{ $subject }</b>, { $starts }–{ $ends }
push-change-cancelled = { $number }. <s>{ $subject }</s> — not held
push-change-away = { $number }. <s>{ $subject }</s> — moved to { SHORTDAY($day) }, lesson { $to }
push-change-restored = { $number }. <b>{ $subject }</b> — as in the timetable after all
push-change-gone = <s>{ $subject }</s> — not moved here after all, it is not held on this day
push-change-from = moved: was on { SHORTDAY($day) }, lesson { $number }
push-change-teacher = substitute: { $teacher }
push-change-room = { ROOM($room, before: "room") }
push-change-other-room = { ROOM($room, before: "room") } instead of { $planned }
push-changes-more = …and { $count } more
push-changes-staff = ⇄ <b>The timetable changes</b>
push-changes-board = The day's changes
push-changes-lesson = { SHORTDAY($day) } · { $number }. { $classes } { $subject }
push-staff-lesson = <b>{ SHORTDAY($day) }, lesson { $number }, { $starts }</b> · { $classes } { $subject }, { ROOM($room, before: "room") }
push-staff-given = You stand in for { $before }
push-staff-taken = { $after } stands in for you
push-staff-other = Substitute: { $before } → { $after }
push-staff-cancelled = The lesson is cancelled.
push-staff-restored = The lesson is held after all. Teacher: { $after }
push-staff-same = Teacher: { $after }
push-staff-moved = Moved: was on { SHORTDAY($day) }, lesson { $number }.
push-staff-room = { ROOM($room, before: "Room") } instead of { $planned }.
push-staff-topic = Next in the plan: { $topic }
