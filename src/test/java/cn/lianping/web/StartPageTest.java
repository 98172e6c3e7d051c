package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

@DisplayName("登录后的首页")
class StartPageTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "manager, cockpit",
        "manager-210100, cockpit",
        "manager-210100 manager-210200, cockpit",
        "manager province-office, tasklist",
        "manager-210100 science-210100, tasklist",
        "manager expert, tasklist",
        "province-office, tasklist",
        "organisation org-91210100MA0000001X, tasklist",
        "camunda-admin, tasklist",
        "'', tasklist"
    })
    @DisplayName("管理人员到阶段看板,有任务可办的到任务列表")
    void byGroups(String groups, String application) {
        var login = UsernamePasswordAuthenticationToken.authenticated(
                "x",
                "",
                Stream.of(groups.split(" "))
                        .map(group -> new SimpleGrantedAuthority(EngineUsers.ROLE + group))
                        .toList());
        assertThat(StartPage.of(login)).startsWith("/camunda/app/" + application + "/default/");
    }
}
