package cn.lianping.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.lianping.Refusal;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

class RegistryImportControllerTest {

    private static final TestingAuthenticationToken ADMINISTRATOR =
            new TestingAuthenticationToken("admin1", "", "ROLE_camunda-admin");

    private RegistryDatabase database;
    private MockMvc web;

    @BeforeEach
    void setUp() throws Exception {
        database = new RegistryDatabase();
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        web = MockMvcBuilders.standaloneSetup(new RegistryImportController(database.imports))
                .setViewResolvers(views)
                .build();
    }

    @Test
    void showsThePageToTheAdministratorOnly() throws Exception {
        web.perform(get("/admin/registry").principal(ADMINISTRATOR))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("登记册导入")));
        assertThatThrownBy(() -> web.perform(get("/admin/registry")
                        .principal(new TestingAuthenticationToken("office1", "", "ROLE_province-office"))))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThatThrownBy(() -> web.perform(upload(RegistryDatabase.example())))
                .hasRootCauseInstanceOf(Refusal.class);
        assertThat(database.count("alliance")).isZero();
    }

    @Test
    void answersPeopleWithAPageAndProgramsWithJson() throws Exception {
        Map<String, byte[]> files = RegistryDatabase.example();
        web.perform(upload(files).principal(ADMINISTRATOR).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows['alliances.csv']").value(24));
        web.perform(upload(files).principal(ADMINISTRATOR).accept(MediaType.TEXT_HTML))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("已导入")));
        files.remove("experts.csv");
        web.perform(upload(files).principal(ADMINISTRATOR).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.problems[0].file").value("experts.csv"));
        web.perform(upload(files).principal(ADMINISTRATOR).accept(MediaType.TEXT_HTML))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("缺少此文件")));
    }

    private static MockMultipartHttpServletRequestBuilder upload(Map<String, byte[]> files) {
        MockMultipartHttpServletRequestBuilder request = multipart("/admin/registry/import");
        files.forEach((name, bytes) -> request.file(new MockMultipartFile("files", name, "text/csv", bytes)));
        return request;
    }
}
