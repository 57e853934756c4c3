# Entries after their term: requests and decisions
request-kept = What you entered is kept. You can send a request ({ $deciders }).
request-sent-already = The request has been sent already.
request-ask = Send a request
request-give-reason = Give a reason
request-insist = Write it all the same
request-again = Type it again
request-to-director = to the director
request-to-deputy_head = to the deputy head
request-ask-reason = Why is the entry made after the term? Whoever decides will see the reason. Reply to this message.
request-ask-own-reason = Why is the entry made after the term? The reason stays on the lesson's page. Reply to this message.
request-ask-reason-short = Reason
request-sent =
    { $count ->
        [one] The request was sent to { $count } person. The answer will come here.
       *[other] The request was sent to { $count } people. The answer will come here.
    }
request-sent-to-nobody = The request is kept, but nobody who may decide uses the bot yet. Tell them in person.
request-title = <b>Request: { $name }</b>, { DAY($at) } at { CLOCK($at) }
request-lesson = { $classes } · { $subject }, { SHORTDAY($day) }, lesson { $number }
request-what = <b>{ $what }</b>
request-pupil = Pupil: { $name }
request-values = To write: { $values }
request-formerly = Now it says: { $words }
request-words = Text: { $words }
request-files = Files: { $count }
request-reason = Reason: { $reason }
request-brief = { $classes } { SHORTDAY($day) }: { $what }
request-button = { $name }, { $what }
request-approve = Allow
request-refuse = Refuse
request-refuse-why = Refuse and explain
request-open = Open the request
request-show-files = Show the files ({ $count })
request-file = Attached to the request
request-approved = Allowed and written
request-refused = Refused
request-decided-already = Decided already
request-cause-denied = This person no longer has the right to this entry.
request-ask-comment = Why is it refused? The person who asked will see the answer. Reply to this message.
request-ask-comment-short = Explanation
request-list-waiting =
    { $count ->
        [one] <b>Requests</b>: { $count } waits for a decision
       *[other] <b>Requests</b>: { $count } wait for a decision
    }
request-list-none = <b>Requests</b>: nothing to decide now.
request-list-own = Your requests of the last two weeks:
request-own = { $what } — { $state }
request-state-waiting = Waits for a decision
request-state-kept = Kept, not sent
request-state-approved = Allowed by { $name }
request-state-approved-why = Allowed by { $name } ({ $comment })
request-state-refused = Refused by { $name }
request-state-refused-why = Refused by { $name } ({ $comment })
request-home = Requests
request-home-count = Requests: { $count }

request-does-roll = Roll
request-does-class_leader_corrects = Correcting attendance
request-does-homework = Homework
request-does-oral_marks = Mark
request-does-written_marks = Mark for a written work
request-does-mark_correction = Correcting a mark
request-does-entries_in_russian = An entry not in Russian
request-does-not-in-russian = An entry not in Russian
request-does-quick = Quick entry
request-does-topic = Topic of the lesson
request-does-kind = Kind of lesson
request-does-tasks = Tasks at the lesson
request-does-ict = Use of ICT
request-does-remark = Remark
request-does-remark-edit = Changing a remark
request-does-remark-withdraw = Withdrawing a remark
request-does-roll-mark = Roll: one pupil
request-does-roll-correct = Roll
request-roll-line = { $name }: { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } min
}
request-roll-line-now = { $name }: { $presence }{ $minutes ->
    [0] { "" }
   *[other] { " " }{ $minutes } min
} (now: { $stands })
request-does-roll-take = Roll: done
request-does-roll-all = Roll: everybody is here
request-does-roll-reopen = Roll: undone

entry-value-present = present
entry-value-absent = absent
entry-value-late = late
entry-value-illness = illness
entry-value-excused = excused
entry-value-unexcused = without an excuse
entry-value-5 = 5
entry-value-4 = 4
entry-value-3 = 3
entry-value-2 = 2
entry-value-1 = 1
entry-value-pass = pass
entry-value-fail = fail
entry-value-not_assessed = not assessed
entry-value-exempt = exempt
entry-value-dot = dot
entry-value-lesson = usual lesson
entry-value-control = control work
entry-value-laboratory = laboratory work
entry-value-practical = practical work
entry-value-excursion = excursion
entry-value-slides = slides
entry-value-board = interactive board
entry-value-video = video
entry-value-computers = work at computers
entry-value-online = online platform
entry-value-progress = progress
entry-value-behaviour = behaviour
entry-value-praise = praise
entry-value-neutral = for information
entry-value-blame = blame

push-request = <b>{ $name }</b> asks to enter after the term:
push-request-approved = ✓ Your request is allowed ({ $name }), it is written.
push-request-refused = ✗ Your request is refused ({ $name }).
push-request-comment = Explanation: { $comment }
