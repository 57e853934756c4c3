# Hasty messages such as «7Б алгебра: Иванов 5; тема Дроби; дз п. 12»
quick-title = <b>{ $classes } · { $subject }</b>, lesson { $number }, { SHORTDAY($day) }
quick-check = Check what will be written:
quick-written = ✓ Written:
quick-nothing-written = Nothing has been written:
quick-no-lesson = No lesson { $head } found today. Choose the lesson:
quick-no-lesson-own = You have no lessons today. Open the lesson you mean and type the marks there.
quick-mark-ready = ✓
quick-mark-done = ✔
quick-mark-refused = ✗
quick-pupil = { $sign } { $name } — { $said }
quick-pupil-before = {" "}(there already: { $marks })
quick-more = …and { $count } more
quick-who = ? { $typed } — who is it?
quick-nobody = ✗ { $typed } — not in the class list
quick-left-out = ✗ { $typed } — left out
quick-nothing = ✗ { $name } — nothing said to write
quick-unclear = ✗ { $name }: not understood: “{ $words }”
quick-segment = ✗ Not understood: “{ $words }”
quick-absent = absent
quick-late = late
quick-late-minutes = late by { $minutes } min
quick-of-kind = { $marks } ({ $kind })
quick-topic = { $sign } Topic: { $body }
quick-topic-before = instead of: { $body }
quick-homework = { $sign } Homework: { $body }
quick-homework-none = { $sign } Homework: none
quick-rest = { $sign } Everybody else is there, the roll is done
quick-foreign = ⚠ By the school's rules ({ $regulation }) entries are in Russian.
quick-apply =
    { $count ->
        [one] Write { $count } entry
       *[other] Write { $count } entries
    }
quick-apply-foreign = Write it all the same
quick-apply-late = Send a request for the rest
quick-choose-nobody = None of them: { $typed }
quick-choose = { $typed } → { $name }
quick-other-lesson = It is lesson { $number }. { $classes } { $subject }
quick-drop = Write nothing
quick-dropped = Nothing was written.
quick-page = Lesson's page
quick-ask = Write in one message: «Иванов 5, Петрова 4 4, Сидоров н, Ким оп 10; тема Дроби; дз п. 12».
quick-ask-short = Иванов 5, Сидоров н; тема …
quick-button = Quick entry
quick-note-written = Written
quick-note-already = Written already
quick-note-outdated = The list has changed. Check it and press again.
quick-note-repeated = The same message came before: nothing was written twice.
