package cn.lianping.engine;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Evaluates the FEEL conditions of forms with the engine's own FEEL. */
@Component
class FeelConditions implements FormCheck.Conditions {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    @Override
    public boolean holds(String expression, Map<String, Object> values) {
        String body = expression.startsWith("=") ? expression.substring(1) : expression;
        Object result =
                feel.evaluateSimpleExpression(body, Variables.fromMap(values).asVariableContext());
        return Boolean.TRUE.equals(result);
    }
}
