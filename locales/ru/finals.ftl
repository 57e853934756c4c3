# Итоговые отметки за период и за год
error-final-marks-early = Итоговые отметки ставят с { DAY($opens) } ({ $regulation }).
finals-open = Итоговые
finals-title = <b>{ $classes } · { $subject }</b>, { $period }: итоговые отметки
finals-title-year = <b>{ $classes } · { $subject }</b>: отметки за год
finals-year = Год
finals-period-chosen = • { $period } •
finals-by-teacher = Ставит учитель ({ $regulation }).
finals-by-class-leader = Ставит классный руководитель ({ $regulation }).
finals-until = Срок: до { DAY($until) } ({ $regulation }).
finals-opens = Ставят с { DAY($opens) } ({ $regulation }).
finals-no-date = Срок назначит приказ директора ({ $regulation }).
finals-over = Срок был до { DAY($until) } ({ $regulation }).
finals-over-reason = Срок был до { DAY($until) } ({ $regulation }). Вы можете поставить, указав причину.
finals-over-ask = Срок был до { DAY($until) } ({ $regulation }). Можно отправить запрос.
finals-grade-1 = В 1 классе отметки не ставятся ({ $regulation }).
finals-least =
    { $count ->
        [one] Нужна хотя бы { $count } отметка.
        [few] Нужно не меньше { $count } отметок.
       *[other] Нужно не меньше { $count } отметок.
    }
finals-works-required = Нужны отметки за все письменные, лабораторные и практические работы.
finals-year-how = Предлагается среднее отметок за периоды с округлением.
finals-left =
    { $count ->
        [0] Отметки стоят у всех.
        [one] Без итоговой отметки: { $count } ученик.
        [few] Без итоговой отметки: { $count } ученика.
       *[other] Без итоговой отметки: { $count } учеников.
    }
finals-nobody = Учеников на этой странице нет.
finals-line-set = { $name } — <b>{ $value }</b>{ $behind }
finals-line-proposed = { $name } — предлагается { $value }{ $behind }
finals-line-open = { $name } — нет{ $behind }
finals-behind = { " " }({ $facts })
finals-average = ср. { POINT($average) }
finals-marks =
    { $count ->
        [one] { $count } отметка
        [few] { $count } отметки
       *[other] { $count } отметок
    }
finals-no-marks = отметок нет
finals-differs = по расчёту { $value }
finals-few = ⚠ мало: { $count } из { $least }
finals-works =
    { $count ->
        [one] ⚠ нет отметки за работу
       *[other] ⚠ нет отметок за работы: { $count }
    }
finals-dots = долги: { $count }
finals-periods = ⚠ есть период без отметки
finals-label-set = { $value } { $name }
finals-label-proposed = { $value }? { $name }
finals-label-open = — { $name }
finals-more = …и ещё: { $count }
finals-put-all = Поставить все предложенные ({ $count })
finals-preview-title = Поставить предложенные отметки?
finals-preview-line = { $name } — <b>{ $value }</b>
finals-preview-left =
    { $count ->
        [one] Не войдёт { $count } ученик: его отметку поставьте отдельно.
        [few] Не войдут { $count } ученика: их отметки поставьте отдельно.
       *[other] Не войдут { $count } учеников: их отметки поставьте отдельно.
    }
finals-preview-left-line = { $name } ({ $why })
finals-nothing-proposed = нечего предложить
finals-preview-none = Предложенных отметок, которые ещё не стоят, нет.
finals-put = Поставить ({ $count })
finals-pupil = <b>{ $name }</b>, { $subject }, { $period }
finals-pupil-year = <b>{ $name }</b>, { $subject }, год
finals-stands = Стоит <b>{ $value }</b> ({ $author })
finals-stands-none = Итоговой отметки пока нет.
finals-proposed = По расчёту: <b>{ $value }</b>
finals-proposed-none = Расчёт ничего не предлагает.
finals-mark-list = Отметки: { $marks }
finals-mark-one = { $value } ({ $letter })
finals-owed = Нет отметки за работы: { $works }
finals-owed-one = { $letter } { SHORTDAY($day) }
finals-of-periods = По периодам: { $marks }
finals-of-period = { $period } — { $value }
finals-none = нет
finals-choose = Какую отметку поставить?
finals-take-back = Убрать отметку
finals-put-one = { $name }: { $value }
finals-taken-back = { $name }: отметка убрана
finals-put-done = Отметки поставлены
finals-note-already = Уже так
finals-note-changed = Что-то изменилось раньше. На экране — как есть сейчас.
finals-page-back = ‹ К журналу
request-does-final-mark = Итоговая отметка
request-does-final-mark-back = Убрать итоговую отметку
request-does-final-marks-proposed = Все предложенные итоговые отметки
request-finals = { $classes } · { $subject }, { $period }
request-finals-year = { $classes } · { $subject }, год

push-finals = <b>{ $pupil }</b>: итоговые отметки
push-finals-period = <b>{ $period }</b>
push-finals-year = <b>Год</b>
push-finals-line = { $subject } — <b>{ $value }</b>
push-finals-changed = { $subject } — <b>{ $value }</b> (было { $before })
push-finals-taken-back = { $subject } — отметка убрана (было { $before })
push-finals-more = …и ещё: { $count }
push-finals-open = Отметки
