package cn.lianping.design;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML from strangers: without document types, so without entities, of a bounded size.
 *
 * @see <a href="https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html">OWASP</a>
 */
final class SafeXml {

    private static final ErrorHandler STRICT = new ErrorHandler() {
        @Override
        public void warning(SAXParseException problem) {
            // says nothing about whether it can be read
        }

        @Override
        public void error(SAXParseException problem) throws SAXException {
            throw problem;
        }

        @Override
        public void fatalError(SAXParseException problem) throws SAXException {
            throw problem;
        }
    };

    private SafeXml() {}

    /** @throws UnreadableException in Chinese, if it is not well-formed or declares a document type */
    static Document read(byte[] content) throws UnreadableException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(new ByteArrayInputStream(content));
        } catch (SAXParseException e) {
            throw new UnreadableException(
                    String.valueOf(e.getMessage()).contains("DOCTYPE")
                            ? "含有文档类型声明(DOCTYPE),不允许"
                            : "第 %d 行第 %d 列不是正确的 XML".formatted(e.getLineNumber(), e.getColumnNumber()));
        } catch (SAXException | IOException e) {
            throw new UnreadableException("不是正确的 XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
