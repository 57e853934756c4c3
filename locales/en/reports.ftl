# Reports of wrong entries (F4)
report-attendance = Attendance: a mistake
report-entry = { $what ->
    [mark] mark { $value ->
        [pass] “pass”
        [fail] “fail”
        [not_assessed] “not assessed”
        [exempt] “exempt”
        [dot] “work still owed”
       *[other] { $value }
    } ({ $kind })
    [removed] no mark
    [late] { $minutes ->
        [0] late
       *[other] late, { $minutes } min
    }
    [absent] { $reason ->
        [illness] absent, ill
        [excused] absent, excused
        [unexcused] absent, unexcused
       *[none] absent
    }
   *[present] at the lesson
}
report-entry-brief = { $what ->
    [mark] { $value ->
        [pass] pass
        [fail] fail
        [not_assessed] n/a
        [exempt] exempt
        [dot] owed
       *[other] { $value }
    }
    [removed] no mark
    [late] late
    [absent] absent
   *[present] present
}
report-lesson = { $subject }, { DAY($day) }, lesson { $number }
report-lesson-class = { $classes } · { $subject }, { DAY($day) }, lesson { $number }
report-in-journal = In the journal: { $entry }
report-was = Was: { $entry }
report-became = Is now: { $entry }
report-now = At present: { $entry }
report-said = { $who ->
    [you] You
    [pupil] The pupil
   *[other] { $name }
}, { DAY($day) }:
report-quote = “{ $words }”

report-ask = <b>{ $name }</b>
    { $lesson }
    In the journal: { $entry }.

    Say in a few words what is wrong (up to 500 characters). The teacher or a deputy head will answer.
report-ask-short = What is wrong?
report-words-only = Words are needed here: a file cannot be added.
report-made-new = ✓ Sent to the teacher and the deputy head.
report-made-same = This was sent already.
report-made-others = Somebody in the family has reported this entry before, so the new words were not sent.
report-open-toast = This was reported already
report-title = <b>{ $name }</b>: report of a mistake
report-waits = ⏳ To be answered by { DAY($due) }.
report-waits-over = ⏳ The answer was due by { DAY($due) }. The deputy head can see that.
report-corrected = ✓ Corrected on { DAY($day) } ({ $name }).
report-stands = Checked on { DAY($day) }, the entry is right ({ $name }).
report-withdrawn = Taken back on { DAY($day) }.
report-withdraw = Take the report back
report-withdrawn-toast = Taken back
report-settled-toast = There is nothing to take back any more
report-open-subject = Marks in the subject
report-open-day = Open the day
reports-all = All reports
reports-title = <b>{ $name }</b>: reports of mistakes
reports-none = Nothing yet. If a mark or attendance is wrong, open the lesson in the diary and report the mistake from there.
reports-legend = ⏳ waits, ✓ corrected, ＝ the entry is right, ✗ taken back
reports-button = { $state ->
    [waits] ⏳
    [corrected] ✓
    [stands] ＝
   *[withdrawn] ✗
} { $entry } · { $subject }, { SHORTDAY($day) }

report-home-count = Reports of mistakes: { $count }
staff-reports-title = Waiting for an answer: { $count }
staff-reports-title-more = Waiting for an answer: { $count } and more
staff-reports-none = No report of a mistake waits for an answer.
staff-reports-overdue = ❗ Past their term: { $count }
staff-reports-button = { $over ->
    [yes] ❗ { $name }
   *[no] { $name }
}: { $entry } · { $subject }, { SHORTDAY($day) }
staff-report-title = A family reports a mistake: <b>{ $name }</b>
staff-report-due = To be answered by { DAY($due) }.
staff-report-overdue = ❗ The answer was due by { DAY($due) }.
staff-report-hint = Correct the entry and the family is answered by that. Or explain why it is right.
staff-report-hint-owner = When the entry is corrected, the family is answered by that. Or explain why it is right.
staff-report-hint-changed = The entry has changed. If that is the correction, press “Corrected: answer”.
staff-report-fix = Correct
staff-report-look = Open the entry
staff-report-stands = It is right…
staff-report-corrected = Corrected: answer
staff-report-ask = { $name }, { $lesson }. Why is the entry right? The family will read your explanation (up to 500 characters).
staff-report-ask-short = Why the entry is right
staff-report-answered-done = ✓ The family gets your answer.
staff-report-answered-already = This report was answered or taken back before.
staff-report-done-toast = The family gets your answer
staff-report-already-toast = Answered or taken back before
staff-report-unchanged-toast = The entry has not changed yet

push-report-open = Open the report
push-report-corrected = ✓ <b>{ $name }</b>: the entry was corrected
push-report-stands = <b>{ $name }</b>: the entry was checked and is right
push-report-author = { $who ->
    [pupil] The pupil:
   *[other] { $name }:
}
push-report-by = Answered by { $name }
push-reports-overdue = ❗ { $count ->
    [one] { $count } family’s report of a mistake was not answered in time
   *[other] { $count } families’ reports of mistakes were not answered in time
}
push-reports-due = { $count ->
    [one] A family’s report of a mistake waits for your answer
   *[other] Families’ reports of mistakes wait for your answer
}
push-reports-line = { $name } ({ $classes }): { $subject }, { DAY($day) } — by { DAY($due) }
push-reports-more = …and { $count } more
error-nothing-to-correct = { $what ->
    [attendance] Nobody has entered attendance at this lesson yet, so there is nothing to report.
   *[mark] This mark is not in the diary: it was taken away or is being corrected.
}
