package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("退出登录")
class LogoutTest {

    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @LocalServerPort
    private int port;

    @Test
    @DisplayName("在任务列表中退出后,同一浏览器不能再打开任何页面")
    void endsTheSession() {
        Visitor person = Visitor.loggedIn(port, "office1");
        assertThat(person.page("/camunda/app/tasklist/default/").status()).isEqualTo(200);
        assertThat(person.post(LOGOUT, "").status()).isEqualTo(204);
        assertThat(person.page("/camunda/app/tasklist/default/").status()).isEqualTo(302);
        assertThat(person.page("/camunda/api/lianping/me/stand-ins").status()).isEqualTo(401);
    }
}
