# Conversations: the list, one of them, whom to write to, drafts, complaints
talk-inbox = Messages
talk-inbox-count = Messages · { $count }
talk-write = Write
talk-write-teacher = Write to the teacher
talk-back = ‹ Messages
talk-title = <b>Messages</b>{ $count ->
    [0] { "" }
   *[other] { " " }· unread: { $count }
}
talk-none-staff = No conversations yet. Begin with the buttons below; to a family you can also write from a pupil's card, an absence or a lesson's page.
talk-none-family = No conversations yet. “Write” reaches a teacher, the class leader or the administration.
talk-find = Find
talk-find-again = Search again
talk-find-surname = Find by surname
talk-found = <b>Found: { $count }</b> ({ $words })
talk-found-more = { $count } more: be more precise.
talk-alone = Nobody left
talk-line = { $unread ->
    [yes] ●{ " " }
   *[no] { "" }
}<b>{ $number }. { $who }</b> · { $at }
talk-line-mine = You: { $words }
talk-only-files = 📎 files
talk-button = { $unread ->
    [yes] ●{ " " }
   *[no] { "" }
}{ $number }. { $who }
talk-when-today = { CLOCK($at) }
talk-when-day = { SHORTDAY($at) }
talk-when-both = { SHORTDAY($at) }, { CLOCK($at) }
talk-moment = { $day ->
    [today] today at { CLOCK($at) }
    [tomorrow] tomorrow at { CLOCK($at) }
   *[other] { SHORTDAY($at) } at { CLOCK($at) }
}
talk-office-administration = The school's administration
talk-office-helpdesk = Administrator's help
talk-topic-help = A question
talk-topic-idea = An idea

# A conversation
talk-about = Pupil: { $about }
talk-about-class = Class: { $about }
talk-lesson = Lesson: { $lesson }
talk-note = ⓘ { $words }
talk-sides-more = and { $count } more
talk-sides = <b>Participants</b>
talk-side-you = you
talk-side-left = { $name }: no longer takes part
talk-side-awaited = { $name } has left the school: whoever takes the conversation over will read it
talk-side-unconnected = { $name }: not connected to the bot yet, will read it later
talk-side-muted = { $name }: cannot answer, may write again { $until }
talk-side-later-school = { $name }: outside working hours, the message will arrive { $at }
talk-side-later-family = { $name }: in quiet hours, the message will arrive { $at }
talk-you = You
talk-empty = Nothing here yet.
talk-edited = edited
talk-files = { $count ->
    [one] 📎 { $count } file
   *[other] 📎 { $count } files
}
talk-urgent-because = ❗ Urgent: { $reason }
talk-mark-read = ✓✓ read
talk-mark-read-by = ✓✓ read: { $count } of { $of }
talk-mark-delivered = ✓ delivered
talk-mark-later = will arrive { $at }
talk-mark-sent = sent
talk-why-left = Nobody can write here any more: somebody no longer studies or works at the school. The history stays.
talk-why-alone = There is nobody left to read this, so nothing can be written. The history stays.
talk-why-muted = You may not write until { DAY($until) }, { CLOCK($until) }.
talk-why-watching = You are reading this because of a complaint: each opening is recorded, and nothing can be written.
talk-whole = Show in full
talk-answer = Answer
talk-urgent = ❗ Urgent
talk-older = ‹ Earlier
talk-newest = To the newest
talk-more = More…
talk-complain = Complain
talk-complained = A complaint about this conversation is being looked into.

# Questions
talk-ask = Write the message: { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. A text, a photo, a voice message or a file.
talk-ask-short = Message
talk-ask-reason = Why is it urgent? { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. In a few words: the other side and the school will see the reason. The message will arrive at once, even at night.
talk-ask-reason-short = Reason
talk-ask-urgent = Now the urgent message itself: { $names }{ $known ->
    [yes] { " " }({ $about })
   *[no] { "" }
}. It will arrive at once.
talk-urgent-words = The reason is needed in words.
talk-kinds = This cannot be passed on. A text, a photo, a video, a voice message or a file will do.
talk-ask-find = Who or what are you looking for? Write a surname, a given name or a word from a message.
talk-ask-find-short = Surname or word
talk-ask-surname = Write a surname or its beginning.
talk-ask-surname-short = Surname
talk-ask-complaint = What is wrong with this conversation? The director and deputies will read your words, and only a complaint lets them open this conversation. The other side will learn of the complaint.
talk-ask-complaint-short = What is wrong
talk-complaint-made = ✓ The complaint is recorded; the director and deputies have been told. You will hear about the outcome.
talk-ask-what = A text, a photo, a voice message or a file.

# A family writes to the school
talk-which-child = About which child?
talk-addressees-title = <b>{ $name }, { $unit }</b>
talk-addressees-whom = To whom?
talk-addressees-legend = ○ – not connected yet, will read it later.
talk-addressee = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }
talk-class-leader = class leader
talk-class-leader-brief = class leader
talk-to-administration = the school's administration
talk-ask-school = To: { $name }. About: { $about }.

# The school writes to a family
talk-family-open = Write to the family
talk-family-title = <b>{ $name }, { $unit }</b>
talk-family-whom = To whom?
talk-family-nobody = Nobody to write to: the parents are not in the journal yet.
talk-family-legend = ○ – not connected yet, will read it once connected.
talk-family-person = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }, { $what }
talk-family-pupil = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}The pupil: { $name }
talk-family-parents = { $count ->
    [2] Both parents
   *[other] All parents
}
talk-family-all = Parents and the pupil
talk-ask-family = To: { $names }. About: { $about }.
talk-choose = <b>{ $name }</b>: whose parents do you want to write to? Each family gets the message separately and does not see the others.
talk-choose-count = Chosen: { $count }
talk-choose-changed = The class list has changed, choose again.
talk-choose-name = { $chosen ->
    [yes] ✓{ " " }
   *[no] { "" }
}{ $name }
talk-choose-all = Choose all
talk-choose-none = Choose none
talk-choose-write = Write · { $count }
talk-choose-open = Write to parents
talk-choose-class = To parents of { $unit }
talk-ask-families = { $count ->
    [one] Write the message to { $count } family, { $name }.
   *[other] Write the message to { $count } families, { $name }. Each gets it separately.
} A text, a photo, a voice message or a file.

