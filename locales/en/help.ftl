# Help
help-staff-title = <b>Help</b>
 Choose what to read about. No answer here? Ask the administrator right away.
help-staff-commands =
    /today — lessons today
    /menu — home
    /cancel — drop a question
    /language — language and settings
help-ask = Ask a question
help-idea = Suggest an improvement
help-ask-staff = Write what does not work; a screenshot may go with it. The administrator answers, and the answer comes here.
help-ask-family = Write what does not work; a screenshot may go with it. The class leader sees it first and answers or passes it on to the administrator.
help-ask-short = Your question
help-idea-question = What should be better? The administration reads it and answers here.
help-idea-short = Your suggestion
help-staff-roll = Take the roll
help-staff-page = The lesson's page
help-staff-quick = In one message
help-staff-talk = Write to a family
help-staff-announce = An announcement
help-staff-class = My class
help-staff-control = For deputies
help-staff-families = Families and codes
help-staff-school = For administrators
help-staff-phones = Phones and PIN
help-staff-roll-text =
    <b>Who is missing</b>
    “Today” → the lesson. The first tap on a name is absent, the second late, the third present. Then “Done”, or “Everybody is here”.
    Parents hear of an absence a few seconds after “Done”; until then it can be undone.
help-staff-page-text =
    <b>The lesson's page</b>
    Topic, kind of lesson, tasks, homework, marks, remarks. What is missing carries a “!”. The plan offers the topic: one tap.
    When the term is over, what you entered is kept and can be sent as a request to whoever decides.
help-staff-quick-text =
    <b>A lesson in one message</b>
    Type into the chat: <i>7Б алгебра: Иванов 5, Петрова 4 4, Сидоров н; тема Дроби; дз п. 12</i>. The bot shows what it understood and writes it at one tap.
help-staff-talk-text =
    <b>Write to a family</b>
    From a pupil's card, an absence, a mark: “Write to the family”; to one parent, both, or the pupil. On the lesson's page: “Write to parents”, of several pupils. Answer by replying to the message. Nobody sees your phone number; outside working hours families' messages wait.
help-staff-announce-text =
    <b>An announcement</b>
    “Announcements” → “Write”. To whom, when, whether an answer is needed. Before sending you see how it will look and how many get it. Afterwards you see who has read it and can remind those who have not.
help-staff-class-text =
    <b>My class</b>
    On one screen: who is absent and why, who is failing, who owes work, who is not connected, what to confirm. Each number opens its list. Below: an announcement, letters to parents, events, cards.
help-staff-control-text =
    <b>For deputies and the director</b>
    “Journal today”: what is filled in and what is late, a nudge with one tap. “Substitutions”: who takes an absent teacher's lessons. “School rules”: the terms the journal runs on.
help-staff-families-text =
    <b>Families and codes</b>
    Who is connected, who has consented, codes and slips with QR to hand out. A lost phone: “Disconnect”, and the access ends at once; then hand out a new code.
help-staff-school-text =
    <b>For administrators</b>
    “Staff and codes”: access for colleagues. “School workbook”: loads and updates the data from an .xlsx file, which may simply be sent. Questions of colleagues and families come to “Messages”.
help-staff-phones-text =
    <b>Phones and PIN</b>
    “Settings” → “My phones and PIN”: a PIN after a pause, so that no pupil gets into the journal; the connected phones; the code that ends the access when a phone is lost.
help-family-diary = The diary
help-family-marks = Marks
help-family-absence = Absence
help-family-talk = Write to the school
help-family-board = Announcements
help-family-calm = What comes when
help-family-diary-text =
    <b>The diary</b>
    Lessons with changes, topics, homework with files, marks. The arrows turn the days, “Week” shows the whole week, “More…” opens everything else.
help-family-marks-text =
    <b>Marks</b>
    For every subject: all marks, the average, what is likely and why, what it takes to get a better one. If a mark is wrong, press “A mark is wrong”.
help-family-absence-text =
    <b>Absence</b>
    If the child is not at a lesson, you hear of it at once: answer with one button. Beforehand: “Report an absence”, a photo of the medical note may go with it.
help-family-talk-text =
    <b>Write to the school</b>
    “More…” → “Write”: to a teacher, the class leader or the administration, with photos, files or a voice message. The bot says when it will be read. Answer by replying to the message.
help-family-board-text =
    <b>Announcements</b>
    All that is still valid. Where it is asked, press “I have read it” or choose an answer; it can be changed until the end.
help-family-calm-text =
    <b>What comes when</b>
    “Settings”: marks at once or in the evening, the hour of the evening card, quiet hours. What is urgent always comes.
answers-open = Common questions
answers-title = <b>Common questions</b>
answers-choose = Choose a question.
answers-none = Nothing yet. Ask: the answer may help everybody.
answer-draft-label = ✎ { $question }
answer-question = <b>{ $question }</b>
answer-where = { $state ->
    [published] Published
   *[draft] Draft
 }: { $door ->
    [family] for families
    [staff] for the staff
   *[all] for everybody
 }
answer-write = Add a question and its answer
answer-ask = Write the question and, on a new line, the answer. It will be a draft first.
answer-ask-short = Question and answer
answer-two-lines = Two parts are needed: the first line is the question, the rest the answer.
answer-made = A draft of a common answer. Take out names and details, then publish it.
answer-ask-question = The question is “{ $question }” now. Write another.
answer-ask-answer = Write the new answer.
answer-reword-question = Change the question
answer-reword = Change the answer
answer-for-family = For families
answer-for-staff = For the staff
answer-for-all = For everybody
answer-publish = Publish
answer-hide = Make it a draft
answer-delete = Delete
answer-deleted = Deleted
answer-make = To common questions
help-pass-on = Pass on to the administrator
help-passed = Passed on. The administrator answers in this conversation.
