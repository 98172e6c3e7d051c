package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.process.RoundSteps;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("演示时钟与错误页")
class DemoClockPageTest {

    @Autowired
    private RoundSteps rounds;

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("管理员向前拨动,有批次后不能后退")
    void movesForwardOnly() {
        rounds.open();
        Visitor admin = Visitor.loggedIn(port, "admin1");
        Visitor.Answer moved =
                admin.upload("/demo", Map.of(), "", Map.of("_csrf", admin.csrfOf("/demo"), "to", "2026-01-06T09:00"));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body()).contains("2026年1月6日 星期二 09:00");
        Visitor.Answer back =
                admin.upload("/demo", Map.of(), "", Map.of("_csrf", admin.csrfOf("/demo"), "to", "2026-01-05T09:00"));
        assertThat(back.status()).isEqualTo(400);
        assertThat(back.body()).contains("只能向前拨");
        assertThat(admin.upload("/demo", Map.of(), "", Map.of("_csrf", admin.csrfOf("/demo"), "to", "x"))
                        .body())
                .contains("请选择日期和时间");
    }

    @Test
    @DisplayName("没有的页面与没有权限的页面说中文,不露内部信息")
    void errorPages() {
        Visitor office = Visitor.loggedIn(port, "office1");
        Map<String, Integer> pages = Map.of("/no-such-page", 404, "/demo", 403, "/admin/registry", 403);
        pages.forEach((path, status) -> {
            Visitor.Answer answer = office.page(path);
            assertThat(answer.status()).as(path).isEqualTo(status);
            assertThat(answer.body()).contains("返回任务列表").doesNotContain("Exception", "Whitelabel");
        });
    }
}
