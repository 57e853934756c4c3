# The page of a lesson and remarks
page-title =
    <b>{ $classes } · { $subject }</b>
    Lesson { $number }, { CLOCK($starts) }–{ CLOCK($ends) }, { SHORTDAY($day) }, { ROOM($room, before: "room") }
page-cancelled = The lesson is cancelled.
page-teacher = Given by { $name }
page-substitution = ⇄ Substitution: { $name } (page of { $owner })
page-topic = <b>Topic:</b> { $words }
page-delivered = By the plan: { $lines }
page-kind = <b>Kind of lesson:</b> { $words }
page-tasks = <b>Tasks:</b> { $words }
page-ict = <b>ICT:</b> { $words }
page-homework = <b>Homework</b> for { SHORTDAY($due) }: { $words }{ $files ->
        [0] { "" }
       *[other] , files: { $files }
    }
page-homework-personal = <b>Homework</b> for chosen pupils, { SHORTDAY($due) }: { $words }{ $files ->
        [0] { "" }
       *[other] , files: { $files }
    }
page-homework-none = <b>Homework:</b> none given
page-homework-more = …and { $count } more homeworks
page-roll = <b>Roll:</b> ✓ { $absent ->
        [0] all { $pupils } are here
       *[other] { $absent } of { $pupils } absent
    }{ $late ->
        [0] { "" }
       *[other] , { $late } late
    }
page-roll-needed = <b>Roll:</b> not taken{ $absent ->
        [0] { "" }
       *[other] , marked absent: { $absent }
    }, { $pupils } on the list{ $late ->
        [0] { "" }
       *[other] , { $late } late
    }
page-marks = <b>Marks:</b> { $count }
page-remarks-more = …and { $count } more remarks
page-carried = After the term: { $what } — { $by }; allowed by { $approved_by }; reason: { $reason }
page-carried-alone = After the term: { $what } — { $by }; reason: { $reason }
page-not-in-russian = ! An entry is not in Russian
page-needed = Needed: { $parts }
page-complete = ✓ The page is complete
page-more = …
page-read-only = View only: the teacher or the class leader fills it in.
page-written = Written
page-note-already = Already so
page-note-changed = A colleague was first. The screen shows it as it is now.
page-typed-changed = A colleague was first, your text was not written. If it is needed, type it again.
page-button-needed = ! { $label }
page-button-roll = Roll
page-button-marks = Marks
page-button-topic = Topic
page-button-homework = Homework
page-button-kind = Kind of lesson
page-button-tasks = Tasks
page-button-ict = ICT
page-button-remarks = Remarks
page-before = ‹ Prev.
page-after = Next ›
page-journal = Journal
page-open = The lesson's page
page-choose-kind = What kind of lesson is it?
page-choose-ict = What ICT was used?
page-ask-topic = Write the lesson's topic. Reply to this message.
page-ask-topic-short = Topic
page-ask-tasks = Write what was done at the lesson: tasks and their kind. Reply to this message.
page-ask-tasks-short = Tasks and their kind
page-ask-ict = Write what ICT was used. Reply to this message.
page-ask-ict-short = What ICT
page-formerly = Now it says: { $words }

lesson-kind-lesson = Usual lesson
lesson-kind-control = Control work
lesson-kind-laboratory = Laboratory work
lesson-kind-practical = Practical work
lesson-kind-excursion = Excursion

ict-none = None was used
ict-none-used = none was used
ict-write = In my own words
ict-slides = Slides
ict-board = Interactive board
ict-video = Video
ict-computers = Work at computers
ict-online = Online platform

remarks-none = There are no remarks.
remark-to-pupil = To a pupil
remark-to-class = To the class
remark-whom = To whom is the remark?
remark-about-pupil = <b>{ $name }</b>: what is the remark about?
remark-about-class = To the whole class: what is the remark about?
remark-progress = Progress
remark-behaviour = Behaviour
remark-praise = praise
remark-neutral = for information
remark-blame = blame
remark-choice = { $about }: { $tone }
remark-line = <b>{ $name }</b> — { $about }, { $tone }: { $words }
remark-line-class = <b>Class</b> — { $about }, { $tone }: { $words }
remark-class = Class
remark-button = { $name }: { $words }
remark-by = By { $name }
remark-edit = Change the text
remark-withdraw = Withdraw
remark-ask = Write the remark ({ $whom }, { $about }: { $tone }). Reply to this message.
remark-ask-edit = Write the remark anew. Now it says: { $words }
remark-ask-short = Remark
