package cn.lianping.design;

import java.util.Map;
import java.util.Set;

/**
 * Among what a diagram is put in force.
 *
 * @param fields the forms there are, each with the keys of its fields
 * @param processes keys of the processes there are
 * @param beans names of the beans that the packaged diagrams use
 * @param calls what the packaged diagrams ask of a bean, as {@code bean.method}
 * @param messages names of the messages that the code sends
 * @param variables names of the variables that the code writes
 * @param required elements of packaged processes that the code needs, by process key: id and type
 * @param called which processes each process calls, by its key
 * @param vocabulary elements and attributes that the platform supports, see {@link Vocabulary}
 */
record Surroundings(
        Map<String, Set<String>> fields,
        Set<String> processes,
        Set<String> beans,
        Set<String> calls,
        Set<String> messages,
        Set<String> variables,
        Map<String, Map<String, String>> required,
        Map<String, Set<String>> called,
        Set<String> vocabulary) {

    boolean hasForm(String id) {
        return fields.containsKey(id);
    }
}
