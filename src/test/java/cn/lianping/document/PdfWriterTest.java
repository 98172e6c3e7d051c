package cn.lianping.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PdfWriterTest {

    private static final PdfWriter WRITER = new PdfWriter();
    private static final String FINGERPRINT = "0123456789abcdef".repeat(4);

    private static byte[] write(DocumentKind kind, Map<String, Object> model) {
        Map<String, Object> shown = new HashMap<>(model);
        shown.put("documentTitle", "标题" + kind.label());
        shown.put("version", 2);
        shown.put("fingerprint", FINGERPRINT);
        shown.put("code", DocumentService.code(FINGERPRINT));
        shown.put("checkAddress", "https://lianping.example/public/check");
        return WRITER.write(kind.template(), shown);
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECOMMENDATION_WORKBOOK")
    void printsNumberAndFingerprintOnEveryPageWithItsOwnTypeface(DocumentKind kind) throws IOException {
        byte[] bytes = write(kind, SampleModels.of(kind));
        Path samples = Files.createDirectories(Path.of("target/document-samples"));
        Files.write(samples.resolve(kind.template() + ".pdf"), bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int pages = pdf.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page, page))
                        .contains("校验码 0123456789ABCDEF · 第 2 版 · 核验\uff1ahttps://lianping.example/public/check")
                        .contains(FINGERPRINT)
                        .contains("— %d —".formatted(page));
            }
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSerifSC.*");
                }
            }
            // a character without a glyph would be printed as #
            assertThat(text(pdf, 1, pages)).doesNotContain("#");
        }
        assertThat(bytes.length)
                .as("only the characters that occur are embedded")
                .isLessThan(500_000);
    }

    @Test
    void printsABoxForTheSealOfEveryMember() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(
                write(DocumentKind.SELF_EVALUATION_REPORT, SampleModels.of(DocumentKind.SELF_EVALUATION_REPORT)))) {
            String text = text(pdf, 1, pdf.getNumberOfPages());
            assertThat(text.split("盖章处", -1)).hasSize(6);
            assertThat(text).contains("东北大学\uff08高校\uff09", "机器人及智能制造产业链", "系统提示", "不符合", "1,200 万元");
        }
    }

    @Test
    void printsWhatPeopleTypedAsTextAndNothingElse() throws IOException {
        String typed = "<b>甲</b> & ${1+1} [[${lead}]] <img src=\"file:///etc/passwd\"/>\u0007末";
        try (PDDocument pdf =
                Loader.loadPDF(write(DocumentKind.SELF_EVALUATION_REPORT, SampleModels.selfEvaluation(typed)))) {
            assertThat(text(pdf, 1, pdf.getNumberOfPages()))
                    .contains("<b>甲</b> & ${1+1} [[${lead}]]")
                    .contains("末")
                    .doesNotContain("root:");
        }
    }
}
