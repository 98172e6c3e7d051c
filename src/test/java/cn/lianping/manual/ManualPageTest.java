package cn.lianping.manual;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.process.Desk;
import cn.lianping.web.Visitor;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("使用手册的页面")
class ManualPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Desk desk;

    @Test
    @DisplayName("没有登录看不到手册和图")
    void needsLogin() {
        Visitor stranger = new Visitor(port);
        for (String path : new String[] {"/manual", "/manual/lead", "/manual/login.png"}) {
            Visitor.Answer answer = stranger.page(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.body()).as(path).isEmpty();
        }
    }

    @Test
    @DisplayName("先打开本人身份的一页,其他各页也能看")
    void ownRoleFirst() {
        Map.of(
                        "party1",
                        "党组办公室",
                        "super1",
                        "监督部门",
                        desk.newPerson("expert"),
                        "评审专家",
                        "scisigner",
                        "签发部门",
                        "admin1",
                        "系统管理员")
                .forEach((user, role) -> assertThat(
                                Visitor.loggedIn(port, user).page("/manual").body())
                        .as(user)
                        .contains("<h1>" + role + "</h1>", "我的身份"));
        Visitor office = Visitor.loggedIn(port, "office1");
        for (String id : Manual.CHAPTERS) {
            Visitor.Answer answer = office.page("/manual/" + id);
            assertThat(answer.status()).as(id).isEqualTo(200);
            assertThat(answer.body()).as(id).contains("<figure>");
        }
        assertThat(office.page("/manual/login.png").status()).isEqualTo(200);
        assertThat(office.page("/manual/nobody").status()).isEqualTo(404);
    }
}
