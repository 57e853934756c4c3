# A child's diary: day, lesson, week, homework
diary-ahead = { $when ->
    [tomorrow] Tomorrow: there are no more lessons today.
   *[other] The next lessons: there are no more today.
}
diary-works = 📝 { $works }
diary-debt = ❗ Owed: hand in the work ({ $kind })
diary-remark = { $tone ->
    [praise] 👍 Praise
    [blame] ⚠ Remark
   *[neutral] 💬 Note
}{ $whom ->
    [class] { " " }to the class
   *[pupil] { "" }
}: { $words }
diary-lesson-no = #{ $no }
diary-sibling = 👤 { $name }
diary-more = …not everything fits. Open a lesson or a day with the buttons below.

# A lesson
lesson-classwork = At the lesson: { $words }
lesson-mark = <b>{ $value }</b> – { $kind }, weight { $weight }
lesson-mark-comment = <b>{ $value }</b> – { $kind }, weight { $weight }: { $comment }
lesson-dot = owed
lesson-wrong-mark = Wrong mark: { $value }
lesson-subject-marks = Marks: { $subject }

# The week
child-week-title = <b>{ $name }</b>
    { DAY($starts) } – { DAY($ends) }
child-week-day = <b>{ SHORTDAY($day) }</b>{ $when ->
    [today] { " · today" }
   *[other] { "" }
}
child-week-lesson = { $no }. { $subject }
child-week-lesson-cancelled = { $no }. <s>{ $subject }</s> · cancelled
child-week-marks = <b>{ $marks }</b>
child-week-dot = owed
child-week-sign-absent = ✗
child-week-sign-late = ⏱
child-week-sign-changed = 🔁
child-week-sign-control = 📝
child-week-sign-homework = 📖
child-week-means-absent = absent
child-week-means-late = late
child-week-means-changed = changed
child-week-means-control = control work
child-week-means-homework = homework
child-week-days = <b>{ SHORTDAY($starts) } – { SHORTDAY($ends) }</b>
child-week-before = ‹ from { SHORTDAY($day) }
child-week-after = from { SHORTDAY($day) } ›

# Homework
homework-title = <b>{ $name }</b>
    Homework
homework-subject = { $subject }
homework-day = <b>{ SHORTDAY($day) }</b>{ $when ->
    [today] { " · today" }
    [tomorrow] { " · tomorrow" }
   *[other] { "" }
}
homework-of = { $done ->
    [yes] ✓
   *[no] •
} <b>{ $subject }</b>:
homework-ahead-none = Nothing lies ahead.
homework-week-none = Nothing was set for these days.
homework-debts = <b>Owed: works still to be handed in</b>
homework-debt = ❗ { $subject }, { SHORTDAY($day) }: { $kind }
homework-debt-open = ❗ { $subject } { SHORTDAY($day) }
homework-debts-more = …and { $count } more
homework-before = ‹ Earlier
homework-ahead = Ahead
homework-after = Later ›
homework-by-subject = By subject
homework-by-date = All subjects
homework-subjects = <b>{ $name }</b>
    Homework of which subject?
task-open-dated = 📖 { $subject } { SHORTDAY($day) }{ $files ->
    [0] { "" }
   *[other] { " · 📎 " }{ $files }
}
task-due-here = <b>For this lesson:</b>
task-due-on = <b>Set for { SHORTDAY($day) }:</b>
task-tick = { $done ->
    [yes] ✓ Done
   *[no] ☐ Not done
}

# The family's home
now-marks = Marks of today:
now-after = { $when ->
    [tomorrow] Tomorrow
   *[other] { SHORTDAY($day) }
} at { CLOCK($starts) }, { $count ->
    [one] { $count } lesson
   *[other] { $count } lessons
}{ $changed ->
    [0] { "" }
   *[other] { ", changes: " }{ $changed }
}
