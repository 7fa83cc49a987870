package io.jenkins.plugins.slacknotify.engine.stored;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Lists that a file of an earlier version may lack. */
final class StoredList {
    private StoredList() {}

    static <T> List<T> of(@CheckForNull Collection<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    static <T, R> List<R> map(@CheckForNull Collection<T> list, Function<T, R> change) {
        return of(list).stream().map(change).toList();
    }
}
