package cn.lianping.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.PlatformTest;
import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes as they are drafted. */
@PlatformTest
@DisplayName("修改方案的起草")
class DraftingTest {

    private static final String REVIEW = "processes/preliminary-review/preliminary-review.bpmn";

    private final Changes changes;
    private final ChangeViews views;
    private final CatalogueViews catalogue;
    private final CurrentActor actor;

    private String id = "";

    @Autowired
    DraftingTest(Changes changes, ChangeViews views, CatalogueViews catalogue, CurrentActor actor) {
        this.changes = changes;
        this.views = views;
        this.catalogue = catalogue;
        this.actor = actor;
    }

    private <T> T as(String user, Supplier<T> work) {
        return actor.callAs(user, work);
    }

    private ChangeViews.View open(String... paths) {
        id = as("admin1", () -> changes.open("增加复核", null, List.of(paths)));
        return as("admin1", () -> views.of(id));
    }

    private String content(String path) {
        return java.util.Objects.requireNonNull(changes.contents(id).get(path));
    }

    @AfterEach
    void giveUp() {
        if (!id.isEmpty() && as("admin1", () -> views.of(id)).may().discard()) {
            as("admin1", () -> {
                changes.discard(id, "测试结束");
                return true;
            });
        }
    }

    @Test
    @DisplayName("从现行版本起草;每次保存都成一版;与现行版没有差别、没有试运行的不能生效")
    void begins() {
        ChangeViews.View view = open(REVIEW);
        assertThat(view.files()).singleElement().satisfies(file -> {
            assertThat(file.version()).isEqualTo(1);
            assertThat(file.baseRef()).startsWith("deployed:preliminary-review:");
            assertThat(file.name()).isEqualTo("初审复核");
            assertThat(file.isNew()).isFalse();
        });
        assertThat(view.problems()).isEmpty();
        assertThat(view.hindrances()).anyMatch(text -> text.contains("没有差别")).anyMatch(text -> text.contains("试运行"));
        assertThat(view.may().propose()).isFalse();
        String text = content(REVIEW);
        assertThat(as("admin2", () -> changes.save(id, REVIEW, text.replace("name=\"初审复核\"", "name=\"初审\""), 1, null)))
                .isNull();
        assertThat(as("admin1", () -> changes.drafts(id, REVIEW)))
                .extracting(DraftRow::version, DraftRow::savedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "admin2"),
                        org.assertj.core.groups.Tuple.tuple(1, "admin1"));
        assertThat(as("admin1", () -> changes.content(id, REVIEW, 1))).isEqualTo(text);
    }

    @Test
    @DisplayName("两人同改一稿:后保存的一人得知谁先保存,谁也不覆盖谁")
    void overtaken() {
        open(REVIEW);
        String text = content(REVIEW);
        as("admin2", () -> changes.save(id, REVIEW, text + "<!-- 乙 -->", 1, null));
        Changes.Overtaken by = as("admin1", () -> changes.save(id, REVIEW, text + "<!-- 甲 -->", 1, null));
        assertThat(by).isNotNull();
        assertThat(by.version()).isEqualTo(2);
        assertThat(by.by().name()).isEqualTo("系统管理员乙");
        assertThat(content(REVIEW)).endsWith("<!-- 乙 -->");
    }

    @Test
    @DisplayName("同时打开的人互相看得到")
    void presence() {
        open(REVIEW);
        assertThat(as("admin1", () -> changes.present(id, REVIEW))).isEmpty();
        assertThat(as("admin2", () -> changes.present(id, REVIEW)))
                .extracting(Changes.Editor::name)
                .containsExactly("系统管理员甲");
        assertThat(as("admin1", () -> views.of(id)).editors())
                .extracting(Changes.Editor::id)
                .containsExactly("admin2");
    }

    @Test
    @DisplayName("新文件从合乎规则的样张开始")
    void templates() {
        ChangeViews.View view = open(
                "processes/office/new-matter.bpmn", "forms/office/new-matter.form", "processes/office/new-table.dmn");
        // they want their own words: the article that a step is founded on
        assertThat(view.problems()).allMatch(problem -> problem.rule().equals("article"));
        assertThat(view.files()).allMatch(ChangeViews.FileView::isNew);
    }

    @Test
    @DisplayName("删去公示,方案即有错误;没有流程管理员身份的人什么也看不到")
    void checked() {
        String path = "processes/alliance-evaluation.bpmn";
        open(path);
        String text = content(path);
        as("admin1", () -> changes.save(id, path, text.replace("event_publicityEnded", "event_gone"), 1, null));
        ChangeViews.View view = as("admin1", () -> views.of(id));
        assertThat(view.problems()).anyMatch(problem -> problem.rule().equals("legal-minimum"));
        assertThat(view.hindrances()).anyMatch(text2 -> text2.contains("处错误"));
        assertThatThrownBy(() -> as("office1", () -> views.of(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as("admin1", () -> changes.save(id, "../../etc/passwd", "x", 0, null)))
                .hasMessageContaining("不是可以使用的文件位置");
        assertThatThrownBy(() -> as("admin1", () -> changes.save(id, path, "x".repeat(10 << 20), 2, null)))
                .hasMessageContaining("超过 1,024 KB");
    }

    @Test
    @DisplayName("清单列出全部文件,在办件数按流程计")
    void listed() {
        CatalogueViews.Everything everything = as("admin1", catalogue::everything);
        assertThat(everything.items())
                .filteredOn(item -> item.area() == null && item.kind() == DesignKind.DIAGRAM)
                .extracting(CatalogueViews.Item::path)
                .contains(REVIEW, "processes/evaluation-round.bpmn");
        assertThat(everything.items())
                .filteredOn(item -> item.key().equals("review-by-science-department"))
                .singleElement()
                .satisfies(item -> assertThat(item.name()).isEqualTo("科技部门复核"));
        assertThat(everything.items()).anyMatch(item -> item.kind() == DesignKind.POLICY);
        assertThat(everything.items()).noneMatch(item -> item.upgrade() != null);
    }
}
