package cn.lianping.manual;

import java.util.List;

/**
 * What one role does, step by step.
 *
 * @param id the last part of its address
 * @param name the role in Chinese
 * @param groups the engine's groups whose people have the role; one ending in {@code -} stands for all that begin so
 * @param summary what the role answers for, one paragraph
 */
record Chapter(String id, String name, List<String> groups, String summary, List<Step> steps) {

    /**
     * One thing to do.
     *
     * @param expected what is expected of the person
     * @param due by when
     * @param where where to click, in order
     * @param wrong what can go wrong and what to do then
     */
    record Step(
            String title,
            String expected,
            String due,
            List<String> where,
            List<String> wrong,
            List<Picture> pictures) {}

    /** @param name the name under which a browser test takes the picture */
    record Picture(String name, String caption) {}

    boolean isOf(List<String> memberships) {
        return groups.stream()
                .anyMatch(group -> memberships.stream()
                        .anyMatch(one -> group.endsWith("-") ? one.startsWith(group) : one.equals(group)));
    }
}
