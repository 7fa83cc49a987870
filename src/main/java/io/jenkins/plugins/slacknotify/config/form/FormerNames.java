package io.jenkins.plugins.slacknotify.config.form;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The former names of workspaces, as they are stored with the settings of the system. No form and no YAML has them: they count only for
 * what was stored under a name, such as a message that is sent once more.
 */
public final class FormerNames {
    /** The name now, by each former one; null where the file lacks it. */
    @CheckForNull
    private final Map<String, String> names;

    private FormerNames(Map<String, String> names) {
        this.names = names;
    }

    /** Returns the known names, to which one is added that was changed just now. */
    public static FormerNames with(@CheckForNull FormerNames known, String before, String after) {
        Map<String, String> names = new LinkedHashMap<>(of(known));
        names.replaceAll((former, now) -> before.equals(now) ? after : now);
        names.put(before, after);
        names.remove(after);
        return new FormerNames(names);
    }

    private static Map<String, String> of(@CheckForNull FormerNames known) {
        return known == null || known.names == null ? Map.of() : known.names;
    }

    /**
     * Returns the former names that lead somewhere, each with the name now. One that something else has got since is not among them.
     *
     * @param isUsed whether there is something of a name
     */
    public static Map<String, String> leading(@CheckForNull FormerNames known, Predicate<String> isUsed) {
        Map<String, String> leading = new HashMap<>();
        of(known).forEach((former, now) -> {
            if (former != null && now != null && !isUsed.test(former) && isUsed.test(now)) {
                leading.put(former, now);
            }
        });
        return leading;
    }

    /** Returns what a stored name is now: the same where there is something of that name, or it leads nowhere. */
    public static String current(@CheckForNull FormerNames known, String stored, Predicate<String> isUsed) {
        return Optional.ofNullable(leading(known, isUsed).get(stored)).orElse(stored);
    }
}
