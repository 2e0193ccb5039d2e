package io.quanyi.workshop.table.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.policy.edit.RuleChoices;
import io.quanyi.workshop.table.words.TargetWords.NoTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4 working hours      | workingHours(4)
            4 个工作小时         | workingHours(4)
            4工作小时内          | workingHours(4)
            ４ 个工作小时以内    | workingHours(4)
            1 business hour      | workingHours(1)
            within 2 hours       | hours(2)
            ≤ 2h                 | hours(2)
            2.5 小时             | hours(2.5)
            两小时               | hours(2)
            半小时               | hours(0.5)
            30 分钟              | minutes(30)
            45 min               | minutes(45)
            15 minutes           | minutes(15)
            10 分钟              | minutes(10)
            30 工作分钟          | workingMinutes(30)
            1 working day        | workingDays(1)
            半个工作日           | workingDays(0.5)
            3 Business Days      | workingDays(3)
            immediate            | immediate()
            立即                 | immediate()
            即时                 | immediate()
            """)
    void aTimeIsReadAsDocumentsWriteIt(String written, String target) throws NoTarget {
        assertThat(RuleChoices.written(TargetWords.read(written))).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4                        | table-target
            hours                    | table-target
            4 hours and a half       | table-target
            about 4 hours            | table-target
            4-8 hours                | table-target
            4 小时响应               | table-target
            soon                     | table-target
            次工作日                 | table-target-day
            下一个工作日             | table-target-day
            next business day        | table-target-day
            NBD                      | table-target-day
            当天                     | table-target-day
            3 天                     | table-target-calendar-day
            1 day                    | table-target-calendar-day
            0 hours                  | table-target-range
            10001 hours              | table-target-range
            0.0001 hours             | table-target-range
            0.01 minutes             | table-target-range
            600001 minutes           | table-target-range
            """)
    void wordsThatStateNoTimeOfTheRulesAreRefused(String written, String code) {
        assertThatThrownBy(() -> TargetWords.read(written))
                .isInstanceOf(NoTarget.class)
                .hasMessage(code);
    }
}
