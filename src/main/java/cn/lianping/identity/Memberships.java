package cn.lianping.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Who belongs to groups, whoever asks: for telling people something, not for showing them to one another. */
public interface Memberships {

    /** The user ids by group id, in one statement; a group without members is absent. */
    Map<String, List<String>> of(Collection<String> groups);
}
