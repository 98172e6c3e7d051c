package cn.lianping.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinesePunctuationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "经复核,材料真实;同意推荐:请审阅|经复核\uff0c材料真实\uff1b同意推荐\uff1a请审阅",
                "得分 8.43,其中专家 8.40|得分 8.43\uff0c其中专家 8.40",
                "王某某(expert001)|王某某\uff08expert001\uff09",
                "通过(第 1 次)|通过\uff08第 1 次\uff09",
                "金额 1,200 万元 09:05|金额 1,200 万元 09:05",
                "f(x), y|f(x), y",
                "甲 &amp; 乙&lt;丙|甲 &amp; 乙&lt;丙",
                "没有配对(的括号|没有配对(的括号"
            })
    void widensWhatStandsBesideChinese(String typed, String printed) {
        assertThat(ChinesePunctuation.text(typed)).isEqualTo(printed);
    }

    @Test
    void leavesMarkupAlone() {
        assertThat(ChinesePunctuation.in("<style>a{b:\"宋体\",c}</style><p title=\"甲,乙\">甲,乙<br/>,丙</p>"))
                .isEqualTo("<style>a{b:\"宋体\",c}</style><p title=\"甲,乙\">甲\uff0c乙<br/>\uff0c丙</p>");
    }
}
