# Marks: a lesson's sheet, kinds of work, how subjects are graded
error-mark-off-scale =
    { $scale ->
        [pass] This subject is graded pass or fail, not by numbers.
       *[points] This subject is graded by numbers from 5 to 1, not pass or fail.
    }
error-work-has-marks = Marks for this work are there already ({ $kind }). Remove them first.
error-weight-wrong = A weight is a number from 0 to 10, for example 1.5. Zero is not counted in the average.
error-kind-words-wrong = Not understood. Write the name, the letter and the weight with commas, for example: Listening, LI, 1.4
error-kind-taken = Another kind of work has this name or letter.
error-kind-needed = This is the last kind of work; no mark can be given without one. Add another first.
error-kinds-full = There are { $limit } kinds of work already, no more fit. Bring one back from the archive and rename it.

marks-kind = Kind of work: <b>{ $name }</b>, weight { $weight }
marks-kind-name = { $letter } — { $name }, weight { $weight }
marks-choose-kind = What are the marks for?
marks-choose-pupil = Tap a pupil, then a mark.
marks-choose-value = Choose a mark.
marks-choose-other = What shall it be?
marks-was-absent = Marked absent at this lesson. A mark can still be given, for work handed in later for example.
marks-owed = The work is still owed: a mark will replace the dot.
marks-settle = Give a mark in place of the dot
marks-works = Works of the lesson and weights
marks-pupil = { $marks } — { $name }
marks-line = <b>{ $value }</b> — { $kind }, { $author }
marks-line-comment = <b>{ $value }</b> — { $kind }, { $author }: { $comment }
marks-more = …and { $count } more
marks-correct = { $value } ({ $letter }): correct
marks-other-kind = Another kind of work
marks-choose-mark-kind = Which work is this mark for?
marks-write-comment = Comment
marks-drop-comment = Drop the comment
marks-remove = Remove the mark
marks-ask-comment = Write a short comment on the mark; the family will see it too. Reply to this message.
marks-ask-comment-short = Comment
marks-given-plainly = { $name }: { $value }
marks-given-absent = { $name }: { $value }. Marked absent at this lesson.
marks-given-owed = { $name }: { $value } in place of the dot
marks-note-already = Already so
marks-note-changed = A colleague was first. The screen shows how it is now.
marks-guard-day = ⚠ { $classes } already has a control work that day: { $subject }, lesson { $number }.
marks-guard-year = ⚠ That makes { $works } control works a year in { $lessons } lessons; usually at most { $limit } (a tenth).
mark-sign-pass = pass
mark-sign-fail = fail
mark-sign-not-assessed = n/a
mark-sign-exempt = ex
mark-sign-dot = •

push-mark-changed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. You gave { $before }, now it is { $after }: { $who }, { $at }.
push-mark-kind-changed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    Your mark { $before } was for: { $kind }. Now it is for: { $now }. Corrected: { $who }, { $at }.
push-mark-removed =
    ✏️ <b>{ $pupil }</b>, { $classes } { $subject }, { DAY($day) }
    { $kind }. You gave { $before }, the mark was removed: { $who }, { $at }.
push-mark-open = Page of the lesson
push-mark-open-pupil = The pupil’s marks
request-does-mark-give = Mark
request-does-mark-change = Correcting a mark
request-does-mark-kind = Kind of work of a mark
request-does-mark-remove = Removing a mark
request-does-mark-comment = Comment on a mark
request-does-work-announce = Work at the lesson
request-does-work-call-off = Calling a work off
request-does-work-weigh = Weight of a work at the lesson

works-none = No works announced.
works-line = • <b>{ $name }</b>, weight { $weight }
works-hint = Tap a work to change its weight at this lesson.
works-announce = Announce a work
works-choose = Which work will be held at this lesson?
works-marks = Marks
works-weight = Weight at this lesson (0 is not counted in the average):
works-weight-usual = Usual weight ({ $weight })
works-call-off = The work is called off
weight-label = { $weight }
weight-other = Another weight
weight-ask = Write the weight as a number from 0 to 10, for example 1.5. Reply to this message.
weight-ask-short = 1.5
staff-grading = Grading: kinds of work, pass or fail
grading-title = <b>Grading</b>
kinds-hint = Kinds of work, their letters and weights. Their order here is the order of the teachers' buttons.
kinds-archived = 🗄 { $letter } — { $name }, weight { $weight }
kinds-add = + Add a kind of work
kinds-title = <b>{ $name }</b> ({ $letter }), weight { $weight }
kinds-is-written = Written: marks have the written works' term.
kinds-not-written = Not written: marks have the oral answers' term.
kinds-is-control = Control work: counts for the class's load.
kinds-not-control = Does not count as a control work.
kinds-is-archived = Archived: not offered to teachers, its marks stay.
kinds-choose-weight = Weight (0 is not counted in the average):
kinds-rename = Name
kinds-letter = Letter
kinds-written-on = Make it written
kinds-written-off = Make it not written
kinds-control-on = Count as a control work
kinds-control-off = Do not count as a control work
kinds-up = ↑ Up
kinds-archive = Archive
kinds-restore = Bring back
kinds-ask-new = Write the name, the letter and the weight with commas, for example: Listening, LI, 1.4. Reply to this message.
kinds-ask-new-short = Listening, LI, 1.4
kinds-ask-name = Write the new name. Reply to this message.
kinds-ask-letter = Write the letter, up to four. Reply to this message.
pass-open = Subjects by pass or fail
pass-title =
    <b>Subjects by pass or fail</b>
    Tap a subject and choose the grades where it is pass or fail instead of numbers.
pass-subject = ✓ { $name }: { $grades }
pass-subject-title =
    <b>{ $name }</b>
    In which grades is it pass or fail? Marks already given stay.
pass-grade = { $grade }
pass-grade-on = ✓ { $grade }
pass-all = In all
pass-none = In none
dots-count = Count a dot as a 2
dots-do-not-count = Do not count a dot in averages
dots-state-two = A dot (work still owed) counts as a 2 in averages.
dots-state-none = A dot (work still owed) does not count in averages.

diary-marks = { $count ->
        [one] Mark:
       *[other] Marks:
    }
diary-mark-brief = <b>{ $value }</b>
diary-mark = <b>{ $value }</b> ({ $kind })
diary-mark-comment = <b>{ $value }</b> ({ $kind }: { $comment })
diary-marks-more = { $count } more
mark-word-5 = 5
mark-word-4 = 4
mark-word-3 = 3
mark-word-2 = 2
mark-word-1 = 1
mark-word-pass = pass
mark-word-fail = fail
mark-word-not-assessed = not assessed
mark-word-exempt = exempt
mark-word-dot = work still owed
page-works = Works: { $works }
request-work = Kind of work: { $name }
