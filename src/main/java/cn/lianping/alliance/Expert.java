package cn.lianping.alliance;

import java.util.List;

/**
 * An expert of the pool.
 *
 * @param userId login
 * @param name Chinese name; never shown to applicants
 * @param field technical field
 * @param unitCode Unified Social Credit Code of the present unit
 * @param pastUnits codes of former units; experts are recused from alliances that these belong to
 */
public record Expert(String userId, String name, String field, String unitCode, List<String> pastUnits) {

    public Expert {
        pastUnits = List.copyOf(pastUnits);
    }
}
