package cn.lianping.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Turns a template and a model into a PDF. The typefaces are embedded, only the characters that occur. */
@Component
class PdfWriter {

    static final String FONT = "Noto Serif SC";

    /** The body of official documents; without such a typeface on the machine the templates fall back to {@link #FONT}. */
    static final String FANGSONG = "FangSong";

    private final SpringTemplateEngine templates = templates();
    // two times 15 MB, read once and kept: reading them is most of the cost of a small document
    private final byte @Nullable [] regular;
    private final byte @Nullable [] bold;
    private final byte @Nullable [] fangsong;
    private final boolean typeset;

    /** Without a FangSong typeface. */
    PdfWriter() {
        this("none", true);
    }

    /**
     * With the FangSong typeface of the machine.
     *
     * @param fangsong a TrueType file; empty to look where systems keep typefaces; {@code none} to use none
     * @param typeset false where nobody reads the documents, as in a rehearsal: the template is filled in and must be sound, the
     *     page stays blank
     */
    @Autowired
    PdfWriter(
            @Value("${lianping.documents.fangsong:}") String fangsong,
            @Value("${lianping.documents.typeset:true}") boolean typeset) {
        this.typeset = typeset;
        this.regular = typeset ? FontFile.read("NotoSerifSC_400Regular.ttf") : null;
        this.bold = typeset ? FontFile.read("NotoSerifSC_700Bold.ttf") : null;
        this.fangsong = FangSong.find(fangsong).map(FontFile::read).orElse(null);
    }

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(PdfWriter.class.getClassLoader());
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /** The PDF of a template, filled with the model. */
    byte[] write(String template, Map<String, Object> model) {
        String html = ChinesePunctuation.in(printable(templates.process(template, new Context(Locale.CHINA, model))));
        return typeset ? typeset(html) : blank(html);
    }

    private byte[] typeset(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            embed(builder, regular, FONT, 400);
            embed(builder, bold, FONT, 700);
            embed(builder, fangsong, FANGSONG, 400);
            // the page fetches nothing: no file, no address
            builder.useUriResolver((base, uri) -> null);
            builder.withHtmlContent(html, null);
            builder.withProducer("联评");
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("文件未能生成", e);
        }
        return out.toByteArray();
    }

    /** One page with nothing on it; what is told about it differs where the text differs. */
    private static byte[] blank(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            SAXParserFactory.newDefaultInstance()
                    .newSAXParser()
                    .parse(new InputSource(new StringReader(html)), new DefaultHandler());
            document.addPage(new PDPage());
            document.getDocumentInformation().setSubject(html);
            document.save(out);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("文件未能生成", e);
        }
        return out.toByteArray();
    }

    private static void embed(PdfRendererBuilder builder, byte @Nullable [] typeface, String family, int weight) {
        if (typeface != null) {
            builder.useFont(() -> new ByteArrayInputStream(typeface), family, weight, FontStyle.NORMAL, true);
        }
    }

    /** The text without the characters XML forbids; they come in by copying from other programs and have no shape. */
    static String printable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]", "");
    }
}
