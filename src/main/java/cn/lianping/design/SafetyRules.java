package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Nothing in a diagram runs code that is not the platform's. */
final class SafetyRules {

    static final List<Rule> RULES = List.of(
            new Rule(
                    "vocabulary",
                    ERROR,
                    "只用平台支持的元素和属性;没有脚本、连接器、类名和其他监听器",
                    "图中的代码未经审查就运行,绕过评价办法的规则",
                    "删去该元素或属性;要平台做的事用已有的服务任务",
                    SafetyRules::words),
            new Rule(
                    "expression",
                    ERROR,
                    "表达式只用平台允许的变量和方法",
                    "表达式可以调用任何代码,读取或改动任何数据",
                    "改为 #{变量}、#{变量 == '取值'},或从已有的流程复制",
                    SafetyRules::expressions),
            new Rule("listener", ERROR, "监听器只有提醒和升级两种", "监听器中的代码未经审查就运行", "删去该监听器", SafetyRules::listeners));

    private SafetyRules() {}

    private static Document document(Diagram diagram) {
        // the model's own document, so that what is checked is what is deployed
        return (Document) diagram.model().getDocument().getDomSource().getNode();
    }

    private static List<Finding> words(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        each(document(diagram).getDocumentElement(), element -> {
            if (!known.vocabulary().contains(element.getLocalName())) {
                problems.add(new Finding(owner(element), "含有不支持的元素 " + element.getNodeName()));
                return;
            }
            for (Attr attribute : attributes(element)) {
                String word = Vocabulary.word(element, attribute);
                if (!Vocabulary.isBookkeeping(attribute) && !known.vocabulary().contains(word)) {
                    problems.add(new Finding(
                            owner(element),
                            "含有不支持的属性 " + attribute.getNodeName() + "=“" + brief(attribute.getValue()) + "”"));
                }
            }
        });
        return problems;
    }

    private static List<Finding> expressions(Diagram diagram, Surroundings known) {
        Set<String> own = ownVariables(diagram, known);
        List<Finding> problems = new ArrayList<>();
        each(document(diagram).getDocumentElement(), element -> {
            if (isForReaders(element)) {
                return;
            }
            attributes(element).forEach(attribute -> refused(element, attribute.getValue(), known, own, problems));
            String text = ownText(element).strip();
            refused(element, text, known, own, problems);
            if (element.getLocalName().equals("conditionExpression") && !Expressions.isIn(text)) {
                problems.add(new Finding(owner(element), "的条件“" + brief(text) + "”不是表达式"));
            }
        });
        return problems;
    }

    private static void refused(
            Element element, String text, Surroundings known, Set<String> own, List<Finding> problems) {
        if (Expressions.isIn(text)) {
            Expressions.refused(text, known, own)
                    .forEach(one -> problems.add(new Finding(owner(element), "的表达式“" + brief(one) + "”不允许")));
        }
    }

    /** Variables that the diagram itself makes: the choices of its own forms, and the element of a loop. */
    private static Set<String> ownVariables(Diagram diagram, Surroundings known) {
        Set<String> own = new HashSet<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            own.addAll(known.fields().getOrDefault(String.valueOf(task.getCamundaFormRef()), Set.of()));
        }
        return own;
    }

    private static List<Finding> listeners(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        each(document(diagram).getDocumentElement(), element -> {
            if (element.getLocalName().endsWith("Listener")) {
                String expression = element.getAttribute("delegateExpression");
                if (!Set.of("#{reminderListener}", "#{escalationListener}").contains(expression)
                        || !"timeout".equals(element.getAttribute("event"))) {
                    problems.add(
                            new Finding(owner(element), "有监听器 " + element.getNodeName() + " " + brief(expression)));
                }
            }
        });
        return problems;
    }

    /** Documentation, annotations and names are read by people; the engine evaluates none of them. */
    private static boolean isForReaders(Element element) {
        return Set.of("documentation", "text", "textAnnotation").contains(element.getLocalName());
    }

    private static void each(Element element, Consumer<Element> visit) {
        visit.accept(element);
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                each((Element) children.item(i), visit);
            }
        }
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> found = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            found.add((Attr) element.getAttributes().item(i));
        }
        return found;
    }

    private static String ownText(Element element) {
        StringBuilder text = new StringBuilder();
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            short type = children.item(i).getNodeType();
            if (type == Node.TEXT_NODE || type == Node.CDATA_SECTION_NODE) {
                text.append(children.item(i).getNodeValue());
            }
        }
        return text.toString();
    }

    /** The element of the diagram that this belongs to, as people can find it. */
    private static String owner(@Nullable Node node) {
        for (Node one = node; one instanceof Element element; one = one.getParentNode()) {
            boolean shown = Vocabulary.BPMN.equals(element.getNamespaceURI())
                    && !element.getLocalName().endsWith("Definition");
            if (shown && element.hasAttribute("id")) {
                return element.getAttribute("id");
            }
        }
        return "";
    }

    private static String brief(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
