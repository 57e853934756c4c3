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
push-marks-rekinded = { $subject }: <b>{ $value }</b>, исправлен вид работы (было: { $formerly })
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

settings-notices = Уведомления и тихие часы
notices-settings-title = <b>Что приходит на этот телефон</b>
notices-settings-always = { $who ->
    [pupil] Изменения уроков на сегодня приходят сразу и всегда. Остальное выбираете вы. Нажмите, чтобы изменить.
   *[guardian]
        Сразу и всегда приходит срочное: ребёнка нет на уроке, изменились уроки на сегодня. Не отключаются и сообщения о том, что ребёнок не успевает, и ответы школы: они ждут конца тихих часов.

        Остальное выбираете вы. Нажмите, чтобы изменить.
}
notices-settings-marks-nowhere = Отметки ждут вечернюю карточку, а она не приходит. Пока отметки видны только в дневнике.
notices-off = нет
notices-on = да
notices-marks = Отметки: { $mode }
notices-marks-at-once = сразу
notices-marks-evening = в вечерней карточке
notices-marks-low = сразу только 3 и ниже
notices-marks-off = не присылать
notices-marks-title = { $who ->
    [pupil]
        <b>Отметки</b>
        Учитель может исправить ошибку, поэтому отметка приходит через несколько минут. На уроках и в тихие часы она ждёт, несколько отметок приходят вместе.

        «Только 3 и ниже» – ещё незачёты и несданные работы; остальные отметки – в вечерней карточке.
   *[guardian]
        <b>Отметки</b>
        Учитель может исправить ошибку, поэтому отметка приходит не сразу, а через несколько минут, и сначала ребёнку, если он подключён. Во время уроков и в тихие часы она ждёт, несколько отметок приходят вместе.

        «Только 3 и ниже» – ещё незачёты и несданные работы; остальные отметки – в вечерней карточке.
}
notices-evening = Вечерняя карточка: { $at }
notices-evening-title =
    <b>Вечерняя карточка</b>
    Одно сообщение за день о всех детях: отметки, пропуски, уроки и задания на завтра. Если сказать нечего, она не приходит. Когда присылать?
notices-evening-off = Не присылать
notices-week = Итоги недели в субботу: { $state }
notices-homework = Изменения заданий: { $state }
notices-timetable = Изменения уроков на завтра: { $state }
notices-quiet = Тихие часы: { $hours }
notices-quiet-none = нет

staff-quiet = Тихие часы
staff-quiet-title = В тихие часы сообщения ждут. Сразу приходит только срочное: ответы семей об отсутствии, ребёнок, о котором ничего не известно, и изменения уроков этого дня.
