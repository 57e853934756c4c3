# Неделя класса: посещаемость, причины, болезни
code-none = Н
code-illness = Б
code-excused = УП
code-unexcused = НП
code-late = ОП
week-att-title = <b>{ $name }: посещаемость</b>, { DAY($first) } – { DAY($last) }
week-att-unexplained =
    { $count ->
        [one] Без причины пропускал { $count } ученик. Нажмите на имя, чтобы указать причину.
       *[other] Без причины пропускали: { $count }. Нажмите на имя, чтобы указать причину.
    }
week-att-explained = У всех пропусков есть причина.
week-att-nobody = Никто не пропускал и не опаздывал.
week-att-name = <b>{ $name }</b>
week-att-name-unexplained = ! <b>{ $name }</b>
week-att-button = { $name }
week-att-button-unexplained = ! { $name } — без причины: { $count }
week-att-day-codes = { SHORTDAY($day) } { $codes }
week-att-pupil = <b>{ $name }</b>, { DAY($first) } – { DAY($last) }
week-att-nothing = Пропусков и опозданий нет.
week-att-day = <b>{ WEEKDAY($day) }, { DAY($day) }</b>
week-att-day-button = { SHORTDAY($day) }: { $codes }
week-att-line = { $number }-й { $subject } — { $code }, { $reason }
week-att-line-late = { $number }-й { $subject } — { $code }, опоздание{ $minutes ->
        [0] { "" }
       *[other] {" "}{ $minutes } мин.
    }
week-att-closed = ⏳ Срок правок истёк { DAY($until) } в { CLOCK($until) }: изменения — по запросу.
week-att-all-illness = Все пропуски: болезнь
week-att-all-excused = Все пропуски: уважительная
week-att-all-unexcused = Все пропуски: неуважительная
week-att-illness = Болезнь или отъезд с … по …
week-att-family = Родители, заметка
week-att-lesson = { $number }. { $subject }
week-att-was-present = { $number }-й: был(а)
week-att-was-late = { $number }-й: опоздание
week-att-was-absent = { $number }-й: не был(а)
week-att-illness-title =
    <b>{ $name }</b>
    Какие дни отметить? Пропущенные уроки получат причину, а на следующих перекличках отсутствие будет уже известно.
week-att-range-illness = Болезнь { SHORTDAY($first) } – { SHORTDAY($last) }
week-att-range-excused = Уважительная { SHORTDAY($first) } – { SHORTDAY($last) }
week-att-open-illness = Болеет с { SHORTDAY($first) }, пока не придёт
week-att-open-excused = Отсутствует с { SHORTDAY($first) }, пока не придёт
week-att-type-illness = Болезнь: написать даты
week-att-type-excused = Уважительная: написать даты
week-att-ask-days = { $name }: напишите дни, например 12.03–15.03. Можно начиная с { DAY($since) }. Ответьте на это сообщение.
week-att-ask-days-short = Дни
week-att-known = ✎ { DAY($first) } – { DAY($last) }: { $reason } ({ $who ->
        [school] отметила школа
       *[family] сообщили родители
    })
week-att-known-day = ✎ { DAY($day) }: { $reason } ({ $who ->
        [school] отметила школа
       *[family] сообщили родители
    })
week-att-known-open = ✎ с { DAY($first) }, пока не придёт: { $reason } ({ $who ->
        [school] отметила школа
       *[family] сообщили родители
    })
week-att-end-illness = Снова в школе (болезнь с { SHORTDAY($first) })
week-att-end-excused = Снова в школе (отсутствие с { SHORTDAY($first) })
week-att-end-unexcused = Снова в школе (отсутствие с { SHORTDAY($first) })
lines-more = …и ещё строк: { $count }
