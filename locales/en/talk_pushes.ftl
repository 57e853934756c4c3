# Messages, complaints, silences and handing over: what comes to the phone; refusals in conversations
push-talk-from = { $known ->
    [yes] ✉️ <b>{ $name }</b>, { $what }
   *[no] ✉️ <b>{ $name }</b>
}
push-talk-urgent = ❗ <b>Urgent:</b> { $reason }
push-talk-edited = <i>This message was changed.</i>
push-talk-administration = school administration
push-talk-helpdesk = journal administrator
push-talk-reply = Reply
push-talk-open = Open
push-talk-inbox = Messages
push-talk-handed-family = Your conversation ({ $about }) is now with <b>{ $name }</b>; before that: { $former }. Earlier messages are kept.
push-talk-handed = You have taken over the conversations with families from another member of staff: { $former }.
    { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }, unread messages: { $unread }. The families have been told.
push-talk-waits = ⚠️ <b>{ $former }</b> has left the school, the conversations with families are still there.
    { $count ->
        [one] { $count } conversation waits to be handed over
       *[other] { $count } conversations wait to be handed over
    }{ $unread ->
        [0] .
       *[other] , with unread words: { $unread }.
    } Hand them to a colleague: the families are told who answers now.
push-talk-hand = Hand over
push-talk-passed-on = ❓ <b>A family's question</b> ({ $about }). Passed on by the class leader: { $name }.
push-talk-complaint-made = ⚠️ <b>A complaint about a conversation</b> ({ $about }). Made by: { $name }. The director and deputies may now read it; every reading is recorded.
push-talk-complaint-open = Open the complaint
push-talk-complained = ⚠️ A complaint was made about a conversation ({ $about }): { $name }. The director and deputies may read it; you can go on writing there.
push-talk-complaint-closed = The complaint about a conversation ({ $about }) has been dealt with. The answer of the administration – { $name }:
push-talk-muted = 🔇 You cannot write messages until { DAY($until) }, { CLOCK($until) }.
    Reason: { $reason }
    Decided by: { $name }
    You can still read messages, answer about an absence and report an illness.
push-talk-unmuted = You can write messages again.
error-muted = You cannot write messages until { DAY($until) }, { CLOCK($until) }. Reason: { $reason }
error-mute-wrong = { $what ->
    [reason] A reason is needed, in a few words: the person will see it.
   *[until] That end will not do: it must be in the future, at most { $days } days away.
}
error-stop-word-found = Not sent: the word “{ $word }” is not used in this school's conversations. Change the text and send it again.
error-stop-word-wrong = That will not do: “{ $word }”. One word of letters is needed; a star at the end stands for any ending.
error-too-many-messages = Too many messages in a short time (more than { $limit } in ten minutes). The next can be sent after { CLOCK($until) }.
error-file-kind-forbidden = “{ $name }” cannot be sent: pictures, sound, video, documents and archives are fine, programs are not.
error-conversation-over = { $why ->
    [left] The pupil no longer studies here: the conversation can be read but not continued.
   *[alone] There is nobody left here to answer. Write to another member of staff.
}
