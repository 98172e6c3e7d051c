package cn.lianping.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetAnswersTest {

    @Test
    void takesWholeNumbersDecimalsAndTextAlike() {
        SheetAnswers answers = SheetAnswers.ofList(List.of(
                1, 0L, "1", "0", new BigDecimal("1.0"), 1.0, "1.00", "+1", "-0", new BigDecimal("0E+3").intValue()));
        assertThat(answers.digits()).isEqualTo("1010111100");
        assertThat(answers.total()).isEqualTo(6);
        assertThat(answers.point(3)).isEqualTo(1);
        assertThat(SheetAnswers.ofDigits("1010111100")).isEqualTo(answers);
    }

    @Test
    void takesAFormByElementNumber() {
        Map<Object, Object> form = form();
        form.put("3", "0");
        form.remove(3);
        assertThat(SheetAnswers.ofMap(form).digits()).isEqualTo("1101111111");
    }

    @Test
    void refusesNineAnswersAndNamesTheMissingElement() {
        Map<Object, Object> form = form();
        form.remove(7);
        assertThatThrownBy(() -> SheetAnswers.ofMap(form))
                .isInstanceOf(Refusal.class)
                .hasMessage("评审表只有 9 个要素的评分,缺少要素 7;请对 10 个要素逐项评分");
        assertThatThrownBy(() -> SheetAnswers.ofList(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .hasMessageContaining("缺少要素 10");
        assertThatThrownBy(() -> SheetAnswers.ofList(List.of())).hasMessageContaining("缺少要素 1、2、3");
    }

    @Test
    void refusesAnEleventhElement() {
        Map<Object, Object> form = form();
        form.put(11, 1);
        assertThatThrownBy(() -> SheetAnswers.ofMap(form))
                .isInstanceOf(Refusal.class)
                .hasMessage("没有要素 11;要素编号为 1 至 10");
        assertThatThrownBy(() -> SheetAnswers.ofList(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0)))
                .hasMessageContaining("没有要素 11");
    }

    @Test
    void refusesAnElementAnsweredTwiceOrNotNumbered() {
        Map<Object, Object> form = form();
        form.put("3", 1);
        assertThatThrownBy(() -> SheetAnswers.ofMap(form)).hasMessage("要素 3 评分两次");
        for (Object key : Arrays.asList("0", "-1", "1.5", "e1", 0, null)) {
            Map<Object, Object> wrong = form();
            wrong.put(key, 1);
            assertThatThrownBy(() -> SheetAnswers.ofMap(wrong)).hasMessage("没有要素 " + key + ";要素编号为 1 至 10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "2", "-1", "1.0000001", "10"})
    void refusesAnyPointButZeroAndOneAndNamesTheElement(String point) {
        for (Object raw : List.of(point, new BigDecimal(point))) {
            List<Object> answers = new ArrayList<>(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
            answers.set(4, raw);
            assertThatThrownBy(() -> SheetAnswers.ofList(answers))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("要素 5 的评分为 " + point + ";只能评 0 分或 1 分");
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (Object raw : Arrays.asList("是", true, "1E0", "1E999999999", Double.NaN, List.of(1))) {
            Map<Object, Object> form = form();
            form.put(5, raw);
            assertThatThrownBy(() -> SheetAnswers.ofMap(form)).hasMessage("要素 5 的评分“" + raw + "”不是数字;只能评 0 分或 1 分");
        }
        for (Object raw : Arrays.asList(null, "", "  ")) {
            Map<Object, Object> form = form();
            form.put(5, raw);
            assertThatThrownBy(() -> SheetAnswers.ofMap(form)).hasMessage("要素 5 未评分;请评 0 分或 1 分");
        }
    }

    @Test
    void readsTheSheetOfAPreview() {
        assertThat(ReviewerSheet.ofRaw("a", 8).total()).isEqualTo(8);
        assertThat(ReviewerSheet.ofRaw("a", List.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 0))
                        .total())
                .isEqualTo(8);
        for (Object raw : Arrays.asList(8.5, 11, -1, "x", null)) {
            assertThatThrownBy(() -> ReviewerSheet.ofRaw("a", raw)).isInstanceOf(Refusal.class);
        }
    }

    private static Map<Object, Object> form() {
        Map<Object, Object> form = new HashMap<>();
        for (int element = 1; element <= 10; element++) {
            form.put(element, 1);
        }
        return form;
    }
}
