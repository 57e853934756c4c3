# The shelf: the school's documents
shelf-open = Documents
help-open = Help
shelf-title = <b>The school's documents</b>
shelf-choose = Choose a section.
shelf-empty = Nothing has been published yet.
shelf-unread = { $count ->
    [one] { $count } document waits for you to read it.
   *[other] { $count } documents wait for you to read them.
 }
shelf-section-orders = Orders
shelf-section-regulations = Regulations
shelf-section-guides = Guides
shelf-section-resources = Useful links
shelf-section-count = { $section } · { $count }
shelf-section-unread = { $section } · { $count }, new { $unread }
shelf-section-title = <b>{ $section }</b>
shelf-section-empty = Nothing here yet.
shelf-line-draft = ✎ { $title }
shelf-line-unread = ● { $title }
shelf-find = Find by title
shelf-find-again = Search again
shelf-ask-words = Which word is in the title?
shelf-ask-words-short = A word of the title
shelf-found = Found for “{ $words }”: { $count }
shelf-found-more = Not all are shown: be more precise.
shelf-not-found = Nothing found for “{ $words }”.
shelf-add = Add a document
shelf-ask = Section “{ $section }”. Send the document in one message: a file with its title as the caption, or a title and, on a new line, text or a link. It will be a draft first, seen only by those who publish.
shelf-ask-short = Title and words, or a file
shelf-ask-again = There is neither text nor a file.
shelf-draft-made = The draft is kept. Check it and publish it.
shelf-ask-title = The document is called “{ $title }” now. Write another title.
shelf-document = <b>{ $title }</b>
 { $section }
shelf-published = Published { DAY($day) }, { $name }
shelf-read-at = ✓ You read it { DAY($at) } at { CLOCK($at) }
shelf-please-read = Please read it and press “I have read it”.
shelf-file = 📎 { $name }
shelf-address = Open the link
shelf-acknowledge = I have read it
shelf-thanks = Thank you, noted
shelf-state = For: { $whom ->
    [everybody] staff and families
   *[staff] staff only
 }. { $asked ->
    [yes] Readers are asked to confirm that they have read it.
   *[no] Nothing is asked of the readers.
 }
shelf-to-staff = Staff only
shelf-to-everybody = Staff and families
shelf-ask-to-read = Ask to read it
shelf-ask-not = Do not ask to read it
shelf-rename = Title
shelf-drop = Delete
shelf-publish = Publish
shelf-published-toast = Published
shelf-withdraw = Take off the shelf
shelf-withdraw-ask = Take “{ $title }” off the shelf? The record of who has read it is kept.
shelf-withdraw-yes = Yes, take it off
shelf-withdrawn = Taken off
shelf-readers = Who has read it
shelf-readers-title = <b>Who has read it</b>: { $title }
shelf-readers-group = { $group }: { $read } of { $asked }
shelf-group-staff = Staff
shelf-group-staff-short = Staff
shelf-group-class = Families of { $name }
shelf-group-label = { $name } { $read }/{ $asked }
shelf-reader-of = { $name } ({ $of })
shelf-reader-read = ✓ { DAY($at) }
shelf-reader-waits = …
shelf-reader-unconnected = ✗ not connected:
shelf-reader-unreachable = ✗ bot blocked:
shelf-remind = Remind
shelf-reminded = { $count ->
    [0] Nobody to remind: everybody has read it, is not connected, or was reminded today.
   *[other] A reminder goes to: { $count }
 }
push-shelf-published = 📄 A new document of the school: <b>{ $title }</b> ({ $section }). Please read it and press “I have read it”.
push-shelf-reminder = A reminder: the document “{ $title }” waits for you to read it and press “I have read it”.
push-shelf-open = Open the document
error-address-wrong = The link does not look like the address of a page. For example: https://school.example/page
shelf-sheet = Sheet of readers
shelf-sheet-caption = Sheet of readers: { $title }
