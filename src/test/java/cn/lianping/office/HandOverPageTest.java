package cn.lianping.office;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.web.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("移交页面")
class HandOverPageTest {

    private static final String PAGE = "/admin/hand-over";

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("只对系统管理员开放")
    void forAdministratorsOnly() {
        for (String other : new String[] {"office1", "manager1", "super1"}) {
            Visitor.Answer refused = Visitor.loggedIn(port, other).page(PAGE + "?from=super1");
            assertThat(refused.status()).as(other).isEqualTo(403);
            assertThat(refused.body()).as(other).doesNotContain("已认领");
        }
        assertThat(new Visitor(port).page(PAGE).status()).isEqualTo(302);
    }

    @Test
    @DisplayName("按姓名查找;没有的用户说明原因")
    void findsPeople() {
        Visitor admin = Visitor.loggedIn(port, "admin1");
        assertThat(admin.page(PAGE + "?search=%E7%9B%91%E7%9D%A3").body()).contains("super1", "移交");
        assertThat(admin.page(PAGE + "?search=%25").body()).doesNotContain("没有用户");
        assertThat(admin.page(PAGE + "?from=super1").body()).contains("监督", "已认领 0 项任务");
        Visitor.Answer unknown = admin.page(PAGE + "?from=nobody");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("没有用户“nobody”");
    }
}
