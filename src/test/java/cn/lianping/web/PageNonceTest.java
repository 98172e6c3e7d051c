package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("页面与安全头的随机数")
class PageNonceTest {

    private static MockHttpServletResponse answer(String path) throws Exception {
        // another request came between the header and the page
        FilterChain engine = (request, response) -> {
            ((HttpServletResponse) response)
                    .setHeader(
                            "Content-Security-Policy", "script-src 'nonce-other' 'strict-dynamic';object-src 'none'");
            response.getWriter().write("<script nonce=\"own\" src=\"a.js\"></script><script nonce=\"own\"></script>");
        };
        var response = new MockHttpServletResponse();
        new PageNonceFilter().doFilter(new MockHttpServletRequest("GET", path), response, engine);
        return response;
    }

    @Test
    @DisplayName("页面脚本的随机数总与安全头一致")
    void theHeaderNamesWhatThePageCarries() throws Exception {
        MockHttpServletResponse page = answer("/camunda/app/tasklist/default/");
        assertThat(page.getHeader("Content-Security-Policy"))
                .isEqualTo("script-src 'nonce-own' 'strict-dynamic';object-src 'none'");
        assertThat(page.getContentAsString()).contains("nonce=\"own\" src=\"a.js\"");
    }

    @Test
    @DisplayName("其他地址不受影响")
    void otherAddressesAreLeftAlone() throws Exception {
        assertThat(answer("/camunda/app/tasklist/scripts/config.js").getHeader("Content-Security-Policy"))
                .contains("'nonce-other'");
    }
}
