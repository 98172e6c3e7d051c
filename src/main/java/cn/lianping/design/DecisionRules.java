package cn.lianping.design;

import cn.lianping.engine.FeelSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What every decision table keeps: one table of FEEL, with the outputs that the code reads. */
@Component
class DecisionRules {

    static final String ENDING = ".dmn";

    private static final Set<String> ELEMENTS = Set.of(
            "definitions",
            "decision",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "annotation",
            "text",
            "description",
            "variable",
            "question",
            "allowedAnswers",
            "DMNDI",
            "DMNDiagram",
            "DMNShape",
            "DMNLabel",
            "Bounds",
            "Size");

    private final FeelSyntax feel;
    private final Map<String, Set<String>> outputs = new TreeMap<>();

    DecisionRules(FeelSyntax feel, PackagedDecisions packaged) {
        this.feel = feel;
        packaged.documents().forEach((file, document) -> outputs.put(file, outputsOf(document)));
    }

    /** @param file its name without folders */
    List<Problem> problems(String file, Document document) {
        List<Problem> problems = new ArrayList<>();
        Element root = document.getDocumentElement();
        if (!"definitions".equals(root.getLocalName())
                || !String.valueOf(root.getNamespaceURI()).contains("omg.org/spec/DMN")) {
            problems.add(problem(file, "decision-dmn", "", "不是 DMN 决策表", "部署失败", "用决策表设计器制作"));
            return problems;
        }
        NodeList all = root.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            element(file, (Element) all.item(i), problems);
        }
        List<Element> decisions = named(document, "decision");
        if (decisions.size() != 1 || !(decisions.get(0).getAttribute("id") + ENDING).equals(file)) {
            problems.add(problem(file, "decision-id", "", "应有一个标识与文件名相同的决策", "平台按标识找决策,找不到", "决策的标识改为文件名(不含 .dmn)"));
        }
        Set<String> missing = new TreeSet<>(outputs.getOrDefault(file, Set.of()));
        missing.removeAll(outputsOf(document));
        missing.forEach(
                name -> problems.add(problem(file, "decision-output", name, "缺少平台要用的输出 " + name, "预审没有建议", "恢复该输出")));
        return problems;
    }

    private void element(String file, Element element, List<Problem> problems) {
        String id = element.getAttribute("id");
        if (!ELEMENTS.contains(element.getLocalName())) {
            problems.add(problem(
                    file, "decision-vocabulary", id, "含有不支持的元素 " + element.getNodeName(), "表中的代码未经审查就运行", "只用决策表"));
            return;
        }
        for (String attribute : List.of("expressionLanguage", "typeLanguage")) {
            String language = element.getAttribute(attribute);
            if (!language.isEmpty()
                    && !language.toLowerCase(java.util.Locale.ROOT).contains("feel")) {
                problems.add(problem(
                        file, "decision-language", id, "的表达式语言是“" + language + "”", "表中的代码未经审查就运行", "表达式语言选 FEEL"));
            }
        }
        String text = textOf(element);
        boolean readable = switch (element.getLocalName()) {
            case "inputEntry" -> feel.isTest(text);
            case "outputEntry", "inputExpression", "defaultOutputEntry" -> text.isBlank() || feel.isExpression(text);
            default -> true;
        };
        if (!readable) {
            problems.add(problem(file, "decision-feel", id, "“" + text + "”不是 FEEL", "办理到此处时出错", "改正该格;文字加双引号"));
        }
    }

    private static String textOf(Element element) {
        NodeList texts = element.getElementsByTagNameNS("*", "text");
        return texts.getLength() == 0 ? "" : texts.item(0).getTextContent().strip();
    }

    private static List<Element> named(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Set<String> outputsOf(Document document) {
        Set<String> names = new HashSet<>();
        named(document, "output").forEach(output -> names.add(output.getAttribute("name")));
        return names;
    }

    private static Problem problem(
            String file, String rule, String element, String found, String consequence, String remedy) {
        return new Problem(rule, Severity.ERROR, file, element, "", found, found, consequence, remedy);
    }
}