# Colleagues
talk-to-family = To a family
talk-ask-pupil = Write a pupil's surname or its beginning, with a given name or a class if you like: Ivanov 7B.
talk-pupil-name = { $name }, { $unit }
talk-colleague = To a colleague
talk-colleagues = <b>Colleagues</b>
talk-colleagues-found = <b>Found: { $count }</b> ({ $words })
talk-colleague-name = { $connected ->
    [yes] { "" }
   *[no] ○{ " " }
}{ $name }
talk-ask-colleague = Write the message: { $name }. A text, a photo, a voice message or a file.
talk-to-leader = To the class leader
talk-ask-leader = Write a message to the class leader: { $name }. Words, photos, voice or a file.

# Sent
talk-sent = ✓ Sent
talk-sent-many = { $count ->
    [one] ✓ Sent: { $count } family
   *[other] ✓ Sent: { $count } families
}
talk-sent-later = { $name }: will arrive { $at }
talk-sent-later-more = Later, to others: { $count }
talk-sent-unconnected = { $count ->
    [one] { $names }: not connected yet, will read it once connected.
   *[other] { $names }: not connected yet, will read it once connected.
}
talk-sent-awaited = { $name } has left the school. Whoever takes the conversation over will read it: the administration knows that it waits. If you need an answer today, write to the administration.
talk-sent-silent = { $name }: cannot answer yet, may write again { $until }.
talk-open = Open the conversation
talk-write-more = Write more

# Words that answer nothing
talk-nod-unsent = Passed on to nobody. To answer somebody, press “Reply” under their message.
talk-draft-ask = <b>Who is this for?</b>
talk-draft-files = 📎 with files
talk-draft-other = Another conversation…
talk-draft-school = A teacher, the class leader…
talk-draft-task = An answer to a task
talk-draft-drop = Nobody
talk-draft-dropped = Not passed on.
talk-draft-kept = The message is kept.
talk-draft-send-later = Send
paper-to-talk = Not a note: pass it to a teacher

# More: silences, stop words, complaints, handing over
talk-tools = More…
talk-tools-title = <b>Messages: more</b>
talk-mute = Mute: { $name }
talk-mute-title = <b>{ $name }</b>: muted to the end of which day? Messages can still be read.
talk-mute-day = Today, { DAY($until) }
talk-mute-three = 3 days, to { DAY($until) }
talk-mute-week = A week, to { DAY($until) }
talk-mute-other = Another day…
talk-ask-mute-day = Muted to the end of which day? For example 30.11 or “Friday”. At most 30 days.
talk-ask-mute-day-short = 30.11
talk-ask-mute-reason = Muted to the end of { DAY($until) }. Write the reason: the person and the administration will see it.
talk-ask-mute-reason-short = Reason
talk-muted = Who may not write
talk-muted-title = <b>Who may not write</b>
talk-muted-nobody = Nobody is muted at present.
talk-muted-done = ✓ Muted; the person has been told.
talk-muted-line = • { $name }: until { $until }. Reason: { $reason } ({ $by })
talk-lift = Unmute: { $name }
talk-lifted = May write again
talk-stop-words = Stop words
talk-stop-title = <b>Stop words</b>: a message with such a word is not sent; its author is told why.
talk-stop-none = None so far.
talk-stop-remove = Press a word to remove it.
talk-stop-word = ✕ { $word }
talk-stop-add = Add
talk-ask-stop = Write the words separated by commas or each on a new line.
talk-ask-stop-short = Words
talk-complaints = Complaints
talk-complaints-title = <b>Complaints about conversations</b>
talk-complaints-none = No complaints.
talk-complaint-button = { $state ->
    [open] ●{ " " }
   *[closed] ✓{ " " }
}{ $by }
talk-complaint-line =
    <b>{ $by }</b>, { $at }
    About: { $about }
    “{ $said }”
talk-complaint-closed = Closed { $at }: { $outcome }
talk-complaint-traced = A complaint lets you read the conversation; each opening is recorded.
talk-complaint-read = Read the conversation
talk-complaint-close = Close the complaint
talk-complaint-open = To the complaint
talk-complaint-was-closed = The complaint is already closed
talk-ask-outcome = What came of it? Both sides will read your words.
talk-ask-outcome-short = Outcome
talk-hand = Hand conversations over
talk-hand-title = <b>Hand conversations with families to a colleague</b>
talk-hand-own = { $count ->
    [0] You have no conversations with families.
    [one] You have { $count } conversation with families.
   *[other] You have { $count } conversations with families.
}
talk-hand-mine = Hand over mine
talk-hand-of-left = Below are the conversations of colleagues who have left: hand them to their successors.
talk-hand-left = { $name } · { $count }
talk-hand-to = Who takes the conversations over?
talk-hand-sure = { $count ->
    [0] There is nothing to hand over.
    [one] { $name } gets { $count } conversation with its history. The family is told. Only another handover can bring it back.
   *[other] { $name } gets { $count } conversations with their history. The families are told. Only another handover can bring them back.
}
talk-hand-do = Hand over · { $count }
talk-handed = { $count ->
    [0] There is nothing to hand over.
   *[other] ✓ Handed over: { $count }. { $name } answers from now on; the families have been told.
}
