# The staff bot: home, day, roll, the absent
staff-home = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
staff-home-open =
    { $count ->
        [one] { $count } roll waits.
       *[other] { $count } rolls wait.
    }
staff-home-ahead =
    { $count ->
        [one] { $count } lesson ahead, nothing to mark yet.
       *[other] { $count } lessons ahead, nothing to mark yet.
    }
staff-home-done = Everything is marked.
staff-home-free = You have no lessons today.
staff-today = Today
staff-absent = Absent: { $name }
staff-class = Class { $name }
class-desk-absent = Absent today
class-desk-day = Lessons of the day
class-desk-week = Week of attendance
class-desk-failing = Failing
class-desk-families = Families
class-desk-use = Who looks
class-desk-events = Events
staff-classes = Classes and families
staff-people = Staff and codes
staff-workbook = School workbook
staff-settings = Settings
staff-settings-title = <b>Settings</b>
staff-cards-on = Send the lesson's card at the bell
staff-cards-off = Do not send the lesson's card
staff-cards-state-on = The lesson's card comes by itself, at the bell.
staff-cards-state-off = The lesson's card does not come by itself.
language-chosen = ✓ { $code ->
        [ru] Русский
       *[en] English
    }
language-other = { $code ->
        [ru] Русский
       *[en] English
    }
cancelled = Cancelled.
nothing-to-cancel = There is nothing to cancel.
not-understood = I did not understand this message and passed it on to nobody. To write to a family or a colleague: “Messages”. Here is the home screen.
refresh = ⟳ Refresh

day-today = <b>Today, { WEEKDAY($day) }, { DAY($day) }</b>
day-yesterday = <b>Yesterday, { WEEKDAY($day) }, { DAY($day) }</b>
day-tomorrow = <b>Tomorrow, { WEEKDAY($day) }, { DAY($day) }</b>
day-title = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
day-free = No lessons.
day-holiday = No lessons: { $name }.
day-lesson = { $number }. { CLOCK($starts) }–{ CLOCK($ends) } <b>{ $classes }</b> { $subject }, { ROOM($room, before: "room") }
day-lesson-cancelled = { $number }. { CLOCK($starts) } <s>{ $classes } { $subject }</s> — cancelled
day-substitute = you substitute
day-substituted = given by a substitute
day-step-back = ‹ { SHORTDAY($day) }
day-step-on = { SHORTDAY($day) } ›
day-week = Week
class-group = { $classes } ({ $group })
roll-sign-ahead = { $number }. { $classes } { $subject }
roll-sign-open = { $number }. { $classes } { $subject } — take the roll
roll-sign-begun = { $number }. { $classes } { $subject } — begun, { $absent } absent
roll-sign-full = ✓ { $number }. { $classes } { $subject } — all here
roll-sign-missing = ✓ { $number }. { $classes } { $subject } — { $absent } absent{ $late ->
        [0] { "" }
       *[other] , { $late } late
    }
roll-sign-lacking = ◐ { $number }. { $classes } { $subject } — needed: { $parts }
week-title = <b>Week { DAY($first) } – { DAY($last) }</b>
week-day = { SHORTDAY($day) } — lessons: { $lessons }
week-day-undone = { SHORTDAY($day) } — lessons: { $lessons }, not marked: { $undone }
week-day-free = { SHORTDAY($day) } — no lessons
week-back = ‹ Previous
week-on = Next ›

roll-title =
    <b>{ $classes } · { $subject }</b>
    Lesson { $number }, { CLOCK($starts) }, { SHORTDAY($day) }, { ROOM($room, before: "room") }
roll-substitution = ⇄ Substitution
roll-pupils = On the list: { $pupils }.
roll-read-only = View only: the teacher or the class leader marks.
roll-empty = There is not one pupil on the list.
roll-nobody = ✓ Done: nobody to mark
roll-taken = ✓ The roll is taken: { $pupils } on the list, { $absent ->
        [0] nobody absent
       *[other] { $absent } absent
    }{ $late ->
        [0] { "" }
       *[other] , { $late } late
    }.
roll-not-taken = Mark the missing ({ $pupils } on the list).
roll-absent = ✗ { $name } — { $reason }
roll-expected = ✗ { $name } — { $reason } (known beforehand)
roll-late = ◷ { $name } — late
roll-late-minutes = ◷ { $name } — { $minutes } min late
roll-wanted = Not written yet: { $count }. Mark everybody you need, then send one request.
roll-line-wanted = ⏳ { $name } — { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } min
}
roll-sign-of-absent = ✗
roll-sign-of-expected = ✗?
roll-sign-of-late = ◷
roll-ask-minutes = How late: { $name }
roll-minutes-title = <b>{ $name }</b>: how many minutes late?
roll-minutes = { $minutes } min
roll-all-present = ✓ Everybody is here
roll-done = ✓ Done: { $absent } absent{ $late ->
        [0] { "" }
       *[other] , { $late } late
    }
roll-undo = ↶ Undo
roll-note-already = Already so
roll-note-changed = A colleague was first. The screen shows it as it is now.
roll-note-outdated = The list has changed. Check it and press again.

reason-illness = illness
reason-excused = excused
reason-unexcused = unexcused
reason-none = reason unknown
statement-ill = ill (the parents say)
statement-family = family circumstances (the parents say)
statement-late = on the way, late (the parents say)
statement-unknown = the parents do not know where the child is

absent-title = <b>{ $name }: absent</b>, { DAY($day) }
absent-rolls = Rolls taken: { $taken } of { $lessons } lessons begun.
absent-no-rolls = Nobody has been marked yet.
absent-nobody = Nobody is absent.
days-too-many = That is { $days } days; at most { $limit } at a time.
list-earlier = ‹ Earlier
list-later = More ›
list-more =
    { $count ->
        [one] …and { $count } more pupil
       *[other] …and { $count } more pupils
    }
absent-line = <b>{ $name }</b>
absent-since =
    { $missed ->
        [one] since lesson { $number } ({ $missed } lesson)
       *[other] since lesson { $number } ({ $missed } lessons)
    }
absent-known = told beforehand
absent-stated = { $statement }, { $who }
absent-waiting = waiting for the parents' answer
absent-call = will not get the message: call
absent-button = { $name }
absent-button-unexplained = ! { $name }
absence-title = <b>{ $name }</b>, { DAY($day) }
absence-note = Note: { $note }
absence-guardian = { $kinship }: { $name }, { $phone }
absence-guardian-call = { $kinship }: { $name }, { $phone } — bot not connected, call
absence-no-guardians = No guardians are recorded in the journal.
absence-file = Show the note
choose-illness = Illness
choose-excused = Excused
choose-unexcused = Without an excuse
choose-chosen = ✓ { $label }
absence-write-note = Add a note
absence-ask-note = Write a note on the absence: { $name }. Reply to this message.
absence-ask-note-short = Note

class-day-title = <b>{ $name }</b>, { WEEKDAY($day) }, { DAY($day) }
class-day-teacher = {" "}— { $name }
class-lessons = Lessons of the class
class-absent = Absent
