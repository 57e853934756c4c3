# Неуспевающие: что узнаёт классный руководитель и что прочитают родители
failing-letter-title =
    <b>{ $pupil }</b>: обратите, пожалуйста, внимание на { $count ->
        [one] этот предмет
       *[other] эти предметы
    }
failing-subject = • <b>{ $subject }</b> — { $said }
failing-average = средний балл { POINT($average) }, пока выходит «{ $likely }»
failing-debts = не сдано работ: { $count }
failing-average-brief = { POINT($average) }
failing-debts-brief = долги: { $count }
failing-brief = { $subject } { $said }
failing-letter-end = { $period }, последний день — { DAY($day) }: время исправить ещё есть. Что сделать и что сдать, подскажет учитель предмета.
failing-letter-over = { $period }, последний день был { DAY($day) }. Что ещё можно сдать, подскажет учитель предмета.
failing-open-subject = Отметки: { $subject }
failing-open-marks = Все отметки

failing-push-class =
    <b>Неуспевающие в { $name }: новое</b>
    Родителям бот напишет { DAY($at) } в { CLOCK($at) }. До этого можно посмотреть, что они прочитают, и придержать.
failing-push-pages = <b>Не успевают по вашим предметам: новое</b>
failing-push-page = <b>{ $classes }</b>, { $subject }:
failing-push-pupil = • { $name } — { $said }
failing-push-alone = (родители не подключены)
failing-push-more = …и ещё строк: { $count }
failing-push-open = Посмотреть
failing-push-journal = { $classes } { $subject }

failing-title = <b>{ $name }: неуспевающие</b>
failing-period = { $period }, { DAY($starts) } – { DAY($ends) }
failing-rule = Средний балл или выходящая отметка ниже { POINT($below) } либо долги к концу периода.
failing-none = Сейчас никто не отстаёт.
failing-no-period = Учебный период ещё не начался.
failing-no-marks = В 1 классе отметок нет, отстающих бот не ищет.
failing-count =
    { $count ->
        [one] { $count } ученик из { $pupils }
        [few] { $count } ученика из { $pupils }
       *[other] { $count } учеников из { $pupils }
    }
failing-line = { $sign } <b>{ $name }</b> — { $said } (с { DAY($since) })
failing-state-new = родителям ещё не писали
failing-state-waiting = родители узнают { DAY($at) } в { CLOCK($at) }
failing-state-held = придержано: родители узнают { DAY($at) } в { CLOCK($at) }
failing-state-told = родителям написали { DAY($at) }
failing-state-unreached = { DAY($at) } писать было некому: родители не подключены, скажите лично
failing-state-alone = родители не подключены: бот написать не сможет, скажите лично
failing-sign-new = ·
failing-sign-waiting = ○
failing-sign-told = ✓
failing-sign-alone = ‼
failing-more = …и ещё: { $count }
failing-button = { $sign } { $name }
failing-pupil-title = <b>{ $name }</b>, { $class }
failing-pupil-since = • { $subject }: с { DAY($since) }
failing-pupil-caught-up = Уже исправляется: сейчас ни по одному предмету не отстаёт. Родителям бот не напишет.
failing-preview = Так это прочитают родители:
failing-preview-told = Сейчас это выглядело бы так:
failing-send = Отправить сейчас
failing-hold = Придержать до { SHORTDAY($day) }
failing-held-long = Дольше придержать нельзя: по правилам школы родители должны узнать.
failing-family = Семья ученика
failing-toast-held = Придержано
failing-toast-sent = Отправлено родителям
failing-toast-later = Ночью не пишем: уйдёт утром
failing-toast-already = Уже сделано
failing-toast-caught-up = Писать не о чем: уже исправляется
failing-toast-changed = Пока вы смотрели, всё изменилось. Вот как сейчас
failing-school-title = <b>Неуспевающие по классам</b>
failing-school-counts = Родители ещё не знают: { $waiting }. Узнали за неделю: { $told }.
failing-school-empty = При последней проверке никого не найдено. Бот проверяет отметки каждый учебный день после 15:00; если открыть класс, видно, как сейчас.
failing-school-class = { $name }: { $count }
failing-school-open = Неуспевающие
failing-school-back = Все классы
