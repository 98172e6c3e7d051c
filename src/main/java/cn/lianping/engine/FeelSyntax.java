package cn.lianping.engine;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Whether texts are FEEL, by the engine's own FEEL, which knows no way to classes or files. */
@Component
public class FeelSyntax {

    private static final String INPUT = "input";

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    /** Whether this is an expression; a leading {@code =} as in forms is skipped. */
    public boolean isExpression(String text) {
        String body = text.startsWith("=") ? text.substring(1) : text;
        try {
            feel.evaluateSimpleExpression(body, Variables.createVariables().asVariableContext());
            return true;
        } catch (FeelException e) {
            return !isSyntax(e);
        }
    }

    /** Whether this can be compared with an input of a decision table; an empty cell can. */
    public boolean isTest(String text) {
        if (text.isBlank() || text.strip().equals("-")) {
            return true;
        }
        try {
            feel.evaluateSimpleUnaryTests(
                    text,
                    INPUT,
                    Variables.createVariables().putValue(INPUT, null).asVariableContext());
            return true;
        } catch (FeelException e) {
            return !isSyntax(e);
        }
    }

    /** Values that are not there yet are no mistake of the text. */
    private static boolean isSyntax(FeelException problem) {
        return String.valueOf(problem.getMessage()).contains("failed to parse");
    }
}
