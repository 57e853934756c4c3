# Что приходит само: отметки и настройки уведомлений
push-marks = { $count ->
    [one] <b>{ $pupil }</b>: отметка
   *[other] <b>{ $pupil }</b>: отметки
}
push-marks-own = { $count ->
    [one] Новое об отметке
   *[other] Новое об отметках
}
push-marks-new = { $subject }: <b>{ $value }</b>
push-marks-changed = { $subject }: было { $before }, стало <b>{ $value }</b>
push-marks-came = { $subject }: работа сдана, <b>{ $value }</b>
push-marks-comment-added = { $subject }: <b>{ $value }</b>, комментарий учителя
push-marks-removed = { $subject }: отметка «{ $before }» снята
push-marks-kind = { $kind }
push-marks-kind-weight = { $kind }, вес { $weight }
push-marks-day = { SHORTDAY($day) }
push-marks-comment = «{ $comment }»
push-marks-average = Средний балл: { POINT($before) } → { POINT($after) }
push-marks-average-first = Средний балл: { POINT($after) }
push-marks-more = { $count ->
    [one] …и ещё по { $count } предмету
   *[other] …и ещё по { $count } предметам
}
push-marks-open = { $subject }: все отметки
push-marks-open-all = Все отметки
